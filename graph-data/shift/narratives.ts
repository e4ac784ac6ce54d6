/** The trace of a narrative: when it starts, who advances it first, who takes it up, who undermines it. */
import type { StatementEdge } from "../graph/build.ts";
import type { Axis } from "../time/axis.ts";

export interface NarrativeTrace {
  readonly id: string;
  /** First statement that advances it; `null` when none does. */
  readonly first: StatementEdge | null;
  /** Who advances it and who undermines it, in the order in which they do so first. */
  readonly advanced: readonly Uptake[];
  readonly undermined: readonly Uptake[];
  readonly stops: readonly NarrativeStop[];
}

export interface Uptake {
  readonly who: string;
  /** `voice`: in its own words. `act`: by what the author reports that it does. */
  readonly as: "voice" | "act";
  readonly first: StatementEdge;
  readonly statements: number;
}

/** Of the statements that may lie at several stops, each counts by its share. */
export interface NarrativeStop {
  readonly advances: number;
  readonly undermines: number;
  /** Of all that advances a narrative at this stop, its part; `null` where nothing does. */
  readonly share: number | null;
}

/** Cost: statements × the stops of each. */
export function traceNarrative(statements: readonly StatementEdge[], id: string, axis: Axis): NarrativeTrace {
  const linked = (role: Role) => statements.filter((statement) => hasLink(statement, role, id));
  const [advancing, undermining] = [linked("advances"), linked("undermines")];
  const [advances, undermines] = [countStops(advancing, axis), countStops(undermining, axis)];
  const all = axis.stops.map(() => 0);
  for (const statement of statements) {
    const links = statement.record.narratives?.filter(({ role }) => role === "advances").length ?? 0;
    if (links > 0) addTo(all, statement, axis, links);
  }
  return {
    id,
    first: advancing[0] ?? null,
    advanced: listUptake(advancing),
    undermined: listUptake(undermining),
    stops: axis.stops.map((_, stop) => ({
      advances: advances[stop]!,
      undermines: undermines[stop]!,
      share: all[stop] === 0 ? null : advances[stop]! / all[stop]!,
    })),
  };
}

type Role = "advances" | "undermines";

function hasLink({ record }: StatementEdge, role: Role, id: string): boolean {
  return record.narratives?.some((link) => link.id === id && link.role === role) ?? false;
}

function countStops(statements: readonly StatementEdge[], axis: Axis): number[] {
  const counts = axis.stops.map(() => 0);
  for (const statement of statements) addTo(counts, statement, axis, 1);
  return counts;
}

function addTo(counts: number[], statement: StatementEdge, axis: Axis, weight: number): void {
  const [first, last] = axis.place(statement);
  for (let stop = first; stop <= last; stop += 1) counts[stop]! += weight / (last - first + 1);
}

/** What the author reports is its source's act; what the author gives as another's words is that voice's. */
function listUptake(statements: readonly StatementEdge[]): Uptake[] {
  const found = new Map<string, Uptake>();
  for (const statement of statements) {
    const as = statement.voice === "author" ? "act" : "voice";
    const who = as === "act" ? statement.source : statement.voice;
    const known = found.get(`${as}~${who}`);
    found.set(`${as}~${who}`, {
      who,
      as,
      first: known?.first ?? statement,
      statements: (known?.statements ?? 0) + 1,
    });
  }
  return [...found.values()];
}
