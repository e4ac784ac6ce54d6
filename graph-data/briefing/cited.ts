/** What a text of the analyst's cites. Apart from what reads Markdown, so that the editor holds it without its library. */

/** Of an id, what a citation can hold. */
const ID = String.raw`[^\s@[\],;]+`;

const IN_BRACKETS = String.raw`\[((?:\s*@${ID}\s*[,;]?)+)\]`;

/** `[@s12]` and `[@s12, @s14]`, as Pandoc has it. */
export const CITATION = new RegExp(IN_BRACKETS, "gu");

/** A citation with nothing but white space behind it. */
export const CITATION_AT_END = new RegExp(String.raw`${IN_BRACKETS}\s*$`, "u");

const WHOLE_ID = new RegExp(`^${ID}$`, "u");

export function canBeCited(id: string): boolean {
  return WHOLE_ID.test(id);
}

/** Ids of the statements that a text cites, each once, in its order. */
export function listCited(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(CITATION)].flatMap(([, inner]) => idsOf(inner!)))];
}

/** Of what stands between the brackets. */
export function idsOf(inner: string): string[] {
  return inner.split(/[,;]/).flatMap((entry) => entry.trim().replace(/^@/, "") || []);
}

/** Stands for a citation while sentences are counted: a sign of no script. */
const CITED = "\uE000";

/** A full stop after one of these ends no sentence. */
const ABBREVIATED = /(?:^|\s)(?:e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|St|U\.S|U\.K)\.\s*$/;

/** Sentences of prose that cite nothing. Headings are none; a citation after the full stop belongs to the sentence before. */
export function countUncited(markdown: string): number {
  return blocksOf(markdown).reduce((sum, block) => sum + countIn(block.replaceAll(CITATION, CITED)), 0);
}

/** Paragraphs and items of lists, without headings. */
function blocksOf(markdown: string): string[] {
  return markdown
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
    .filter((block) => !/^\s*#{1,6}\s/.test(block))
    .map((block) => block.replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, "").replace(/\s+/g, " "));
}

function countIn(block: string): number {
  let uncited: boolean[] = [];
  for (const segment of listSentences(block)) {
    const lead = /^[\s\uE000.,;:)\]]*/.exec(segment)![0];
    // What comes before the first word still speaks of the sentence before.
    if (lead.includes(CITED) && uncited.length > 0) uncited = [...uncited.slice(0, -1), false];
    const own = segment.slice(lead.length);
    if (/[\p{L}\p{N}]/u.test(own.replaceAll(CITED, ""))) uncited.push(!own.includes(CITED));
  }
  return uncited.filter(Boolean).length;
}

function listSentences(block: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(block)) {
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATED.test(last)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
