/**
 * A figure's SVG for a page set by Typst. Words that Noto Sans has stay in the drawing, with that font named. All others are
 * taken out and set over the drawing by Typst itself: in drawings it looks for what a font lacks among the fonts of the
 * machine, and joins letters of two fonts wrongly.
 */
import { unescapeXml } from "../../graph-data/display/picture-xml.ts";
import { FONT_FAMILY } from "../fonts.ts";

export interface Drawing {
  readonly svg: string;
  readonly labels: readonly Label[];
}

/** Words to be set over a drawing; lengths in units of the drawing, from its left upper corner. */
export interface Label {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: string;
  readonly size: number;
  readonly weight: number;
  /** The line around letters that keeps them legible over others. */
  readonly halo: { readonly colour: string; readonly width: number } | null;
  readonly words: readonly { readonly text: string; readonly fill: string; readonly dx: number }[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

type Attributes = Readonly<Record<string, string | undefined>>;

const TOKEN = /<g\b([^>]*)>|<\/g>|<text\b([^>]*)>([\s\S]*?)<\/text>/g;

/**
 * `svg`: as `graph-data/display/` writes it: groups that are moved and scaled, text with attributes and no style, all but its
 * own markup escaped. `stays`: whether words can stay in the drawing.
 */
export function prepareDrawing(svg: string, stays: (words: string) => boolean): Drawing {
  const labels: Label[] = [];
  const places = [originOf(svg)];
  const drawn = svg
    .replace(/<(title|desc)>[^<]*<\/\1>/g, "")
    .replace(TOKEN, (token: string, group?: string, text?: string, content = "") => {
      if (group !== undefined) enterGroup(places, group);
      else if (text === undefined) places.pop();
      else if (!stays(unescapeXml(content.replace(/<[^>]*>/g, "")))) {
        labels.push(readLabel(readAttributes(text), content, places.at(-1)!));
        return "";
      }
      return token;
    })
    .replace(/ font-family="[^"]*"/g, "")
    .replace(/^<svg\b/, `<svg font-family="${FONT_FAMILY}"`);
  return { svg: drawn, labels };
}

function enterGroup(places: Place[], tag: string): void {
  if (!tag.endsWith("/")) places.push(moveBy(places.at(-1)!, readAttributes(tag).transform ?? ""));
}

function originOf(svg: string): Place {
  const { viewBox = "0 0" } = readAttributes(/^<svg\b[^>]*>/.exec(svg)?.[0] ?? "");
  const [left = 0, top = 0] = viewBox.split(" ").map(Number);
  return { x: -left, y: -top, scale: 1 };
}

function moveBy({ x, y, scale }: Place, transform: string): Place {
  const [, dx = 0, dy = 0] = (/translate\((\S+) (\S+)\)/.exec(transform) ?? []).map(Number);
  const [, by = 1] = (/scale\((\S+)\)/.exec(transform) ?? []).map(Number);
  return { x: x + dx * scale, y: y + dy * scale, scale: scale * by };
}

function readLabel(attributes: Attributes, content: string, { x, y, scale }: Place): Label {
  const { fill = "#000000", stroke } = attributes;
  const length = (name: string, otherwise: number) => Number(attributes[name] ?? otherwise) * scale;
  const spans = [...content.matchAll(/<tspan\b([^>]*)>([^<]*)<\/tspan>|([^<]+)/g)];
  return {
    x: x + length("x", 0),
    y: y + length("y", 0),
    anchor: attributes["text-anchor"] ?? "start",
    size: length("font-size", 12),
    weight: Number(attributes["font-weight"] ?? 400),
    halo: stroke === undefined ? null : { colour: stroke, width: length("stroke-width", 1) },
    words: spans.map(([, tag = "", inner, bare]) => {
      const span = readAttributes(tag);
      return {
        text: unescapeXml(inner ?? bare ?? ""),
        fill: span.fill ?? fill,
        dx: Number(span.dx ?? 0) * scale,
      };
    }),
  };
}

function readAttributes(tag: string): Attributes {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescapeXml(value!)]),
  );
}
