/** The looks of actors and families as a stylesheet of Cytoscape.js. */
import { DRAWING } from "../display/elements.ts";
import {
  DASHES,
  EVENT_FILL,
  type FamilyStyle,
  familyStyles,
  GROUND,
  INK,
  NODE_FILL,
  SHAPES,
} from "../display/styles.ts";
import type { Codebook } from "../dossier/codebook.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Theme } from "../lens/view.ts";

export interface StyleRule {
  readonly selector: string;
  readonly style: Readonly<Record<string, string | number | readonly number[]>>;
}

export function cytoscapeStyle(codebook: Pick<Codebook, "families">, theme: Theme): StyleRule[] {
  return [
    { selector: "node", style: nodeStyle(theme) },
    { selector: "node[size]", style: { width: "data(size)", height: "data(size)" } },
    ...Object.entries(SHAPES).map(([kind, corners]) => kindRule(kind as ActorKind, corners)),
    { selector: 'node[kind = "event"]', style: { "background-color": EVENT_FILL[theme] } },
    { selector: "edge", style: edgeStyle(theme) },
    ...[...familyStyles(codebook)].map(([family, style]) => familyRule(family, style, theme)),
  ];
}

function nodeStyle(theme: Theme): StyleRule["style"] {
  return {
    label: "data(label)",
    color: INK[theme],
    "background-color": NODE_FILL[theme],
    "border-color": INK[theme],
    "border-width": 1.4,
    "font-size": 12,
    "text-valign": "bottom",
    "text-margin-y": 4,
    "text-outline-color": GROUND[theme],
    "text-outline-width": 2.5,
  };
}

function edgeStyle(theme: Theme): StyleRule["style"] {
  const { least, most } = DRAWING.lineWidth;
  return {
    "curve-style": "bezier",
    "control-point-step-size": DRAWING.bendStep,
    // A tie of a hundred statements is as wide as a line becomes.
    width: `mapData(weight, 1, 100, ${least}, ${most})`,
    "line-color": INK[theme],
    "target-arrow-color": INK[theme],
    "target-arrow-shape": "triangle",
  };
}

/** Corners have to lie from −1 to 1 there. */
function kindRule(kind: ActorKind, corners: (typeof SHAPES)[ActorKind]): StyleRule {
  const selector = `node[kind = "${kind}"]`;
  if (!corners) return { selector, style: { shape: "ellipse" } };
  const reach = Math.max(...corners.flat().map(Math.abs));
  const points = corners.flat().map((value) => Math.round((value / reach) * 1000) / 1000 + 0);
  return { selector, style: { shape: "polygon", "shape-polygon-points": points.join(" ") } };
}

/** Ids of families hold no quotation mark. */
function familyRule(family: string, { line, arrow, colour }: FamilyStyle, theme: Theme): StyleRule {
  const dashes = DASHES[line];
  return {
    selector: `edge[family = "${family}"]`,
    style: {
      "line-color": colour[theme],
      "target-arrow-color": colour[theme],
      "target-arrow-shape": arrow,
      ...(dashes.length > 0 ? { "line-style": "dashed", "line-dash-pattern": dashes } : {}),
    },
  };
}
