/** What stands around the network of a picture: its heading, its legend, what it rests on. */
import type { Slice } from "../lens/slice.ts";
import type { Theme } from "../lens/view.ts";
import { SHIFT_WORDS } from "../shift/words.ts";
import type { Quadratic } from "./geometry.ts";
import type { Legend } from "./legend.ts";
import { drawQuotationMark, drawShape, drawShiftMark, drawStroke } from "./picture-network.ts";
import { estimateWidth, wrapText } from "./picture-text.ts";
import { tag, textTag } from "./picture-xml.ts";
import { GHOST } from "./strokes.ts";
import { EVENT_FILL, FAINT_INK, INK, NODE_FILL } from "./styles.ts";
import { countWords, describeSources } from "./words.ts";

/** Drawn marks, and how much height they take. */
export interface Block {
  readonly marks: string;
  readonly height: number;
}

const TITLE = { fontSize: 19, lineHeight: 24, lines: 3 } as const;
const TEXT = { fontSize: 12, lineHeight: 17, lines: 4 } as const;
const ENTRY = { fontSize: 12, height: 23, sample: 40, gap: 22 } as const;

/** The heading: a title, under it the lens in words. */
export function drawHeading(lens: string, title: string, width: number, theme: Theme): Block {
  const heading = stackLines(wrapText(title, width, TITLE.fontSize * 1.06, TITLE.lines), 0, TITLE, {
    "font-weight": 600,
    fill: INK[theme],
  });
  const words = wrapText(lens, width, TEXT.fontSize, TEXT.lines);
  const under = stackLines(words, heading.height, TEXT, { fill: FAINT_INK[theme] });
  return { marks: heading.marks + under.marks, height: heading.height + under.height };
}

/** What the picture rests on, in how far it is the whole, and when it was drawn, if the caller says so. */
export function drawSource(slice: Slice, legend: Legend, width: number, theme: Theme, date?: string): Block {
  const parts = [legend.share, describeSources(slice.narrative), date, "Narrascope"];
  const words = wrapText(parts.filter(Boolean).join(" · "), width, TEXT.fontSize, TEXT.lines);
  return stackLines(words, 0, TEXT, { fill: FAINT_INK[theme] });
}

function stackLines(
  lines: readonly string[],
  top: number,
  { fontSize, lineHeight }: { fontSize: number; lineHeight: number },
  paint: Readonly<Record<string, string | number>>,
): Block {
  const marks = lines.map((line, at) =>
    textTag("text", { x: 0, y: top + at * lineHeight + fontSize, "font-size": fontSize, ...paint }, line),
  );
  return { marks: marks.join(""), height: lines.length * lineHeight };
}

/** One entry of the legend: a sample of some width, what it means, how often it occurs. */
interface Entry {
  /** Drawn around the entry's middle line, from x = 0. */
  readonly sample: string;
  readonly sampleWidth: number;
  readonly word: string;
  readonly count: string;
}

/** The legend: families first, then kinds of actor, each row as full as the width allows. */
export function drawLegend(legend: Legend, width: number, theme: Theme): Block {
  const rows = [shiftEntries(legend, theme), lineEntries(legend, theme), kindEntries(legend, theme)]
    .filter((entries) => entries.length > 0)
    .map((entries) => flowEntries(entries, width, theme));
  let height = 0;
  const marks = rows.map((row) => {
    const moved = tag("g", { transform: `translate(0 ${height})` }, row.marks);
    height += row.height + 4;
    return moved;
  });
  return { marks: marks.join(""), height: Math.max(0, height - 4) };
}

function shiftEntries({ shifts }: Legend, theme: Theme): Entry[] {
  return shifts.map(({ kind, ties }) => ({
    sample:
      kind === "kept"
        ? tag("path", { d: "M0 0H14", stroke: GHOST[theme], "stroke-width": 1.4 })
        : drawShiftMark([7, 0], kind, theme),
    sampleWidth: 14,
    word: SHIFT_WORDS[kind],
    count: countWords(ties, "tie"),
  }));
}

function lineEntries({ families, quoted }: Legend, theme: Theme): Entry[] {
  const curve: Quadratic = [
    [0, 0],
    [ENTRY.sample / 2, 0],
    [ENTRY.sample, 0],
  ];
  const entries = families.map(({ label, style, statements, ties }) => ({
    sample: tag("g", { fill: "none" }, drawStroke([curve], style, 2, style.colour[theme])),
    sampleWidth: ENTRY.sample,
    word: label,
    count: `${countWords(statements, "statement")} in ${countWords(ties, "tie")}`,
  }));
  if (quoted.statements === 0) return entries;
  const mark = drawQuotationMark([7, 0], INK[theme], theme);
  const count = countWords(quoted.statements, "statement");
  return [...entries, { sample: mark, sampleWidth: 14, word: "in an actor’s own voice", count }];
}

function kindEntries({ kinds }: Legend, theme: Theme): Entry[] {
  return kinds.map(({ kind, word, actors }) => ({
    sample: drawShape(
      { kind, x: 8, y: 0, size: 13 },
      {
        fill: (kind === "event" ? EVENT_FILL : NODE_FILL)[theme],
        stroke: INK[theme],
        "stroke-width": 1.2,
      },
    ),
    sampleWidth: 16,
    word,
    count: String(actors),
  }));
}

function flowEntries(entries: readonly Entry[], width: number, theme: Theme): Block {
  let [x, row] = [0, 0];
  const marks = entries.map((entry) => {
    const words = wrapText(entry.word, width / 2, ENTRY.fontSize, 1)[0] ?? "";
    const start = entry.sampleWidth + 7;
    const countAt = start + estimateWidth(words, ENTRY.fontSize) + 6;
    const whole = countAt + estimateWidth(entry.count, ENTRY.fontSize);
    if (x > 0 && x + whole > width) [x, row] = [0, row + 1];
    const place = `translate(${Math.round(x)} ${row * ENTRY.height + ENTRY.height / 2})`;
    x += whole + ENTRY.gap;
    const text = { y: ENTRY.fontSize * 0.35, "font-size": ENTRY.fontSize };
    const label = tag(
      "text",
      { x: start, fill: INK[theme], ...text },
      textTag("tspan", {}, words) + textTag("tspan", { dx: 6, fill: FAINT_INK[theme] }, entry.count),
    );
    return tag("g", { transform: place }, entry.sample + label);
  });
  return { marks: marks.join(""), height: (row + 1) * ENTRY.height };
}
