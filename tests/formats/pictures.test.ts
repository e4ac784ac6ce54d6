import { describe, expect, test } from "@jest/globals";
import { mergePositions } from "../../graph-data/display/elements.ts";
import { png } from "../../graph-data/formats/png.ts";
import { svg } from "../../graph-data/formats/svg.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseAddress } from "../../graph-data/lens/view.ts";
import { checkXml } from "../graph-data/display/well-formed.ts";
import { harbourGraph, sketchGraph } from "../support/fixtures.ts";
import { TOOLS } from "../support/tools.ts";

const NARRATIVE = harbourGraph();

function draw(query: string, options = {}): string {
  const { lens } = parseAddress(query, NARRATIVE);
  return String(svg.write(sliceGraph(NARRATIVE, lens), { address: query, ...options }).content);
}

function sizeOf(drawing: string): [width: number, height: number] {
  const [, width, height] = / width="(\d+)" height="(\d+)" role/.exec(drawing)!;
  return [Number(width), Number(height)];
}

describe("the drawing", () => {
  test("is well-formed and writes its words as words: title, lens, actors, sources, day", () => {
    const drawing = draw("family=blame", { date: "2024-04-02" });
    checkXml(drawing);
    for (const words of [NARRATIVE.dossier.title, "2024-04-02", "blame"]) expect(drawing).toContain(words);
    for (const { id, label } of sliceGraph(NARRATIVE, { families: ["blame"] }).actors)
      expect([id, drawing.includes(label)]).toEqual([id, true]);
  });

  test("stands as the view stands: moved, picked out, in its theme; without a day none is printed", () => {
    const plain = draw("");
    expect(draw("")).toBe(plain);
    expect(plain).not.toMatch(/\d{4}-\d\d-\d\d<\/text>/);
    expect(draw("at=mayor~900~-700")).not.toBe(plain);
    expect(draw("select=mayor")).not.toBe(plain);
    expect(draw("theme=dark")).toContain("#14171c");
    expect(draw("theme=dark", { theme: "light" })).toContain("#fbfaf8");
    const positions = mergePositions(NARRATIVE.dossier.positions, new Map([["mayor", [900, -700]]]));
    expect(draw("", { positions })).toBe(draw("at=mayor~900~-700"));
  });

  test("of a comparison holds both windows", () => {
    const narrative = sketchGraph(["a blames b", "b denies a"], {});
    const slice = sliceGraph(narrative, { families: ["blame"] });
    const alone = String(svg.write(slice).content);
    const both = String(svg.write(slice, { address: "family=blame&compare=family%3Ddenial" }).content);
    expect(alone).not.toContain("denial");
    expect(both).toContain("denial");
  });
});

describe("the picture", () => {
  test.each([1, 2, 3, 4])("at %i pixels a unit is as many times as large as the drawing", (scale) => {
    const slice = sliceGraph(NARRATIVE, {});
    const bytes = Buffer.from(png.write(slice, { scale, tools: TOOLS }).content as Uint8Array);
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const [width, height] = sizeOf(draw(""));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width * scale, height * scale]);
  });

  test("has words on it: another title gives other dots", () => {
    const [a, b] = ["One title", "Quite another"].map((title) => {
      const narrative = sketchGraph(["a blames b"], { title });
      return png.write(sliceGraph(narrative, {}), { tools: TOOLS }).content as Uint8Array;
    });
    expect(Buffer.compare(a!, b!)).not.toBe(0);
  });

  test("is refused without a program that draws, at a scale there is not, and where it would be too large", () => {
    const slice = sliceGraph(NARRATIVE, {});
    expect(() => png.write(slice)).toThrow("needs a program that draws");
    expect(() => png.write(slice, { scale: 5, tools: TOOLS })).toThrow("not 5");
    const far = sketchGraph(["a blames b"], { positions: { a: [0, 0], b: [0, 900_000] } });
    expect(() => png.write(sliceGraph(far, {}), { scale: 4, tools: TOOLS })).toThrow("too many");
  });
});
