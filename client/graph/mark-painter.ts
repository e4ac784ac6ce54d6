/** Marks on lines: in an actor's own voice, and what became of a tie. */
import { middleOf, type Quadratic, shiftMarkOf } from "../../graph-data/display/geometry.ts";
import { COMMA } from "../../graph-data/display/picture-network.ts";
import { SHIFT_MARKS } from "../../graph-data/display/strokes.ts";
import { FAINT_INK, GROUND, INK } from "../../graph-data/display/styles.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { ShiftKind } from "../../graph-data/shift/compare.ts";
import type { LineLooks } from "./line-painter.ts";
import type { TracedLine } from "./traced-lines.ts";

export function paintMarks(
  context: CanvasRenderingContext2D,
  lines: readonly TracedLine[],
  { styles, theme }: Pick<LineLooks, "styles" | "theme">,
): void {
  for (const { line, curve } of lines) {
    const colour = styles.get(line.family)?.colour[theme] ?? "";
    if (line.quoted) paintQuotationMark(context, curve, colour, theme);
    if (line.shift && line.shift !== "kept") paintShiftMark(context, curve, line.shift, theme);
  }
}

function paintShiftMark(
  context: CanvasRenderingContext2D,
  curve: readonly Quadratic[],
  kind: ShiftKind,
  theme: Theme,
): void {
  const [x, y] = shiftMarkOf(curve);
  context.save();
  context.translate(x, y);
  context.setLineDash([]);
  context.beginPath();
  context.arc(0, 0, 7, 0, Math.PI * 2);
  context.fillStyle = GROUND[theme];
  context.fill();
  context.lineWidth = 0.8;
  context.strokeStyle = FAINT_INK[theme];
  context.stroke();
  context.lineWidth = 1.8;
  context.lineCap = "round";
  context.strokeStyle = INK[theme];
  context.stroke(new Path2D(SHIFT_MARKS[kind]));
  context.restore();
}

/** Half of the mark. Made when it is first painted: where there is no page, there are no paths. */
let half: Path2D | undefined;

function paintQuotationMark(
  context: CanvasRenderingContext2D,
  curve: readonly Quadratic[],
  colour: string,
  theme: Theme,
): void {
  const [x, y] = middleOf(curve);
  context.save();
  context.translate(x, y);
  context.fillStyle = GROUND[theme];
  context.beginPath();
  context.arc(0, 0, 7.4, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = colour;
  half ??= new Path2D(COMMA);
  context.translate(-2.8, 0);
  context.fill(half);
  context.translate(5.4, 0);
  context.fill(half);
  context.restore();
}
