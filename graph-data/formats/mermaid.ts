/** A flowchart of Mermaid, which GitHub, GitLab and many editors draw within Markdown. https://mermaid.js.org */
import { lineWidth } from "../display/elements.ts";
import { DASHES, EVENT_FILL, type FamilyStyle, familyStyles, INK, NODE_FILL } from "../display/styles.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Theme } from "../lens/view.ts";
import type { Format } from "./format.ts";
import { describeLost } from "./losses.ts";
import { type Network, type NetworkEdge, networkOf } from "./network.ts";
import { omittedOfPicture } from "./omitted.ts";

export const mermaid: Format = {
  id: "mermaid",
  label: "Mermaid",
  group: "pictures",
  extension: "mmd",
  mediaType: "text/vnd.mermaid; charset=utf-8",
  describe:
    "Actors and ties, or single statements, as a flowchart with labels and colours. Drawn by Mermaid, as within Markdown.",
  units: ["ties", "statements"],
  write(slice, { unit = "ties", theme = "light" } = {}) {
    const network = networkOf(slice, { unit, theme });
    const styles = familyStyles(slice.narrative.codebook);
    const lines = [
      "flowchart LR",
      ...headOf(network),
      ...network.nodes.map(({ label, attributes }, at) => writeNode(at, label, attributes.kind as ActorKind)),
      ...writeEdges(network),
      ...network.edges.map((edge, at) => styleEdge(edge, at, styles.get(String(edge.attributes.family)))),
      ...styleNodes(network, theme),
    ];
    return {
      content: `${lines.map((line, at) => (at === 0 ? line : `  ${line}`)).join("\n")}\n`,
      omitted: [...omittedOfPicture(slice, unit), ...describeLost(slice, ["positions"])],
    };
  },
};

/** For those who do not see the picture. */
function headOf({ attributes: { title, shows, sources } }: Network): string[] {
  return [
    `accTitle: ${escapeText(String(title))}`,
    `accDescr: ${escapeText(`${String(shows)}. ${String(sources)}.`)}`,
  ];
}

/** Opening and closing of each kind's shape. */
const SHAPES: Readonly<Record<ActorKind, readonly [string, string]>> = {
  person: ["([", "])"],
  office: ["[", "]"],
  agency: ["{{", "}}"],
  state: ["[", "]"],
  bloc: ["[[", "]]"],
  alliance: ["[[", "]]"],
  "armed-group": ["[/", "\\]"],
  population: ["[\\", "/]"],
  media: [">", "]"],
  expert: ["{", "}"],
  event: ["((", "))"],
  other: ["[/", "/]"],
};

/** Numbers stand for ids, which could be words of the language. */
function writeNode(at: number, label: string, kind: ActorKind): string {
  const [open, close] = SHAPES[kind];
  return `n${at}${open}"${escapeText(label)}"${close}`;
}

function writeEdges({ nodes, edges }: Network): string[] {
  const numbers = new Map(nodes.map(({ id }, at) => [id, at]));
  return edges.map(({ source, target, label, weight }) => {
    const words = escapeText(weight === 1 ? label : `${label} ×${weight}`);
    return `n${numbers.get(source)!} -->|"${words}"| n${numbers.get(target)!}`;
  });
}

function styleEdge({ weight, colour }: NetworkEdge, at: number, style?: FamilyStyle): string {
  const dashes = style ? DASHES[style.line] : [];
  const looks = [
    ...(colour === null ? [] : [`stroke:${colour}`, `color:${colour}`]),
    `stroke-width:${lineWidth(weight)}px`,
    ...(dashes.length > 0 ? [`stroke-dasharray:${dashes.join(" ")}`] : []),
  ];
  return `linkStyle ${at} ${looks.join(",")};`;
}

function styleNodes({ nodes }: Network, theme: Theme): string[] {
  const looks = (fill: string) => `fill:${fill},stroke:${INK[theme]},color:${INK[theme]}`;
  const events = nodes.flatMap(({ attributes }, at) => (attributes.kind === "event" ? [`n${at}`] : []));
  return [
    `classDef default ${looks(NODE_FILL[theme])};`,
    ...(events.length === 0
      ? []
      : [`classDef event ${looks(EVENT_FILL[theme])};`, `class ${events.join(",")} event;`]),
  ];
}

/**
 * Text between quotation marks. Whatever might be a word of the language, of Markdown or of HTML is written as the number
 * of its character; line ends and controls are spaces.
 */
export function escapeText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]+/gu, " ");
  const safe = plain.replace(/[!-/:-@[-`{-~]/g, (character) =>
    PLAIN.has(character) ? character : `#${character.charCodeAt(0)};`,
  );
  return safe.trim() === "" ? "#32;" : safe;
}

const PLAIN = new Set([".", ",", "'", "(", ")", "?", "!", "-", "/", "+"]);
