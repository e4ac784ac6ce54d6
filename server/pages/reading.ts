/** `/d/:dossier/read/:document`: the text, with every quotation of the lens over it and its statements beside it. */
import { noteAnchor, paragraphAnchor, statementAnchor } from "../../graph-data/display/anchors.ts";
import { countWords, describeLens, paragraphsOf } from "../../graph-data/display/words.ts";
import { isVerified } from "../../graph-data/dossier/evidence.ts";
import type { Paragraph } from "../../graph-data/dossier/paragraphs.ts";
import type { DossierDocument } from "../../graph-data/dossier/records.ts";
import { NotFoundError } from "../../graph-data/errors.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import type { LensPage, Page } from "./page.ts";
import { makeRows, type StatementRow } from "./rows.ts";
import { type Mark, segmentText } from "./segments.ts";

export const reading: Page = {
  scope: "lens",
  path: "/d/:dossier/read/:document",
  view: "reading",
  build(context) {
    const { narrative, slice, path, links } = context;
    const document = narrative.documents.get(path.document ?? "");
    if (!document) throw new NotFoundError(`There is no document "${path.document}" in this dossier.`);
    const resting = slice.statements.filter(({ record }) =>
      record.evidence.some((piece) => piece.document === document.id),
    );
    const marks = resting.flatMap((statement) => marksOf(statement, document.id));
    const placed = new Set(marks.map(({ id }) => id));
    const row = makeRows(narrative, links);
    return {
      title:
        document.title === narrative.dossier.title
          ? `Text – ${document.title}`
          : `${document.title} – ${narrative.dossier.title}`,
      current: `read ${document.id}`,
      document: describeDocument(document, narrative.dossier.language),
      shows: `${describeLens(slice.lens, narrative)}: ${countWords(resting.length, "statement")} of the lens ${resting.length === 1 ? "rests" : "rest"} on this document.`,
      lensed: context.lensText !== "",
      everything: linkWithout(context, document.id),
      paragraphs: buildParagraphs(document, marks, resting, row),
      unplaced: resting.filter(({ id }) => !placed.has(id)).map(row),
      withheld: narrative.withheld.filter(({ evidence }) =>
        evidence.some((piece) => piece.document === document.id),
      ).length,
    };
  },
};

function linkWithout({ entry, theme }: LensPage, document: string): string {
  const base = `/d/${encodeURIComponent(entry.id)}/read/${encodeURIComponent(document)}`;
  return theme ? `${base}?theme=${theme}` : base;
}

function describeDocument(document: DossierDocument, language: string | undefined) {
  const { title, author, publisher, published, url, text } = document;
  return {
    title,
    byline: [author, publisher, published].filter(Boolean).join(" · "),
    url: url ?? null,
    hasText: text !== undefined,
    language: document.language ?? language ?? null,
  };
}

/** Where a statement's quotations were really found in a document. */
function marksOf(statement: StatementEdge, document: string): Mark[] {
  return statement.record.evidence.flatMap((piece, at) => {
    const anchor = statement.anchors[at];
    if (piece.document !== document || !anchor?.range || !isVerified(anchor)) return [];
    return [{ id: statement.id, ...anchor.range }];
  });
}

function buildParagraphs(
  document: DossierDocument,
  marks: readonly Mark[],
  statements: readonly StatementEdge[],
  row: (statement: StatementEdge) => StatementRow,
) {
  const text = document.text ?? "";
  const numbers = numberMarks(marks);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const anchored = new Set<string>();
  return paragraphsOf(document).map((paragraph) => {
    const here = marks.filter((mark) => mark.start < paragraph.end && mark.end > paragraph.start);
    return {
      number: paragraph.number,
      anchor: paragraphAnchor(paragraph.number),
      segments: segmentText(text, paragraph.start, paragraph.end, here).map((segment) => ({
        text: segment.text,
        quoted: segment.covering.length > 0,
        depth: Math.min(3, segment.covering.length),
        anchors: claimAnchors(segment.starting, anchored),
        references: segment.ending.map((id) => reference(id, numbers)),
      })),
      notes: startingIn(paragraph, marks, numbers).map((id) => {
        const { narratives, ...rest } = row(byId.get(id)!);
        return {
          ...reference(id, numbers),
          anchor: noteAnchor(id),
          words: `#${encodeURIComponent(statementAnchor(id))}`,
          // Beside the text there is room for the essentials; the rest opens.
          row: { ...rest, narratives: [] },
          narratives,
        };
      }),
    };
  });
}

/** Statements are numbered in the order in which their first words come in the text. */
function numberMarks(marks: readonly Mark[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { id } of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  return numbers;
}

function reference(id: string, numbers: ReadonlyMap<string, number>) {
  return { number: numbers.get(id) ?? 0, id, href: `#${encodeURIComponent(noteAnchor(id))}` };
}

/** An id may stand once in a page: a statement's first words get it. */
function claimAnchors(ids: readonly string[], claimed: Set<string>): string[] {
  const fresh = [...new Set(ids)].filter((id) => !claimed.has(id));
  for (const id of fresh) claimed.add(id);
  return fresh.map(statementAnchor);
}

/** Statements whose first words are in the paragraph, in their order. */
function startingIn(
  paragraph: Paragraph,
  marks: readonly Mark[],
  numbers: ReadonlyMap<string, number>,
): string[] {
  const first = new Map<string, number>();
  for (const { id, start } of marks) first.set(id, Math.min(start, first.get(id) ?? Infinity));
  return [...first]
    .filter(([, start]) => start >= paragraph.start && start < paragraph.end)
    .map(([id]) => id)
    .sort((a, b) => numbers.get(a)! - numbers.get(b)!);
}
