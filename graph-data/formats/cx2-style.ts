/** The looks of actors and families as visual properties of CX2. https://cytoscape.org/cx/cx2/cx2-visual-styles */
import {
  type Arrow,
  EVENT_FILL,
  familyStyles,
  GROUND,
  INK,
  NODE_FILL,
  PLAIN_LINES,
} from "../display/styles.ts";
import type { Codebook } from "../dossier/codebook.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Theme } from "../lens/view.ts";

/** The shapes that there are, nearest to ours. */
const SHAPES: Readonly<Record<ActorKind, string>> = {
  person: "ellipse",
  office: "rectangle",
  agency: "hexagon",
  state: "rectangle",
  bloc: "octagon",
  alliance: "hexagon",
  "armed-group": "triangle",
  population: "round-rectangle",
  media: "vee",
  expert: "diamond",
  event: "octagon",
  other: "parallelogram",
};
const ARROWS: Readonly<Record<Arrow, string>> = {
  triangle: "triangle",
  tee: "tee",
  circle: "circle",
  vee: "arrow",
  diamond: "diamond",
};

export function visualProperties(codebook: Pick<Codebook, "families">, theme: Theme): object {
  const styles = [...familyStyles(codebook)];
  const byFamily = <T>(read: (style: (typeof styles)[number][1]) => T) =>
    discrete(
      "family",
      styles.map(([family, style]): [string, T] => [family, read(style)]),
    );
  const colours = byFamily(({ colour }) => colour[theme]);
  return {
    default: {
      network: { NETWORK_BACKGROUND_COLOR: GROUND[theme] },
      node: nodeDefaults(theme),
      edge: edgeDefaults(theme),
    },
    nodeMapping: {
      NODE_LABEL: passThrough("name"),
      NODE_WIDTH: passThrough("size"),
      NODE_HEIGHT: passThrough("size"),
      NODE_SHAPE: discrete("kind", Object.entries(SHAPES)),
      NODE_BACKGROUND_COLOR: discrete("kind", [["event", EVENT_FILL[theme]]]),
    },
    edgeMapping: {
      EDGE_LINE_COLOR: colours,
      EDGE_TARGET_ARROW_COLOR: colours,
      EDGE_TARGET_ARROW_SHAPE: byFamily(({ arrow }) => ARROWS[arrow]),
      EDGE_LINE_STYLE: byFamily(({ line }) => PLAIN_LINES[line]),
      EDGE_WIDTH: passThrough("width"),
    },
  };
}

function nodeDefaults(theme: Theme): object {
  return {
    NODE_SHAPE: "ellipse",
    NODE_WIDTH: 16,
    NODE_HEIGHT: 16,
    NODE_BACKGROUND_COLOR: NODE_FILL[theme],
    NODE_BACKGROUND_OPACITY: 1,
    NODE_BORDER_COLOR: INK[theme],
    NODE_BORDER_WIDTH: 1.4,
    NODE_LABEL_COLOR: INK[theme],
    NODE_LABEL_FONT_SIZE: 12,
    NODE_LABEL_POSITION: {
      HORIZONTAL_ALIGN: "center",
      VERTICAL_ALIGN: "bottom",
      HORIZONTAL_ANCHOR: "center",
      VERTICAL_ANCHOR: "top",
      JUSTIFICATION: "center",
      MARGIN_X: 0,
      MARGIN_Y: 4,
    },
  };
}

function edgeDefaults(theme: Theme): object {
  return {
    EDGE_LINE_COLOR: INK[theme],
    EDGE_LINE_STYLE: "solid",
    EDGE_OPACITY: 1,
    EDGE_SOURCE_ARROW_SHAPE: "none",
    EDGE_TARGET_ARROW_COLOR: INK[theme],
    EDGE_TARGET_ARROW_SHAPE: "triangle",
    EDGE_WIDTH: 1.2,
  };
}

function passThrough(attribute: string): object {
  return { type: "PASSTHROUGH", definition: { attribute } };
}

function discrete<T>(attribute: string, values: readonly (readonly [string, T])[]): object {
  return { type: "DISCRETE", definition: { attribute, map: values.map(([v, vp]) => ({ v, vp })) } };
}
