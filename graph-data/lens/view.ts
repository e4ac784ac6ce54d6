/** View state: how the slice is looked at. Its keys stand beside the lens in the address and change nothing of it. */
import { errorAt, type Problem } from "../errors.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { SHIFT_KINDS, type ShiftKind } from "../shift/compare.ts";
import { type Lens, WHOLE } from "./lens.ts";
import { encodeValue, type Offer, parseLens, readQuery, writeLens } from "./query.ts";

export type Theme = "light" | "dark";

export interface Viewport {
  /** The graph coordinates at the middle of the picture, whole numbers. */
  readonly x: number;
  readonly y: number;
  /** Percent; 100 = one unit a pixel. */
  readonly scale: number;
}

/**
 * What is selected: an actor or a statement by its id, a pair as `a~b`, a tie as `a~b~family`. A statement whose id
 * is also an actor's is written `~id`.
 */
export type Selection = readonly string[];

export interface View {
  readonly select?: Selection;
  /** Ties drawn as their single statements. */
  readonly expand?: readonly string[];
  /** Actors moved from where the dossier puts them. */
  readonly at?: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** The lens that is compared with, in what it has of its own; the rest is shared. The lens itself is the later, B. */
  readonly compare?: Lens;
  /** Of a comparison, the kinds of shift that are drawn; absent: all. */
  readonly shift?: readonly ShiftKind[];
  /** The two networks of a comparison side by side, in place of one that holds both. */
  readonly beside?: true;
  /** The step of the story that is told, from 1. */
  readonly story?: number;
  /** Which axis of time the strip shows; absent: the one that the lens's time is told on, or the first. */
  readonly axis?: "phase" | "date";
  readonly zoom?: Viewport;
  readonly theme?: Theme;
}

export type Selected =
  | { readonly kind: "actor"; readonly id: string }
  | { readonly kind: "statement"; readonly id: string }
  | { readonly kind: "tie"; readonly source: string; readonly target: string; readonly family: string }
  | { readonly kind: "pair"; readonly a: string; readonly b: string };

export const VIEW_KEYS = [
  "select",
  "compare",
  "shift",
  "beside",
  "story",
  "expand",
  "at",
  "axis",
  "zoom",
  "theme",
] as const;

/** What one entry of a selection stands for, or `null` when the dossier has no such thing. */
export function resolveSelected(entry: string, narrative: NarrativeGraph): Selected | null {
  const parts = entry.split("~");
  const [first = "", second = "", third = ""] = parts;
  if (parts.length === 1) {
    if (narrative.actors.has(first)) return { kind: "actor", id: first };
    return narrative.statementById.has(first) ? { kind: "statement", id: first } : null;
  }
  if (parts.length === 2 && first === "") {
    return narrative.statementById.has(second) ? { kind: "statement", id: second } : null;
  }
  if (!narrative.actors.has(first) || !narrative.actors.has(second)) return null;
  if (parts.length === 2) return { kind: "pair", a: first, b: second };
  const known = parts.length === 3 && narrative.codebook.families.has(third);
  return known ? { kind: "tie", source: first, target: second, family: third } : null;
}

/** The entry that stands for a statement. */
export function selectStatement(id: string, narrative: Pick<NarrativeGraph, "actors">): string {
  return narrative.actors.has(id) ? `~${id}` : id;
}

export interface Address {
  readonly lens: Lens;
  readonly view: View;
}

export interface ParsedAddress extends Address {
  readonly problems: readonly Problem[];
}

/** Reads lens and view state from query text. Used by the page and the client; the API reads the lens alone. */
export function parseAddress(text: string, narrative: NarrativeGraph): ParsedAddress {
  const { lens, problems } = parseLens(text, narrative, VIEW_KEYS);
  const { view, problems: found } = parseView(text, narrative);
  return { lens, view, problems: [...problems, ...found] };
}

/** The view state alone; other keys are passed over. */
export function parseView(
  text: string,
  narrative: NarrativeGraph,
): { readonly view: View; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push(errorAt(path, message));
  const { pairs } = readQuery(text);
  for (const key of VIEW_KEYS) {
    if (pairs.filter(([name, value]) => name === key && value !== "").length > 1) {
      report(key, "is given more than once");
    }
  }
  return { view: readView(new Map(pairs), narrative, report), problems };
}

/** Canonical query text of lens and view, without `?`; `""` for the dossier as it opens. */
export function writeAddress({ lens, view }: Address, offer: Offer): string {
  return [writeLens(lens, offer), ...writeView(view, offer)].filter(Boolean).join("&");
}

type Report = (key: string, message: string) => void;

