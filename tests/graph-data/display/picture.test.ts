import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawPicture, type PictureOptions } from "../../../graph-data/display/picture.ts";
import { familyStyles } from "../../../graph-data/display/styles.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { type SketchOptions, sketch } from "../layout/sketch.ts";
import { checkXml } from "./well-formed.ts";

const LINES = ["a blames b", "a denies b", "b claims c b", "c supports a", "b threatens a c", "c plots c"];
const positions = new Map([
  ["a", [0, 0] as const],
  ["b", [200, 40] as const],
  ["c", [80, 160] as const],
]);

function draw(options: Partial<PictureOptions> = {}, about: SketchOptions = {}): string {
  return drawPicture(sliceGraph(sketch(LINES, about), {}), { positions, theme: "light", ...options });
}

function checked(svg: string) {
  const result = checkXml(svg);
  expect(result.faults).toEqual([]);
  return result;
}

describe("drawPicture", () => {
  test("same input, same bytes", () => {
    expect(draw()).toBe(draw());
    expect(draw({ theme: "dark" })).not.toBe(draw());
  });

  test("is one SVG for those who see it and those who do not", () => {
    const svg = draw();
    const { elements, attributes, text } = checked(svg);
    expect(elements.slice(0, 3)).toEqual(["svg", "title", "desc"]);
    expect(attributes).toContainEqual(["role", "img"]);
    expect(text[0]).toBe("A sketch: Everything");
    expect(text[1]).toContain("3 actors, 6 of 6 statements, 6 ties (blame 1, denial 1");
    expect(text[1]).toContain("Rests on one document: A text (A paper, 2024-04-02)");
  });

  test("holds no script, style sheet, inline style, foreign object or outside reference", () => {
    const { elements, attributes } = checked(draw({ select: ["a", "a~b"] }));
    for (const name of ["script", "style", "foreignObject", "image", "use", "a"])
      expect(elements).not.toContain(name);
    for (const [name, value] of attributes) {
      expect(name).not.toMatch(/^(style|class|href|xlink:href|on.*)$/);
      if (name !== "xmlns") expect(value).not.toMatch(/url\(|https?:|javascript:/);
    }
  });

  test("draws each family in its colour, with dashes where it has them, in both themes", () => {
    for (const theme of ["light", "dark"] as const) {
      const { attributes } = checked(draw({ theme }));
      for (const { colour } of familyStyles(sketch(LINES).codebook).values()) {
        expect(attributes).toContainEqual(["stroke", colour[theme]]);
        expect(attributes).toContainEqual(["fill", colour[theme]]);
      }
      expect(attributes.filter(([name]) => name === "stroke-dasharray").length).toBeGreaterThan(0);
    }
  });

  test("a mark for each tie in an actor's own voice, and one in the legend", () => {
    const marks = (svg: string) => svg.match(/<circle r="7.4"/g)?.length ?? 0;
    expect(marks(draw())).toBe(3);
    expect(marks(draw({ legend: false }))).toBe(2);
  });

  test("says in words what it shows: title, lens, legend, sources and the date the caller gives", () => {
    const { text } = checked(draw({ date: "3 May 2024" }));
    expect(text).toContain("A sketch");
    expect(text).toContain("blame");
    expect(text.join(" ")).toContain("6 of 6 statements · Rests on one document: A text");
    expect(text.join(" ")).toContain("3 May 2024");
  });

  test("without heading and legend there is the network alone; a title of one's own replaces the dossier's", () => {
    expect(checked(draw({ title: false, legend: false })).text.slice(2)).not.toContain("A sketch");
    const { text } = checked(draw({ title: "Another" }));
    expect(text).toContain("Another");
    expect(text.slice(1)).not.toContain("A sketch");
  });

  test("has the size that is asked for, and keeps its proportions when one side is", () => {
    const size = (svg: string) =>
      /viewBox="(\S+) (\S+) (\S+) (\S+)" width="(\d+)" height="(\d+)"/.exec(svg)!.slice(3).map(Number);
    const [width, height] = size(draw());
    expect(size(draw({ width: 2 * width! }))[3]).toBe(2 * height!);
    const [viewWidth, viewHeight, w, h] = size(draw({ width: 1200, height: 300 }));
    expect([w, h]).toEqual([1200, 300]);
    expect(viewWidth! / viewHeight!).toBeCloseTo(4, 2);
  });

  test("an expanded tie is drawn statement by statement", () => {
    const narrative = sketch(["a blames b", "a criticises b", "a insinuates b"]);
    const lines = (expand: string[]) =>
      drawPicture(sliceGraph(narrative, {}), { positions, theme: "light", legend: false, expand }).match(
        /<g fill="none">/g,
      )!.length;
    expect(lines([])).toBe(1);
    expect(lines(["a~b~blame"])).toBe(3);
  });

  test("a selection is picked out, whatever kind of entry names it", () => {
    const plain = draw().length;
    for (const entry of ["a", "s1", "a~b", "a~b~blame"])
      expect(draw({ select: [entry] }).length).toBeGreaterThan(plain);
    expect(draw({ select: ["nobody"] }).length).toBe(plain);
  });

  test("nothing to show is still a picture", () => {
    const svg = drawPicture(sliceGraph(sketch([]), {}), { positions, theme: "dark" });
    expect(checked(svg).text.join(" ")).toContain("0 of 0 statements");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("actors at one spot, or far away, give numbers nonetheless", () => {
    const same = new Map([...positions.keys()].map((id) => [id, [1e6, -1e6] as const]));
    for (const spots of [same, new Map()]) {
      const svg = draw({ positions: spots });
      expect(svg).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/);
      checked(svg);
    }
  });
});

describe("hostile labels", () => {
  const hostile = (label: string) => draw({}, { labels: { a: label, b: `${label}${label}` }, title: label });

  test("markup is text", () => {
    const { text, elements } = checked(hostile(`<script>alert("1")</script>&'`));
    expect(elements).not.toContain("script");
    expect(text.join("")).toContain(`<script>alert("1")</script>&'`);
  });

  test("any string gives well-formed XML", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (label) => {
        checked(hostile(label));
      }),
    );
  });

  test.each([
    ["a lone surrogate", "x\uD800y"],
    ["control characters", "x\u0000\u0008\u001Fy"],
    ["non-characters", "x\uFFFE\uFFFFy"],
  ])("%s", (_, label) => {
    checked(hostile(label));
  });
});

const BLNS = new URL("../../../../shared/data/blns/blns.json", import.meta.url);
const naughty = existsSync(BLNS) ? (JSON.parse(readFileSync(BLNS, "utf8")) as string[]).filter(Boolean) : [];

(naughty.length > 0 ? test : test.skip)(
  "every string of the list of naughty strings (shared/data/blns) as label and title",
  () => {
    for (let at = 0; at < naughty.length; at += 3) {
      const [a = "a", b = "b", c = "c"] = naughty.slice(at, at + 3);
      const { faults } = checkXml(draw({ title: `${a} ${b}` }, { labels: { a, b, c } }));
      expect({ labels: [a, b, c], faults }).toEqual({ labels: [a, b, c], faults: [] });
    }
  },
);
