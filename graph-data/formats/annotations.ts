/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD: each piece of evidence marks its words in
 * its document, by the words and their neighbours and by their place, and says as its body which statement rests on them.
 */
import { countWords, describeLens, describeStatement } from "../display/words.ts";
import type { Anchor } from "../dossier/evidence.ts";
import type { DossierDocument, Evidence } from "../dossier/records.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format } from "./format.ts";
import { describeLost, type Lost } from "./losses.ts";
import { timestampOf } from "./stix-objects.ts";

export const annotations: Format = {
  id: "annotations",
  label: "Web Annotations",
  group: "exchange",
  extension: "jsonld",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  describe:
    "Every quotation as an annotation of its document, with the statement that rests on it. Read by annotation tools such as Hypothesis.",
  units: ["statements"],
  write: (slice) => {
    const items = slice.statements.flatMap((statement) => annotateStatement(statement, slice.narrative));
    return {
      content: `${JSON.stringify(collect(items, slice), null, 2)}\n`,
      omitted: describeLoss(slice, items.length),
    };
  },
};

/** Characters before and after the words, where the record has none: as many as annotation tools keep. */
const NEIGHBOUR_LENGTH = 32;

/** One collection with one page: all annotations are in it. */
function collect(items: readonly object[], { narrative, lens }: Slice): object {
  const { id, title } = narrative.dossier;
  const query = writeLens(lens, narrative);
  const address = urn(id, "annotations", ...(query === "" ? [] : [query]));
  const page = { id: `${address}#page`, type: "AnnotationPage", partOf: address, startIndex: 0, items };
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: address,
    type: "AnnotationCollection",
    label: `${title}: ${describeLens(lens, narrative)}`,
    total: items.length,
    first: page,
    last: page.id,
  };
}

function annotateStatement(statement: StatementEdge, narrative: NarrativeGraph): object[] {
  return statement.record.evidence.flatMap((evidence, at) => {
    const anchor = statement.anchors[at];
    const document = narrative.documents.get(evidence.document);
    const exact =
      quotationOf(statement, narrative, at) ?? (anchor?.state === "unchecked" ? evidence.exact : undefined);
    if (!anchor || !document || !exact) return [];
    return annotate(statement, narrative, { at, evidence, anchor, document, exact });
  });
}

interface Quoted {
  readonly at: number;
  readonly evidence: Evidence;
  readonly anchor: Anchor;
  readonly document: DossierDocument;
  /** The document's own words. */
  readonly exact: string;
}

function annotate(statement: StatementEdge, narrative: NarrativeGraph, quoted: Quoted): object {
  const { at, document } = quoted;
  const dossier = narrative.dossier.id;
  const created = timestampOf(document.published);
  return {
    id: urn(dossier, "statements", statement.id, "evidence", String(at)),
    type: "Annotation",
    motivation: "describing",
    ...(created === null ? {} : { created }),
    body: [
      {
        type: "TextualBody",
        purpose: "describing",
        format: "text/plain",
        value: describeStatement(statement, narrative),
      },
      ...[statement.family, statement.type.id].map((value) => ({
        type: "TextualBody",
        purpose: "tagging",
        value,
      })),
    ],
    target: {
      type: "SpecificResource",
      source: document.url ?? urn(dossier, "documents", document.id),
      selector: selectorsOf(quoted),
    },
  };
}

/** By the words, and by the place where they were found; each by itself is enough to find them. */
function selectorsOf({ evidence, anchor: { range }, document, exact }: Quoted): object[] {
  const text = document.text ?? "";
  const prefix = range
    ? text.slice(Math.max(0, range.start - NEIGHBOUR_LENGTH), range.start)
    : evidence.prefix;
  const suffix = range ? text.slice(range.end, range.end + NEIGHBOUR_LENGTH) : evidence.suffix;
  const place = range ? [{ type: "TextPositionSelector", ...pointsOf(document, range) }] : [];
  return [
    {
      type: "TextQuoteSelector",
      exact,
      ...(prefix ? { prefix: prefix.replace(/^[\uDC00-\uDFFF]/, "") } : {}),
      ...(suffix ? { suffix: suffix.replace(/[\uD800-\uDBFF]$/, "") } : {}),
    },
    ...place,
  ];
}

/** The model counts characters; texts here are counted in UTF-16 code units. */
function pointsOf(
  document: DossierDocument,
  { start, end }: { readonly start: number; readonly end: number },
) {
  const pairs = pairsOf(document);
  return { start: start - countBelow(pairs, start), end: end - countBelow(pairs, end) };
}

const pairsByDocument = new WeakMap<DossierDocument, readonly number[]>();

/** Where characters of two code units begin, found once for a document. */
function pairsOf(document: DossierDocument): readonly number[] {
  const known = pairsByDocument.get(document);
  if (known) return known;
  const pairs = [...(document.text ?? "").matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
  pairsByDocument.set(document, pairs);
  return pairs;
}

/** How many of the numbers, which ascend, are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LOST: readonly Lost[] = [
  ...(["dates", "credibilities", "narrativeLinks", "notes", "statementFields"] as const),
  ...(["documentRecords", "texts", "codebook", "positions", "story", "dossierFields"] as const),
];

/** What is in no annotation: statements without words, and all that is not about words. */
function describeLoss(slice: Slice, written: number): string[] {
  const { narrative, statements, actors } = slice;
  const pieces = statements.reduce((sum, { record }) => sum + record.evidence.length, 0);
  return [
    ...(pieces > written
      ? [`${countWords(pieces - written, "piece")} of evidence without words that are in a document`]
      : []),
    ...(actors.length > 0 ? [`the records of ${countWords(actors.length, "actor")}`] : []),
    ...(narrative.phases.length > 0 ? [countWords(narrative.phases.length, "phase")] : []),
    ...describeLost(slice, LOST),
  ];
}

/** For what has no address on the web. */
function urn(...parts: readonly string[]): string {
  return `urn:x-narrascope:${parts.map((part) => encodeURIComponent(part.toWellFormed())).join(":")}`;
}
