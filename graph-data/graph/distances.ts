/** Steps between actors, over statements taken as undirected links. */
import type { StatementEdge } from "./build.ts";

/**
 * For each actor that some statements link to one of `starts`: how many steps it is from the nearest of them.
 * Breadth-first from all starts at once, linear in statements. Not graphology-shortest-path: it starts from one node
 * only, and takes actors called `constructor` or `toString` for visited.
 */
export function measureDistances(
  statements: readonly StatementEdge[],
  starts: Iterable<string>,
): Map<string, number> {
  const neighbours = linkNeighbours(statements);
  const distances = new Map<string, number>();
  for (const start of starts) distances.set(start, 0);
  for (const [actor, distance] of distances) {
    for (const neighbour of neighbours.get(actor) ?? []) {
      if (!distances.has(neighbour)) distances.set(neighbour, distance + 1);
    }
  }
  return distances;
}

function linkNeighbours(statements: readonly StatementEdge[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const link = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { source, target } of statements) {
    link(source, target);
    link(target, source);
  }
  return neighbours;
}

/**
 * The statements that lie on a shortest path between two actors (all shortest paths, either direction of a statement).
 * Empty when nothing connects them.
 */
export function selectShortestPaths(
  statements: readonly StatementEdge[],
  from: string,
  to: string,
): StatementEdge[] {
  const fromStart = measureDistances(statements, [from]);
  const length = fromStart.get(to);
  if (length === undefined || from === to) return [];
  const fromEnd = measureDistances(statements, [to]);
  const through = (a: string, b: string) =>
    (fromStart.get(a) ?? Infinity) + 1 + (fromEnd.get(b) ?? Infinity) === length;
  return statements.filter(({ source, target }) => through(source, target) || through(target, source));
}

/**
 * The shortest paths themselves, each as its actors in order, at most `limit` of them, in the order of actors' ids.
 */
export function listShortestPaths(
  statements: readonly StatementEdge[],
  from: string,
  to: string,
  limit: number,
): string[][] {
  const fromEnd = measureDistances(statements, [to]);
  const next = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    if ((fromEnd.get(b) ?? Infinity) + 1 === fromEnd.get(a)) next.set(a, (next.get(a) ?? new Set()).add(b));
  };
  for (const { source, target } of statements) {
    link(source, target);
    link(target, source);
  }
  if (from === to || !fromEnd.has(from)) return [];
  const paths: string[][] = [];
  const path: string[] = [];
  const stack: { actor: string; depth: number }[] = [{ actor: from, depth: 0 }];
  for (let step = stack.pop(); step && paths.length < limit; step = stack.pop()) {
    path.length = step.depth;
    path.push(step.actor);
    if (step.actor === to) paths.push([...path]);
    for (const actor of [...(next.get(step.actor) ?? [])].sort().reverse())
      stack.push({ actor, depth: path.length });
  }
  return paths;
}
