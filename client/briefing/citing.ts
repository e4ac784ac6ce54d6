/** Putting a citation into Markdown: where it goes, and what goes there. */

/** Characters `from` to `to` give way to `insert`. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const CITATION_BEFORE = /\[((?:\s*@[^\s@[\],;]+\s*[,;]?)+)\]\s*$/u;

/** Ids that a citation can hold. */
export function canBeCited(id: string): boolean {
  return /^[^\s@[\],;]+$/u.test(id);
}

/**
 * A citation at the caret, behind what is selected. Right behind another citation it joins that one; `null` when that
 * has it already.
 */
export function citeAt(text: string, caret: number, id: string): Insertion | null {
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  const last = CITATION_BEFORE.exec(before);
  if (last) {
    const cited = last[1]!.split(/[,;]/).map((entry) => entry.trim());
    if (cited.includes(`@${id}`)) return null;
    const end = last.index + last[0].trimEnd().length - 1;
    return { from: end, to: end, insert: `, @${id}` };
  }
  const space = before === "" || /\s$/.test(before) ? "" : " ";
  return { from: caret, to: caret, insert: `${space}[@${id}]${/^[\p{L}\p{N}]/u.test(after) ? " " : ""}` };
}

/** Sentences with the statements they rest on → Markdown that says and cites the same. */
export function writeCited(
  sentences: readonly { readonly text: string; readonly statements: readonly string[] }[],
): string {
  return sentences.map(({ text, statements }) => `${escapeMarks(text)}${citation(statements)}`).join(" ");
}

function citation(statements: readonly string[]): string {
  const cited = statements.filter(canBeCited);
  return cited.length === 0 ? "" : ` [${cited.map((id) => `@${id}`).join(", ")}]`;
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, "\\$&");
}
