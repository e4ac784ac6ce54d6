/** What is selected, resolved against the slice: what the reader shows. Pure. */
import type { Actor } from "../../graph-data/dossier/records.ts";
import type { NarrativeGraph, StatementEdge } from "../../graph-data/graph/build.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import { resolveSelected } from "../../graph-data/lens/view.ts";

export type Subject =
  | { readonly kind: "nothing" }
  | { readonly kind: "actor"; readonly actor: Actor; readonly statements: readonly StatementEdge[] }
  | { readonly kind: "statement"; readonly statement: StatementEdge; readonly inLens: boolean }
  | {
      readonly kind: "tie";
      readonly source: Actor;
      readonly target: Actor;
      readonly family: string;
      readonly statements: readonly StatementEdge[];
    }
  | {
      readonly kind: "pair";
      readonly a: Actor;
      readonly b: Actor;
      readonly statements: readonly StatementEdge[];
    }
  | {
      readonly kind: "several";
      readonly actors: readonly Actor[];
      /** Statements among the actors, and those that were chosen by themselves. */
      readonly statements: readonly StatementEdge[];
    };

/** Statements are those of the slice; one that was chosen by itself is shown even when the lens leaves it out. */
export function resolveSubject(slice: Slice, select: readonly string[] = []): Subject {
  const { narrative } = slice;
  const entries = select.flatMap((entry) => {
    const resolved = resolveSelected(entry, narrative);
    return resolved ? [resolved] : [];
  });
  const [only] = entries;
  if (!only) return { kind: "nothing" };
  if (entries.length > 1) return resolveSeveral(slice, entries);
  switch (only.kind) {
    case "actor": {
      const touching = ({ source, target, voice }: StatementEdge) =>
        source === only.id || target === only.id || voice === only.id;
      return {
        kind: "actor",
        actor: actorOf(only.id, narrative),
        statements: slice.statements.filter(touching),
      };
    }
    case "statement": {
      const statement = narrative.statementById.get(only.id)!;
      return { kind: "statement", statement, inLens: slice.statements.includes(statement) };
    }
    case "tie": {
      const { source, target, family } = only;
      return {
        kind: "tie",
        source: actorOf(source, narrative),
        target: actorOf(target, narrative),
        family,
        statements: slice.statements.filter(
          (statement) =>
            statement.source === source && statement.target === target && statement.family === family,
        ),
      };
    }
    case "pair":
      return resolvePair(slice, only.a, only.b);
  }
}

type Entries = readonly NonNullable<ReturnType<typeof resolveSelected>>[];

function resolvePair(slice: Slice, a: string, b: string): Subject {
  const { narrative } = slice;
  return {
    kind: "pair",
    a: actorOf(a, narrative),
    b: actorOf(b, narrative),
    statements: slice.statements.filter(
      ({ source, target }) => (source === a && target === b) || (source === b && target === a),
    ),
  };
}

/** Two actors are a pair; otherwise what holds among the actors, and the lines and statements chosen beside them. */
function resolveSeveral(slice: Slice, entries: Entries): Subject {
  const { narrative } = slice;
  const ids = new Set(entries.flatMap((entry) => (entry.kind === "actor" ? [entry.id] : [])));
  const [a, b, ...more] = ids;
  if (entries.length === 2 && a !== undefined && b !== undefined && more.length === 0)
    return resolvePair(slice, a, b);
  const chosen = (statement: StatementEdge) =>
    (ids.has(statement.source) && ids.has(statement.target)) ||
    entries.some((entry) => covers(entry, statement));
  return {
    kind: "several",
    actors: [...ids].map((id) => actorOf(id, narrative)),
    statements: slice.statements.filter(chosen),
  };
}

function covers(entry: Entries[number], { id, source, target, family }: StatementEdge): boolean {
  switch (entry.kind) {
    case "statement":
      return entry.id === id;
    case "tie":
      return entry.source === source && entry.target === target && entry.family === family;
    case "pair":
      return (entry.a === source && entry.b === target) || (entry.b === source && entry.a === target);
    case "actor":
      return false;
  }
}

function actorOf(id: string, { actors }: NarrativeGraph): Actor {
  const actor = actors.get(id);
  if (!actor) throw new TypeError(`no actor "${id}"`);
  return actor;
}
