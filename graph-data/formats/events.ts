/**
 * An event list as Discourse Network Analyzer and rDNA export it: a row for each statement, with its time, its
 * document, who states what, and whether they agree. Who states it is the source; what is stated, the concept, is the
 * type with its target ("blames Dockers’ union"), and to state it is to agree. Types of a dossier read from Discourse
 * Network Analyzer go back to what they were: the concept is the target, and `disagreement` is 0.
 */
import { actorLabel } from "../display/words.ts";
import { AGREEMENT, DISAGREEMENT } from "../dossier/agreement.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";
import { dateOf } from "../time/calendar.ts";
import { writeCsv } from "./csv.ts";
import type { Format } from "./format.ts";
import type { Lost } from "./losses.ts";
import { listTableLosses } from "./table-losses.ts";
import type { Cell } from "./tables.ts";

export const events: Format = {
  id: "events",
  label: "Event list for rDNA",
  group: "tables",
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  describe:
    "A row for each statement as in an event list of Discourse Network Analyzer: time, document, person or organization, concept, agreement, words.",
  units: ["statements"],
  write: (slice) => ({
    content: writeCsv({
      name: "events",
      header: HEADER,
      rows: slice.statements.map((statement) => writeEvent(statement, slice.narrative)),
    }),
    omitted: listTableLosses(slice, ["texts", ...LOST]),
  }),
};

const HEADER = [
  "statement_id",
  "time",
  "document_id",
  "document_title",
  "document_author",
  "document_source",
  "document_section",
  "document_type",
  "person",
  "organization",
  "concept",
  "agreement",
  "text",
];

function writeEvent(statement: StatementEdge, narrative: NarrativeGraph): Cell[] {
  const { record, source, target, type, family } = statement;
  const first = record.evidence[0]!;
  const document = narrative.documents.get(first.document);
  const actor = narrative.actors.get(source);
  const isPerson = actor?.kind === "person" || actor?.kind === "expert";
  const label = actorLabel(source, narrative);
  const wholes = (actor?.partOf ?? []).map((id) => actorLabel(id, narrative));
  const coded = family === AGREEMENT.id || family === DISAGREEMENT.id;
  const concept = actorLabel(target, narrative);
  return [
    statement.id,
    timeOf(statement),
    first.document,
    document?.title ?? "",
    document?.author ?? "",
    document?.publisher ?? "",
    textField(document?.section),
    textField(document?.type),
    isPerson ? label : "",
    isPerson ? (wholes[0] ?? "") : label,
    coded ? concept : `${type.label} ${concept}`,
    family === DISAGREEMENT.id ? 0 : 1,
    quotationOf(statement, narrative) ?? first.exact ?? "",
  ];
}

/** The first day that the date may mean; empty for a date that is open to the past. */
function timeOf({ span }: StatementEdge): string {
  return span && Number.isFinite(span.from) ? `${dateOf(span.from, "day")} 00:00:00` : "";
}

const textField = (value: unknown) => (typeof value === "string" ? value : "");

/** Beside what no table can hold. */
const LOST: readonly Lost[] = [
  ...(["furtherEvidence", "places", "voices", "modalities", "abouts", "phases", "dateRanges"] as const),
  ...(["dateBases", "credibilities", "narrativeLinks", "notes"] as const),
  ...(["kinds", "aliases", "descriptions", "documentFields"] as const),
];
