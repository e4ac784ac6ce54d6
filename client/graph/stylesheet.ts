/** The looks of actors, as a Cytoscape stylesheet. Data mappers only: no function runs a frame. */
import type { StylesheetJson } from "cytoscape";
import { ACCENT, EVENT_FILL, GROUND, INK, NODE_FILL, SHAPES } from "../../graph-data/display/styles.ts";
import type { ActorKind } from "../../graph-data/dossier/records.ts";
import type { Theme } from "../../graph-data/lens/view.ts";

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif';
/** Pixels below which Cytoscape draws no label. */
export const MIN_ZOOMED_FONT = 5;
/** Of the ground, around the letters of a label. */
export const LABEL_HALO = 2.5;

export function buildStylesheet(theme: Theme): StylesheetJson {
  return [...nodeStyles(theme), ...kindStyles(), ...stateStyles(theme)] as StylesheetJson;
}

function nodeStyles(theme: Theme) {
  return [
    {
      selector: "node",
      style: {
        width: "data(width)",
        height: "data(height)",
        "background-color": NODE_FILL[theme],
        "border-color": INK[theme],
        "border-width": 1.4,
        label: "data(text)",
        color: INK[theme],
        "font-family": FONT,
        "font-size": 12,
        "text-wrap": "wrap",
        "text-max-width": "400px",
        "text-valign": "bottom",
        "text-margin-y": "data(gap)",
        "text-outline-color": GROUND[theme],
        "text-outline-width": LABEL_HALO,
        "min-zoomed-font-size": MIN_ZOOMED_FONT,
        "z-index": 10,
        "overlay-opacity": 0,
      },
    },
    { selector: 'node[kind = "event"]', style: { "background-color": EVENT_FILL[theme] } },
  ];
}

/** Cytoscape wants corners within a node's box, from −1 to 1: a shape that reaches further gets a larger box. */
function kindStyles() {
  return (Object.entries(SHAPES) as [ActorKind, (typeof SHAPES)[ActorKind]][]).map(([kind, corners]) => {
    const [wide, high] = reachOfKind(kind);
    const points = (corners ?? []).flatMap(([x, y]) => [x / wide, y / high]);
    return {
      selector: `node[kind = "${kind}"]`,
      style: corners ? { shape: "polygon", "shape-polygon-points": points.join(" ") } : { shape: "ellipse" },
    };
  });
}

/** How far a kind's shape reaches from its middle, for a node of size 2. */
export function reachOfKind(kind: ActorKind): readonly [wide: number, high: number] {
  const corners = SHAPES[kind];
  if (!corners) return [1, 1];
  return [Math.max(...corners.map(([x]) => Math.abs(x))), Math.max(...corners.map(([, y]) => Math.abs(y)))];
}

function stateStyles(theme: Theme) {
  const halo = { "underlay-color": ACCENT[theme], "underlay-opacity": 0.28 };
  return [
    { selector: ".out", style: { visibility: "hidden" } },
    { selector: ".dim", style: { opacity: 0.16 } },
    { selector: "node.dim", style: { "text-opacity": 0.5 } },
    {
      selector: "node.chosen",
      style: { ...halo, "underlay-padding": 7, "border-color": ACCENT[theme], "border-width": 3 },
    },
    {
      selector: "node.focused",
      style: { "outline-color": ACCENT[theme], "outline-width": 2, "outline-offset": 4 },
    },
  ];
}
