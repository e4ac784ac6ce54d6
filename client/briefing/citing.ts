/** Putting a citation into Markdown: where it goes, and what goes there. */
import { CITATION_AT_END, canBeCited, idsOf } from "../../graph-data/briefing/cited.ts";

/** Characters `from` to `to` give way to `insert`. */
export interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * A citation at the caret, behind what is selected. Right behind another citation it joins that one; `null` when that
 * has it already.
 */
export function citeAt(text: string, caret: number, id: string): Insertion | null {
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  const last = CITATION_AT_END.exec(before);
  if (last) {
    if (idsOf(last[1]!).includes(id)) return null;
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
