import { describe, expect, test } from "@jest/globals";
import { displayComparison, uniteSlices } from "../../../graph-data/display/compared.ts";
import { drawPicture } from "../../../graph-data/display/picture.ts";
import { chooseStroke, GHOST } from "../../../graph-data/display/strokes.ts";
import { familyStyles } from "../../../graph-data/display/styles.ts";
import { parseLens } from "../../../graph-data/lens/query.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { compareTies, countShifts } from "../../../graph-data/shift/compare.ts";
import { SHIFT_WORDS } from "../../../graph-data/shift/words.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();
const slice = (query: string) => sliceGraph(NARRATIVE, parseLens(query, NARRATIVE).lens);
const compare = (a: string, b: string) => {
  const [before, after] = [slice(a), slice(b)];
  return { a: before, b: after, shifts: compareTies(before, after) };
};
const positions = new Map<string, readonly [number, number]>();

describe("a comparison drawn", () => {
  const compared = compare("phase=before", "phase=blaze..inquiry");
  const { nodes, lines } = displayComparison(compared, { positions });

  test("holds the statements and actors of both, each once", () => {
    const united = uniteSlices(compared);
    const both = new Set([...compared.a.statements, ...compared.b.statements]);
    expect(new Set(united.statements)).toEqual(both);
    expect(united.statements).toHaveLength(both.size);
    expect(nodes.map(({ id }) => id)).toEqual(
      NARRATIVE.dossier.actors
        .filter((actor) => compared.a.actors.includes(actor) || compared.b.actors.includes(actor))
        .map(({ id }) => id),
    );
  });

  test("has a line for every tie of either, with what became of it", () => {
    const kinds = Object.fromEntries(compared.shifts.map(({ id, kind }) => [id, kind]));
    expect(Object.fromEntries(lines.map(({ id, shift }) => [id, shift]))).toEqual(kinds);
    for (const { shift, gone } of lines) {
      if (shift === "appeared" || shift === "grew" || shift === "kept") expect(gone).toBe(false);
      if (shift === "vanished") expect(gone).toBe(true);
    }
  });

  test("shows chosen kinds alone, and leaves the actors where they are", () => {
    const some = displayComparison(compared, { positions, kinds: ["vanished"] });
    expect(new Set(some.lines.map(({ shift }) => shift))).toEqual(new Set(["vanished"]));
    expect(some.nodes).toEqual(nodes);
  });

  test("of a slice with itself keeps everything, and is as wide as the slice", () => {
    const same = displayComparison(compare("phase=blaze", "phase=blaze"), { positions });
    expect(same.lines.every(({ shift, gone }) => shift === "kept" && gone === false)).toBe(true);
    expect(same.lines.length).toBeGreaterThan(0);
  });
});

describe("strokes", () => {
  const style = familyStyles(NARRATIVE.codebook).get("blame")!;
  const stroke = (line: Parameters<typeof chooseStroke>[0]) => chooseStroke(line, style, "light");

  test("tell what became of a tie by colour, line and glow together", () => {
    const own = { colour: style.colour.light, width: 4 };
    expect(stroke({ width: 4 })).toMatchObject({ ...own, glows: false, style });
    expect(stroke({ width: 4, shift: "appeared", gone: false })).toMatchObject({ ...own, glows: true });
    expect(stroke({ width: 4, shift: "vanished", gone: true })).toMatchObject({
      colour: GHOST.light,
      glows: false,
      style: { line: "dashed", arrow: style.arrow },
    });
    expect(stroke({ width: 4, shift: "changed", gone: true }).colour).toBe(GHOST.light);
    const exchanged = stroke({ width: 4, shift: "changed", gone: false });
    expect(exchanged).toMatchObject({ ...own, glows: true, haunted: false });
    const turned = stroke({ width: 4, shift: "changed", gone: false, turned: true });
    expect(turned).toMatchObject({ ...own, glows: true, haunted: true });
    const kept = stroke({ width: 4, shift: "kept", gone: false });
    expect([kept.colour, kept.style.line, kept.width < 2]).toEqual([GHOST.light, "thin", true]);
  });
});

describe("the picture of a comparison", () => {
  const compared = compare("phase=before", "phase=blaze..inquiry");
  const svg = drawPicture(compared.b, { positions, theme: "light", compared });

  test("says which two windows it compares, and counts each kind of shift", () => {
    const counts = countShifts(compared.shifts);
    const words = svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    for (const [kind, count] of counts)
      if (count > 0) expect(words).toContain(`${SHIFT_WORDS[kind]} ${count} ${count === 1 ? "tie" : "ties"}`);
    expect(words).toMatch(/A: phase: .* – B: phase: /);
  });

  test("draws a line for every tie of either", () => {
    expect(svg.match(/<title>[^<]* → [^<]*<\/title>/g)).toHaveLength(compared.shifts.length);
  });
});
