/**
 * How families and kinds of actor are drawn. Colour never carries meaning alone: each family has a colour, a line and
 * an arrow head; each kind of actor a shape.
 */
import type { Codebook } from "../dossier/codebook.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Theme } from "../lens/view.ts";

export type Line = "solid" | "thin" | "dashed" | "dotted" | "long-dash";
export type Arrow = "triangle" | "tee" | "circle" | "vee" | "diamond";

export interface FamilyStyle {
  readonly line: Line;
  readonly arrow: Arrow;
  readonly colour: Readonly<Record<Theme, string>>;
}

/** Lengths of dash and gap for a line one unit wide; empty = unbroken. */
export const DASHES: Readonly<Record<Line, readonly number[]>> = {
  solid: [],
  thin: [],
  dashed: [6, 4],
  dotted: [1.5, 3.5],
  "long-dash": [13, 5],
};

/** The nearest of three, for programs that draw no others. */
export const PLAIN_LINES: Readonly<Record<Line, "solid" | "dashed" | "dotted">> = {
  solid: "solid",
  thin: "solid",
  dashed: "dashed",
  dotted: "dotted",
  "long-dash": "dashed",
};

export const GROUND: Readonly<Record<Theme, string>> = { light: "#fbfaf8", dark: "#14171c" };
export const INK: Readonly<Record<Theme, string>> = { light: "#1d2025", dark: "#e9e7e2" };
export const FAINT_INK: Readonly<Record<Theme, string>> = { light: "#5c6069", dark: "#a6abb5" };
export const NODE_FILL: Readonly<Record<Theme, string>> = { light: "#ffffff", dark: "#262b33" };
export const EVENT_FILL: Readonly<Record<Theme, string>> = { light: "#dedbd3", dark: "#454c58" };
export const ACCENT: Readonly<Record<Theme, string>> = { light: "#0b57c2", dark: "#7db4ff" };

/** Searched for the greatest smallest difference (OKLab) under four kinds of sight; contrast ≥ 3.1:1 on the ground. */
const NAMED: Readonly<Record<string, FamilyStyle>> = {
  blame: { line: "solid", arrow: "triangle", colour: { light: "#c50c0b", dark: "#d73244" } },
  denial: { line: "dashed", arrow: "tee", colour: { light: "#58308d", dark: "#8434ec" } },
  acknowledgement: { line: "dotted", arrow: "circle", colour: { light: "#4990c9", dark: "#7e9cd7" } },
  alliance: { line: "thin", arrow: "vee", colour: { light: "#186e62", dark: "#a0eeda" } },
  threat: { line: "long-dash", arrow: "vee", colour: { light: "#ce7a05", dark: "#f99a24" } },
};

/** For families that a dossier brings itself, in its order; then from the start again. */
const FURTHER: readonly FamilyStyle[] = [
  { line: "solid", arrow: "diamond", colour: { light: "#1f77b4", dark: "#6bb2e8" } },
  { line: "dashed", arrow: "diamond", colour: { light: "#8c564b", dark: "#c79a8f" } },
  { line: "dotted", arrow: "diamond", colour: { light: "#b5399a", dark: "#ee8fd8" } },
  { line: "long-dash", arrow: "diamond", colour: { light: "#6b7413", dark: "#c3cc52" } },
  { line: "thin", arrow: "diamond", colour: { light: "#4a5568", dark: "#a9b4c6" } },
];

/** The style of each family of a codebook, in its order. */
export function familyStyles(codebook: Pick<Codebook, "families">): ReadonlyMap<string, FamilyStyle> {
  let further = 0;
  return new Map(
    [...codebook.families.keys()].map((id) => {
      const style = Object.hasOwn(NAMED, id) ? NAMED[id] : undefined;
      return [id, style ?? FURTHER[further++ % FURTHER.length]!];
    }),
  );
}

/** Corners of each kind's shape, clockwise, in a square from −1 to 1; `null` is a circle. */
export const SHAPES: Readonly<Record<ActorKind, readonly (readonly [x: number, y: number])[] | null>> = {
  person: null,
  office: polygon(4, Math.PI / 4, 1.25),
  agency: polygon(6, 0, 1.08),
  state: [
    [-1.1, -0.8],
    [1.1, -0.8],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  bloc: polygon(8, Math.PI / 8, 1.08),
  alliance: polygon(5, -Math.PI / 2, 1.12),
  "armed-group": polygon(3, -Math.PI / 2, 1.25),
  population: [
    [-0.7, -0.85],
    [0.7, -0.85],
    [1.15, 0.85],
    [-1.15, 0.85],
  ],
  media: [
    [-1.1, -0.75],
    [0.55, -0.75],
    [1.15, 0],
    [0.55, 0.75],
    [-1.1, 0.75],
  ],
  expert: polygon(4, 0, 1.2),
  event: star(),
  other: [
    [-0.75, -0.75],
    [1.15, -0.75],
    [0.75, 0.75],
    [-1.15, 0.75],
  ],
};

function polygon(corners: number, turn: number, radius: number): [number, number][] {
  return Array.from({ length: corners }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / corners;
    return [round(Math.cos(angle) * radius), round(Math.sin(angle) * radius)];
  });
}

function star(): [number, number][] {
  return Array.from({ length: 12 }, (_, at) => {
    const angle = -Math.PI / 2 + (Math.PI * at) / 6;
    const radius = at % 2 === 0 ? 1.25 : 0.8;
    return [round(Math.cos(angle) * radius), round(Math.sin(angle) * radius)];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** What kinds of actor are called on the screen. */
export const KIND_WORDS: Readonly<Record<ActorKind, string>> = {
  person: "person",
  office: "office",
  agency: "agency",
  state: "state",
  bloc: "bloc",
  alliance: "alliance",
  "armed-group": "armed group",
  population: "population",
  media: "medium",
  expert: "experts",
  event: "event",
  other: "other",
};
