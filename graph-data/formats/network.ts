/**
 * A slice as a plain network: what the graph formats write, and what they read. One place decides which attributes
 * there are; a format only spells them.
 */
import { displaySlice, mergePositions } from "../display/elements.ts";
import { type FamilyStyle, familyStyles } from "../display/styles.ts";
import { describeShown, describeSources } from "../display/words.ts";
import type { DateSpan } from "../dossier/dates.ts";
import { inlineDocument } from "../dossier/write.ts";
import type { NarrativeGraph, StatementEdge } from "../graph/build.ts";
import { quotationOf } from "../graph/quotations.ts";
import type { Tie } from "../graph/ties.ts";
import { writeLens } from "../lens/query.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { dateOf } from "../time/calendar.ts";
import { sliceDossier } from "./dossier.ts";
import type { WriteOptions } from "./format.ts";
import { plainActor, plainStatement } from "./plain.ts";

/** Plain JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Without a prototype's names: built with `Object.create(null)` or `Object.fromEntries`, read with `Object.hasOwn`. */
export type Attributes = Readonly<Record<string, Value>>;

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes;
  /** In graph units, y pointing down; `null` where it has no place. */
  readonly position: readonly [x: number, y: number] | null;
  /** Diameter in graph units. */
  readonly size: number | null;
  /** `#rrggbb`. */
  readonly colour: string | null;
}

export interface NetworkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  readonly label: string;
  /** Statements: 1 for a statement, their number for a tie. */
  readonly weight: number;
  readonly attributes: Attributes;
  /** First and last day, EDTF; an end that is open is absent. `null` without a date. */
  readonly spell: { readonly start?: string; readonly end?: string } | null;
  readonly colour: string | null;
}

export interface Network {
  /** Of the whole: dossier, title, lens, sources; documents with their texts, phases, narratives, codebook. */
  readonly attributes: Attributes;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

/**
 * Everything that a statement of the dossier needs beside the nodes and edges, such as the actor whose words it gives;
 * read back, it makes them a dossier.
 */
export const FRAME = "narrascope";

/** The slice's actors and, as edges, its statements or ties. Linear. */
export function networkOf(
  slice: Slice,
  { unit = "statements", theme = "light", positions }: WriteOptions = {},
): Network {
  const { narrative } = slice;
  const places = positions ?? mergePositions(narrative.dossier.positions);
  const styles = familyStyles(narrative.codebook);
  const sizes = new Map(displaySlice(slice, { positions: places }).nodes.map(({ id, size }) => [id, size]));
  const paint = (family: string) => colourOf(styles.get(family), theme);
  return {
    attributes: describeWhole(slice),
    nodes: slice.actors.map((actor) => {
      const { id, label, ...attributes } = plainActor(actor);
      const position = places.get(id) ?? null;
      return {
        id,
        label,
        attributes: withoutNulls(attributes),
        position,
        size: sizes.get(id) ?? null,
        colour: null,
      };
    }),
    edges:
      unit === "ties"
        ? tiesOf(slice).map((tie) => edgeOfTie(tie, narrative, paint(tie.family)))
        : slice.statements.map((statement) => edgeOfStatement(statement, narrative, paint(statement.family))),
  };
}

function describeWhole(slice: Slice): Attributes {
  const { narrative, lens } = slice;
  const { actors, statements: _s, positions: _p, ...frame } = sliceDossier(slice);
  const shown = new Set(slice.actors.map(({ id }) => id));
  const others = actors.filter(({ id }) => !shown.has(id));
  const whole = {
    ...frame,
    documents: frame.documents.map(inlineDocument),
    ...(others.length > 0 ? { actors: others } : {}),
  };
  return {
    dossier: narrative.dossier.id,
    title: narrative.dossier.title,
    lens: writeLens(lens, narrative),
    shows: describeShown(lens, narrative),
    sources: describeSources(narrative),
    [FRAME]: JSON.parse(JSON.stringify(whole)),
  };
}

function colourOf(style: FamilyStyle | undefined, theme: "light" | "dark"): string | null {
  return style?.colour[theme] ?? null;
}

function edgeOfStatement(
  statement: StatementEdge,
  narrative: NarrativeGraph,
  colour: string | null,
): NetworkEdge {
  const { id, source, target, label, ...attributes } = plainStatement(statement, narrative);
  return {
    id,
    source,
    target,
    directed: true,
    label,
    weight: 1,
    attributes: withoutNulls(attributes),
    spell: spellOf([statement]),
    colour,
  };
}

function edgeOfTie(
  { id, source, target, family, sign, statements }: Tie,
  narrative: NarrativeGraph,
  colour: string | null,
): NetworkEdge {
  const quotations = statements.flatMap((statement) => quotationOf(statement, narrative) ?? []);
  return {
    id,
    source,
    target,
    directed: true,
    label: narrative.codebook.families.get(family)?.label ?? family,
    weight: statements.length,
    attributes: { family, sign, statements: statements.map((statement) => statement.id), quotations },
    spell: spellOf(statements),
    colour,
  };
}

/** From the earliest beginning to the latest end of the dates. */
function spellOf(statements: readonly StatementEdge[]): NetworkEdge["spell"] {
  const spans = statements.flatMap(({ span }): DateSpan[] => (span ? [span] : []));
  if (spans.length === 0) return null;
  const from = spans.reduce((least, span) => Math.min(least, span.from), Infinity);
  const to = spans.reduce((most, span) => Math.max(most, span.to), -Infinity);
  return {
    ...(Number.isFinite(from) ? { start: dateOf(from, "day") } : {}),
    ...(Number.isFinite(to) ? { end: dateOf(to, "day") } : {}),
  };
}

function withoutNulls(record: object): Attributes {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as Attributes;
}
