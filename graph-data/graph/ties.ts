/** Statements → ties: all statements of one family from one actor to another, drawn as one line. */
import type { Sign } from "../dossier/records.ts";
import type { StatementEdge } from "./build.ts";

export interface Tie {
  /** `source~target~family`; `~` occurs in no id. */
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

export function tieId(source: string, target: string, family: string): string {
  return `${source}~${target}~${family}`;
}

/** The ties of some statements, in the order in which their first statements come. Linear. */
export function buildTies(statements: readonly StatementEdge[]): Tie[] {
  const groups = new Map<string, StatementEdge[]>();
  for (const statement of statements) {
    const id = tieId(statement.source, statement.target, statement.family);
    const group = groups.get(id);
    if (group) group.push(statement);
    else groups.set(id, [statement]);
  }
  return [...groups].map(([id, group]) => {
    const { source, target, family } = group[0]!;
    return {
      id,
      source,
      target,
      family,
      sign: majoritySign(group),
      statements: group,
      quoted: group.some((statement) => statement.voice !== "author"),
    };
  });
}

function majoritySign(statements: readonly StatementEdge[]): Sign {
  const count = (sign: Sign) => statements.filter((statement) => statement.type.sign === sign).length;
  return ([-1, 1] as const).find((sign) => count(sign) * 2 > statements.length) ?? 0;
}