function readView(values: ReadonlyMap<string, string>, narrative: NarrativeGraph, report: Report): View {
  const read = <T>(key: string, parse: (text: string) => T | string): T | undefined => {
    const text = values.get(key);
    if (text === undefined || text === "") return undefined;
    const value = parse(text);
    if (typeof value !== "string") return value;
    report(key, value);
    return undefined;
  };
  const entries = (text: string) => text.split(",").filter(Boolean);
  const view: View = {
    select: read("select", (text) => {
      const unknown = entries(text).find((entry) => resolveSelected(entry, narrative) === null);
      return unknown === undefined ? entries(text) : `"${unknown}" is no actor, statement, pair or tie here`;
    }),
    compare: read("compare", (text) => readCompared(text, narrative)),
    shift: read("shift", (text) => {
      const unknown = entries(text).find((kind) => !isShiftKind(kind));
      if (unknown !== undefined) return `"${unknown}" is not allowed; allowed: ${SHIFT_KINDS.join(", ")}`;
      return SHIFT_KINDS.filter((kind) => entries(text).includes(kind));
    }),
    beside: readOption("beside", values, ["1"], report) && true,
    story: read("story", (text) => readStep(text, narrative.dossier.story?.length ?? 0)),
    expand: read("expand", (text) => {
      const wrong = entries(text).find((entry) => resolveSelected(entry, narrative)?.kind !== "tie");
      return wrong === undefined ? entries(text) : `"${wrong}" is no tie here; a tie is source~target~family`;
    }),
    at: read("at", (text) => readPositions(entries(text), narrative)),
    zoom: read("zoom", readViewport),
    axis: readOption("axis", values, ["phase", "date"], report),
    theme: readOption("theme", values, ["light", "dark"], report),
  };
  return dropAbsent(view);
}

/** A comparison with all times has an empty lens, and an empty value would be no value. */
const WHOLE_TEXT = "all";

function readCompared(text: string, narrative: NarrativeGraph): Lens | string {
  if (text === WHOLE_TEXT) return WHOLE;
  const { lens, problems } = parseLens(text, narrative);
  return problems.length === 0 ? lens : problems.map(({ path, message }) => `${path}: ${message}`).join("; ");
}

function isShiftKind(text: string): text is ShiftKind {
  return SHIFT_KINDS.some((kind) => kind === text);
}

function readStep(text: string, steps: number): number | string {
  const step = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (step >= 1 && step <= steps) return step;
  return steps === 0 ? "this dossier tells no story" : `is a step from 1 to ${steps}`;
}

function readOption<T extends string>(
  key: string,
  values: ReadonlyMap<string, string>,
  options: readonly T[],
  report: Report,
): T | undefined {
  const text = values.get(key);
  if (text === undefined || text === "") return undefined;
  const option = options.find((candidate) => candidate === text);
  if (option === undefined) report(key, `"${text}" is not allowed; allowed: ${options.join(", ")}`);
  return option;
}

function dropAbsent(view: View): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

const COORDINATE = /^-?\d{1,7}$/;

function readPositions(
  entries: readonly string[],
  narrative: NarrativeGraph,
): Map<string, [number, number]> | string {
  const positions = new Map<string, [number, number]>();
  for (const entry of entries) {
    const [id = "", x = "", y = "", ...rest] = entry.split("~");
    if (!narrative.actors.has(id)) return `there is no actor "${id}"`;
    if (!COORDINATE.test(x) || !COORDINATE.test(y) || rest.length > 0) return `"${entry}" is not actor~x~y`;
    positions.set(id, [Number(x), Number(y)]);
  }
  return positions;
}

function readViewport(text: string): Viewport | string {
  const [x = "", y = "", scale = "", ...rest] = text.split("~");
  const valid = COORDINATE.test(x) && COORDINATE.test(y) && /^\d{1,4}$/.test(scale) && rest.length === 0;
  if (!valid || Number(scale) < 1) return "is x~y~percent, in whole numbers";
  return { x: Number(x), y: Number(y), scale: Number(scale) };
}

function writeView(view: View, offer: Offer): string[] {
  const { select, compare, shift, beside, story, expand, at, axis, zoom, theme } = view;
  const values: [key: (typeof VIEW_KEYS)[number], value: string | undefined][] = [
    ["select", select?.join(",")],
    ["compare", compare && (writeLens(compare, offer) || WHOLE_TEXT)],
    ["shift", shift?.join(",")],
    ["beside", beside && "1"],
    ["story", story?.toString()],
    ["expand", expand?.join(",")],
    ["at", at && [...at].map(([id, [x, y]]) => `${id}~${x}~${y}`).join(",")],
    ["axis", axis],
    ["zoom", zoom && `${zoom.x}~${zoom.y}~${zoom.scale}`],
    ["theme", theme],
  ];
  return values.flatMap(([key, value]) => (value ? [`${key}=${encodeValue(value)}`] : []));
}
