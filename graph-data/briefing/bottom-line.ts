/** The drafted bottom line: three to five sentences of what shifted most, what turned and what contradicts itself. */
import { countWords, describeDocument, formatNumber } from "../display/words.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import type { Contradiction } from "../shift/reversals.ts";
import { describeBetween } from "../shift/words.ts";
import type { Citations } from "./citations.ts";
import { describeMove, type FoundChange } from "./find-change.ts";
import type { Sentence } from "./model.ts";
import { continueStatement, sayStatement, sayStatements } from "./say.ts";

const MOST = 5;

/** The slice must hold a statement. */
export function draftBottomLine(
  slice: Slice,
  found: FoundChange,
  opposites: readonly Contradiction[],
  citations: Citations,
): Sentence[] {
  const { narrative } = slice;
  const moved = tellMove(found, slice, citations);
  const sentences = [
    ...(moved.length > 0 ? moved : tellHeaviest(slice, citations)),
    ...tellOpposite(opposites, "reversal", slice, citations),
    ...tellNewest(found, slice, citations),
    ...tellOpposite(opposites, "across voices", slice, citations),
  ];
  const sources = narrative.dossier.documents.length === 1 ? tellSingleSource(slice, citations) : [];
  return [...sentences.slice(0, MOST - sources.length), ...sources];
}

/** What is stated most often. */
function tellHeaviest(slice: Slice, citations: Citations): Sentence[] {
  const ties = tiesOf(slice);
  const heaviest = ties.reduce((most, tie) => (tie.statements.length > most.statements.length ? tie : most));
  const opening = ties.length > 1 ? "Most often" : undefined;
  const counts = `${formatNumber(heaviest.statements.length)} of ${countWords(slice.statements.length, "statement")}`;
  return sayStatements(heaviest.statements, slice.narrative, citations, { opening, counts }).slice(0, 1);
}

function tellMove(found: FoundChange, { narrative }: Slice, { cite }: Citations): Sentence[] {
  const move = describeMove(found, narrative);
  return move ? [{ text: move.text, citations: cite(move.counted, 12) }] : [];
}

function tellOpposite(
  opposites: readonly Contradiction[],
  wanted: Contradiction["kind"],
  { narrative }: Slice,
  { cite }: Citations,
): Sentence[] {
  const found = opposites.find(({ kind }) => kind === wanted);
  if (!found) return [];
  const { earlier, later } = found;
  const between = describeBetween(earlier, later, narrative);
  return [
    {
      text: `${sayStatement(earlier, narrative)}; against it, ${between}, ${continueStatement(later, narrative)}.`,
      citations: cite([earlier, later]),
    },
  ];
}

/** The strongest tie that is new at the last stop that has one. */
function tellNewest(
  { shifts, parts, told }: FoundChange,
  { narrative }: Slice,
  citations: Citations,
): Sentence[] {
  const fresh = shifts.filter(({ shift }) => shift.kind === "appeared");
  const last = fresh.reduce((most, placed) => (placed.part > most.part ? placed : most), fresh[0]!);
  const found = fresh.find(({ part }) => part === last?.part);
  if (!found) return [];
  const opening = told === "stop by stop" ? `New in “${parts[found.part]!.label}”` : "New in B";
  const { length } = found.shift.b;
  const counts = length > 1 ? countWords(length, "statement") : undefined;
  return sayStatements(found.shift.b, narrative, citations, { opening, counts }).slice(0, 1);
}

function tellSingleSource({ narrative, statements }: Slice, { cite }: Citations): Sentence[] {
  const count = countWords(statements.length, "statement");
  const rest = statements.length === 1 ? "rests" : "rest";
  const on = describeDocument(narrative.dossier.documents[0]!);
  return [{ text: `The ${count} ${rest} on one document alone, ${on}.`, citations: cite(statements, 1) }];
}
