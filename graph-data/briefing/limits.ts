/** Sources and limits: counted from the slice, so that they say what holds for this briefing and no other. */

import {
  CREDIBILITY_WORDS,
  countWords,
  describeSources,
  formatNumber,
  listWords,
  lowerFirst,
  RELIABILITY_WORDS,
} from "../display/words.ts";
import type { Anchor } from "../dossier/evidence.ts";
import type { StatementEdge } from "../graph/build.ts";
import { documentsOf, leadingEvidence } from "../graph/quotations.ts";
import { LAYOUT } from "../layout/settings.ts";
import { DEFAULT_MODALITIES } from "../lens/lens.ts";
import type { Slice } from "../lens/slice.ts";
import { PERMUTATION } from "../shift/permutation.ts";
import type { Briefing } from "./model.ts";

type Limits = Briefing["limits"];

/** A source that more than this share of the statements rest on is told of. */
const PREPONDERANT = 0.5;

/** `version`: of the program. */
export function tellLimits(slice: Slice, version: string): Limits {
  const warnings: string[] = [];
  const counted: string[] = [];
  tellDocuments(slice, warnings, counted);
  tellGrades(slice, warnings, counted);
  tellVoices(slice, counted);
  tellDates(slice, counted);
  tellQuotations(slice, warnings, counted);
  tellRest(slice, counted);
  return { warnings, counted, method: tellMethod(slice, version) };
}

function tellDocuments({ narrative, statements }: Slice, warnings: string[], counted: string[]): void {
  const shares = new Map<string, number>();
  for (const statement of statements)
    for (const id of documentsOf(statement)) shares.set(id, (shares.get(id) ?? 0) + 1);
  const documents = [...shares.keys()].map((id) => narrative.documents.get(id)!);
  if (documents.length === 1) {
    warnings.push(
      `Single source: every statement here rests on one document, “${documents[0]!.title}”. Nothing is confirmed by another.`,
    );
    return;
  }
  const distinct = (values: readonly (string | null | undefined)[]) => new Set(values.filter(Boolean)).size;
  const publishers = distinct(documents.map(({ publisher }) => publisher));
  const authors = distinct(documents.map(({ author }) => author));
  const unnamed = documents.filter(({ publisher }) => !publisher).length;
  counted.push(
    `The statements rest on ${countWords(documents.length, "document")} by ${countWords(authors, "named author")}, from ` +
      `${countWords(publishers, "publisher")}${unnamed > 0 ? `; ${countWords(unnamed, "document")} without a named publisher` : ""}. ` +
      "Documents of one author or publisher are not independent of each other.",
  );
  if (publishers === 1 && unnamed === 0)
    warnings.push("One publisher: all documents come from the same publisher.");
  const [id, most] = [...shares].reduce((x, y) => (y[1] > x[1] ? y : x));
  if (most / statements.length > PREPONDERANT)
    warnings.push(
      `${formatNumber(most)} of ${countWords(statements.length, "statement")} rest on one document, “${narrative.documents.get(id)!.title}”.`,
    );
  const alone = statements.filter((statement) => documentsOf(statement).length === 1).length;
  counted.push(
    `${formatNumber(alone)} of ${countWords(statements.length, "statement")} rest on one document each; ${formatNumber(statements.length - alone)} on several.`,
  );
}

function tellGrades({ narrative, statements }: Slice, warnings: string[], counted: string[]): void {
  const reliability = tally(statements, (statement) => {
    const document = statement.record.evidence[leadingEvidence(statement)]?.document;
    return narrative.documents.get(document ?? "")?.reliability ?? null;
  });
  const credibility = tally(statements, ({ record }) => record.credibility?.toString() ?? null);
  const words = (
    counts: ReadonlyMap<string | null, number>,
    meaning: (grade: string) => string | undefined,
  ) =>
    listWords(
      [...counts]
        .sort(([x], [y]) => (x ?? "~").localeCompare(y ?? "~", "en"))
        .map(([grade, n]) =>
          grade === null
            ? `not graded ${formatNumber(n)}`
            : `${grade} (${meaning(grade)}) ${formatNumber(n)}`,
        ),
    );
  counted.push(
    `Reliability of the source, statements: ${words(reliability, (id) => RELIABILITY_WORDS[id])}.`,
  );
  counted.push(
    `Credibility of the information, statements: ${words(credibility, (id) => CREDIBILITY_WORDS[Number(id)])}.`,
  );
  const doubtful = statements.filter(({ record }) => (record.credibility ?? 0) >= 4).length;
  if (doubtful / statements.length > PREPONDERANT)
    warnings.push(
      `${formatNumber(doubtful)} of ${countWords(statements.length, "statement")} are graded doubtful, improbable or not to be judged.`,
    );
}

