/** Statements → ties: all statements of one family from one actor to another, drawn as one line. */
import type { Sign } from "../dossier/records.ts";
import type { StatementEdge } from "./build.ts";

export interface Tie {
  /** As `tieId` writes it. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly family: string;
  /** The sign that most of its statements have; 0 when none has a majority. */
  readonly sign: Sign;
  /** In the order of the story. Never empty; the tie's weight is their number. */
  readonly statements: readonly StatementEdge[];
  /** Some statement is in an actor's own voice, not the author's. */
  readonly quoted: boolean;
}

/** The ties of some statements of one graph, in the order in which their first statements come. Linear. */
export function buildTies(statements: readonly StatementEdge[]): Tie[] {
  const groups = new Map<number, StatementEdge[]>();
  for (const statement of statements) {
    const group = groups.get(statement.tie.number);
    if (group) group.push(statement);
    else groups.set(statement.tie.number, [statement]);
  }
  const ties: Tie[] = [];
  for (const group of groups.values()) {
    const { id, source, target, family } = group[0]!.tie;
    const quoted = group.some(({ voice }) => voice !== "author");
    ties.push({ id, source, target, family, sign: majoritySign(group), statements: group, quoted });
  }
  return ties;
}

function majoritySign(statements: readonly StatementEdge[]): Sign {
  let [hostile, friendly] = [0, 0];
  for (const { type } of statements) {
    if (type.sign === -1) hostile += 1;
    if (type.sign === 1) friendly += 1;
  }
  if (hostile * 2 > statements.length) return -1;
  return friendly * 2 > statements.length ? 1 : 0;
}
