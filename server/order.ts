/** Orders in which statements are listed: the same in the page's table and in the API. */
import { actorLabel, describeGrade, describeVoice } from "../graph-data/display/words.ts";
import type { NarrativeGraph, StatementEdge } from "../graph-data/graph/build.ts";

export const COLUMNS = ["id", "source", "relation", "target", "voice", "phase", "date", "grade"] as const;
export type Column = (typeof COLUMNS)[number];
export type Sort = Column | `-${Column}`;

/** Every column, and every column the other way round. */
export const SORTS = COLUMNS.flatMap((column): Sort[] => [column, `-${column}`]);

type Key = string | number | null;

const KEYS: Readonly<Record<Column, (statement: StatementEdge, narrative: NarrativeGraph) => Key>> = {
  id: ({ id }) => id,
  source: ({ source }, narrative) => actorLabel(source, narrative),
  relation: ({ type }) => type.label,
  target: ({ target }, narrative) => actorLabel(target, narrative),
  voice: (statement, narrative) => describeVoice(statement, narrative),
  phase: ({ step }) => step,
  date: ({ span }) => span?.from ?? null,
  grade: (statement, narrative) => describeGrade(statement, narrative),
};

/** A fixed locale: the order is the same on every machine. */
const collator = new Intl.Collator("en", { numeric: true });

/** Without a sort, the order of the story. Ties keep that order; what has no value comes last either way. */
export function sortStatements(
  statements: readonly StatementEdge[],
  narrative: NarrativeGraph,
  sort?: Sort,
): readonly StatementEdge[] {
  if (sort === undefined) return statements;
  const backwards = sort.startsWith("-");
  const read = KEYS[(backwards ? sort.slice(1) : sort) as Column];
  const keyed = statements.map((statement) => ({ statement, key: read(statement, narrative) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order =
      typeof a.key === "number" && typeof b.key === "number"
        ? Number(a.key > b.key) - Number(a.key < b.key)
        : collator.compare(String(a.key), String(b.key));
    return backwards ? -order : order;
  });
  return keyed.map(({ statement }) => statement);
}
