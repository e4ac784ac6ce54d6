/**
 * The lens that a count of statements leads through. No lens lets through just what one actor directs at another: the
 * nearest is taken, and the count says how many statements it leads to when there are others.
 */
import { countWords } from "../../graph-data/display/words.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";

/** A lens that looks at all actors. */
export function withoutPlace({ path: _p, actors: _a, depth: _d, side: _s, ...rest }: Lens): Lens {
  return rest;
}

/**
 * The shortest path between two actors in one family: where the one directs something at the other, that and what
 * answers it. Where they are the same, all that touches it in that family.
 */
export function lensBetween(lens: Lens, source: string, target: string, family: string): Lens {
  const place: Lens = source === target ? { actors: [source] } : { path: [source, target] };
  return { ...withoutPlace(lens), ...place, families: [family] };
}

/** Finds what `lensBetween` lets through. */
export type Between = (source: string, target: string, family: string) => readonly StatementEdge[];

/** `statements`: what the lens lets through `withoutPlace`. Linear; each look-up afterwards takes one step. */
export function indexBetween(statements: readonly StatementEdge[]): Between {
  const index = new Map<string, StatementEdge[]>();
  const add = (key: string, statement: StatementEdge) => {
    const known = index.get(key);
    if (known) known.push(statement);
    else index.set(key, [statement]);
  };
  for (const statement of statements) {
    const { source, target, family } = statement;
    add(keyBetween(source, source, family), statement);
    if (source === target) continue;
    add(keyBetween(target, target, family), statement);
    add(keyBetween(source, target, family), statement);
  }
  return (source, target, family) => index.get(keyBetween(source, target, family)) ?? [];
}

/** The same in either direction. */
function keyBetween(a: string, b: string, family: string): string {
  return a < b ? `${a}~${b}~${family}` : `${b}~${a}~${family}`;
}

/** "leads to 3 statements"; `null` where a count leads to as many as it counts. */
export function describeLed(counted: number, led: number): string | null {
  return counted === led ? null : `leads to ${countWords(led, "statement")}`;
}
