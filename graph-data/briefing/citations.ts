/** Numbers of evidence: a statement gets its number when it is first cited, and keeps it. */
import type { StatementEdge } from "../graph/build.ts";

export interface Citations {
  /** The numbers of some statements, ascending: of the first `most` of them. */
  cite(statements: readonly StatementEdge[], most?: number): number[];
  /** What was cited, in the order of the numbers; the first has number 1. */
  list(): readonly StatementEdge[];
}

/** Statements that one sentence cites; how many there are is in its words. */
export const MOST_CITED = 6;

export function createCitations(): Citations {
  const numbers = new Map<StatementEdge, number>();
  const numberOf = (statement: StatementEdge) => {
    const known = numbers.get(statement) ?? numbers.size + 1;
    numbers.set(statement, known);
    return known;
  };
  return {
    cite: (statements, most = MOST_CITED) =>
      [...new Set(statements.slice(0, most).map(numberOf))].sort((a, b) => a - b),
    list: () => [...numbers.keys()],
  };
}

/** "1, 4–6, 9": runs of three or more are drawn together. Numbers ascending. */
export function writeNumbers(numbers: readonly number[]): string {
  return runsOf(numbers)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    .join(", ");
}

/** Runs of numbers that follow each other; of two alone each is a run of its own. */
export function runsOf(numbers: readonly number[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.flatMap(([first, last]): [number, number][] =>
    last - first === 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}
