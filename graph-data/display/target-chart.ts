/**
 * At whom one family is directed, stop by stop: a row of bars for each target, each bar with its number, so that nothing
 * hangs on colour. As an SVG that stands alone. Same input, same bytes.
 */
import { assembleSheet } from "./picture-sheet.ts";
import { wrapText } from "./picture-text.ts";
import { tag, textTag } from "./picture-xml.ts";
import { FAINT_INK, INK } from "./styles.ts";

export interface TargetRow {
  readonly label: string;
  /** Statements at each stop. */
  readonly counts: readonly number[];
}

const CHART = { width: 720, names: 150, row: 46, bar: 26, fontSize: 11, lineHeight: 13, lines: 4 } as const;

/** Stops whose labels have room; of more, every second, third … is labelled. */
const MOST_LABELS = 12;

/** `colour`: of the bars. */
export function drawTargetChart(
  rows: readonly TargetRow[],
  stops: readonly string[],
  colour: string,
  words: { readonly title: string; readonly text: string },
): string {
  const column = (CHART.width - CHART.names) / Math.max(1, stops.length);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const bands = rows.map((row, at) =>
    tag("g", { transform: `translate(0 ${at * CHART.row})` }, drawRow(row, column, most, colour)),
  );
  const labels = drawLabels(stops, column);
  const top = rows.length * CHART.row + 4;
  const block = {
    marks: bands.join("") + tag("g", { transform: `translate(0 ${top})` }, labels.marks),
    height: top + labels.height,
  };
  return assembleSheet([block], CHART.width, { theme: "light", paper: true }, words);
}

function drawRow({ label, counts }: TargetRow, column: number, most: number, colour: string): string {
  const base = CHART.row - 4;
  const { fontSize, lineHeight, names } = CHART;
  const lines = wrapText(label, names - 12, fontSize, 2);
  const name = lines.map((line, at) =>
    textTag(
      "text",
      {
        ...{ x: names - 12, y: base - (lines.length - 1 - at) * lineHeight - 2 },
        ...{ "text-anchor": "end", "font-size": fontSize, fill: INK.light },
      },
      line,
    ),
  );
  const rule = tag("path", {
    d: `M${names} ${base}H${CHART.width}`,
    stroke: FAINT_INK.light,
    "stroke-opacity": 0.5,
  });
  const bars = counts.map((count, stop) => {
    if (count === 0) return "";
    const height = (count / most) * CHART.bar;
    const width = Math.min(34, column * 0.6);
    const middle = names + (stop + 0.5) * column;
    return (
      tag("rect", { x: middle - width / 2, y: base - height, width, height, fill: colour }) +
      textTag(
        "text",
        {
          ...{ x: middle, y: base - height - 3, "text-anchor": "middle" },
          ...{ "font-size": fontSize, fill: INK.light },
        },
        String(count),
      )
    );
  });
  return name.join("") + rule + bars.join("");
}

function drawLabels(stops: readonly string[], column: number): { marks: string; height: number } {
  const { fontSize, lineHeight, names, lines } = CHART;
  const every = Math.ceil(stops.length / MOST_LABELS);
  let highest = 0;
  const marks = stops.flatMap((stop, at) => {
    if (at % every !== 0) return [];
    const wrapped = wrapText(stop, column * every - 8, fontSize, lines);
    highest = Math.max(highest, wrapped.length);
    return wrapped.map((line, row) =>
      textTag(
        "text",
        {
          ...{ x: names + (at + 0.5) * column, y: fontSize + row * lineHeight },
          ...{ "text-anchor": "middle", "font-size": fontSize, fill: FAINT_INK.light },
        },
        line,
      ),
    );
  });
  return { marks: marks.join(""), height: highest * lineHeight + 2 };
}