function tally<K>(
  statements: readonly StatementEdge[],
  key: (statement: StatementEdge) => K,
): Map<K, number> {
  const counts = new Map<K, number>();
  for (const statement of statements) {
    const of = key(statement);
    counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  return counts;
}

function tellVoices({ statements }: Slice, counted: string[]): void {
  const own = statements.filter(({ voice }) => voice !== "author");
  const speakers = new Set(own.map(({ voice }) => voice)).size;
  const insinuated = statements.filter(({ modality }) => modality === "insinuated").length;
  counted.push(
    `${formatNumber(statements.length - own.length)} of ${countWords(statements.length, "statement")} are told by the author; ` +
      (own.length === 0
        ? "none is in an actor’s own voice"
        : `${formatNumber(own.length)} in the own voice of ${countWords(speakers, "actor")}`) +
      `${insinuated > 0 ? `; ${formatNumber(insinuated)} insinuated` : ""}.`,
  );
}

function tellDates({ narrative, statements }: Slice, counted: string[]): void {
  const undated = statements.filter(({ span }) => span === null).length;
  const context = statements.filter(({ record }) => record.dateBasis === "context").length;
  const unplaced = statements.filter(({ step }) => step >= narrative.phases.length).length;
  const parts = [
    `${formatNumber(undated)} of ${countWords(statements.length, "statement")} have no date`,
    ...(context > 0 ? [`${formatNumber(context)} are dated from elsewhere than their document`] : []),
    ...(narrative.phases.length > 0 && unplaced > 0 ? [`${formatNumber(unplaced)} belong to no phase`] : []),
  ];
  counted.push(`${listWords(parts)}.`);
}

function tellQuotations({ statements }: Slice, warnings: string[], counted: string[]): void {
  const states = tally(statements, (statement) => statement.anchors[leadingEvidence(statement)]!.state);
  const count = (state: Anchor["state"]) => states.get(state) ?? 0;
  const parts = [
    `${formatNumber(count("exact"))} of ${countWords(statements.length, "statement")} are quoted exactly where recorded`,
    ...(count("moved") > 0 ? [`${formatNumber(count("moved"))} at another place of the document`] : []),
    ...(count("approximate") > 0
      ? [`${formatNumber(count("approximate"))} in nearly the recorded words`]
      : []),
    ...(count("unchecked") > 0 ? [`${formatNumber(count("unchecked"))} could not be checked`] : []),
    ...(count("reference") > 0
      ? [`${formatNumber(count("reference"))} are references without a quotation`]
      : []),
  ];
  counted.push(`${listWords(parts)}.`);
  if (count("reference") / statements.length > PREPONDERANT)
    warnings.push("Most statements are references without a quotation: they cannot be read here.");
}

/** What the lens leaves out of the dossier, and what no lens shows. */
function tellRest({ narrative, statements }: Slice, counted: string[]): void {
  const out = narrative.statements.length - statements.length;
  const shown = new Set(statements);
  const notActs = narrative.statements.filter(
    (statement) => !shown.has(statement) && !DEFAULT_MODALITIES.includes(statement.modality),
  ).length;
  const among = notActs > 0 ? `, ${formatNumber(notActs)} of them hypothetical or wished for` : "";
  counted.push(
    out === 0
      ? "The lens leaves nothing of the dossier out."
      : `The lens leaves out ${formatNumber(out)} of ${countWords(narrative.statements.length, "statement")}${among}.`,
  );
  const { length } = narrative.withheld;
  if (length > 0)
    counted.push(`${countWords(length, "statement")} withheld: the recorded words are not in the document.`);
}

function tellMethod({ narrative }: Slice, version: string): string[] {
  const { dossier } = narrative;
  const own = dossier.families ?? dossier.relationTypes;
  const placed =
    dossier.positions === undefined ? `drawn anew, seed ${LAYOUT.seed}` : "as the dossier stores them";
  return [
    `Made by Narrascope ${version} from the dossier “${dossier.id}”, ${lowerFirst(describeSources(narrative))}; the same dossier, lens, words and date give the same briefing.`,
    `Statements were coded from the texts by ${own ? "the dossier’s own codebook" : "Narrascope’s codebook"}; every quotation was looked for in its document before it was used.`,
    `How much two windows differ is the Jensen–Shannon divergence, base 2 (Lin 1991, doi:10.1109/18.61115).`,
    `How often chance gives as much: permutation of statements, up to ${formatNumber(PERMUTATION.draws)} draws, seed ${PERMUTATION.seed}, (1 + k) / (1 + N) (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585); it takes statements for independent, which several from one sentence are not.`,
    `Contradictions follow the codebook’s list of opposite types; places of actors in figures are ${placed}.`,
  ];
}
