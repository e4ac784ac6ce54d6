/** How a line looks at a zoom: what of its stroke, head and marks a screen can show. Pure. */
import type { LineElement } from "../../graph-data/display/elements.ts";
import { arrowScale, arrowSize, dashPattern, strokeWidth } from "../../graph-data/display/picture-arrows.ts";
import { chooseStroke, type Stroke } from "../../graph-data/display/strokes.ts";
import type { Arrow, FamilyStyle } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";

/**
 * Device pixels under which a thing is too small to be told: a dash with its gap, the length of a head, the disc of a
 * mark. A rasteriser without GPU takes many times as long for dashes, of which a small picture of a large network has a
 * hundred thousand.
 */
const LEAST = { dash: 3, head: 1.5, mark: 4 } as const;
/** Of a head, in its size. */
const HEAD_LENGTH = 0.3;
/** Graph units across. */
const MARK = 14;

export interface Pen extends Pick<Stroke, "colour" | "width" | "glows" | "haunted"> {
  readonly arrow: Arrow;
  readonly scale: number;
  /** Size of the head; 0: none. */
  readonly head: number;
  readonly lineWidth: number;
  /** No wider than a device pixel. */
  readonly isHair: boolean;
  readonly dashes: readonly number[];
  /** How much of a line and of its head is left. */
  readonly alpha: number;
  /** Dashes too small to be told make a line paler, as they would if they were painted. */
  readonly strokeAlpha: number;
}

type Looks = Pick<LineElement, "family" | "width" | "shift" | "gone" | "turned">;

/** `pixels`: device pixels a graph unit. Lines that look alike have the same pen; without a style there is none. */
export function providePens(
  styles: ReadonlyMap<string, FamilyStyle>,
  theme: Theme,
  pixels: number,
): (line: Looks, alpha?: number) => Pen | null {
  const pens = new Map<string, Pen>();
  return (line, alpha = 1) => {
    const { family, width, shift, gone, turned } = line;
    const style = styles.get(family);
    if (!style) return null;
    const key = `${family} ${width} ${shift} ${gone} ${turned} ${alpha}`;
    const known = pens.get(key);
    if (known) return known;
    const pen = makePen(chooseStroke(line, style, theme), alpha, pixels);
    pens.set(key, pen);
    return pen;
  };
}

function makePen({ style, colour, width, glows, haunted }: Stroke, alpha: number, pixels: number): Pen {
  const lineWidth = strokeWidth(style.line, width);
  const scale = arrowScale(style);
  const pattern = dashPattern(style.line, lineWidth);
  const period = pattern.reduce((sum, length) => sum + length, 0);
  const head = arrowSize(lineWidth, scale);
  const solid = period * pixels < LEAST.dash;
  return {
    colour,
    width,
    glows,
    haunted,
    arrow: style.arrow,
    scale,
    head: HEAD_LENGTH * head * pixels < LEAST.head ? 0 : head,
    lineWidth,
    isHair: lineWidth * pixels <= 1,
    dashes: solid ? [] : pattern,
    alpha,
    strokeAlpha: solid && period > 0 ? (alpha * pattern[0]!) / period : alpha,
  };
}

export function marksCanBeTold(pixels: number): boolean {
  return MARK * pixels >= LEAST.mark;
}
