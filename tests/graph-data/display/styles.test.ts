import { describe, expect, test } from "@jest/globals";
import {
  ACCENT,
  FAINT_INK,
  familyStyles,
  GROUND,
  INK,
  KIND_WORDS,
  NODE_FILL,
  SHAPES,
} from "../../../graph-data/display/styles.ts";
import { DEFAULT_CODEBOOK } from "../../../graph-data/dossier/codebook.ts";
import { ACTOR_KINDS } from "../../../graph-data/dossier/limits.ts";
import type { Family } from "../../../graph-data/dossier/records.ts";
import { harbourGraph } from "../../support/fixtures.ts";

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const THEMES = ["light", "dark"] as const;
const own = (ids: string[]) =>
  familyStyles({ families: new Map(ids.map((id) => [id, { id, label: id, sign: 0 } satisfies Family])) });

describe("families", () => {
  const styles = familyStyles(DEFAULT_CODEBOOK);

  test("of the default codebook look as the table says", () => {
    expect(
      Object.fromEntries(
        [...styles].map(([id, { line, arrow, colour }]) => [id, [line, arrow, colour.light, colour.dark]]),
      ),
    ).toEqual({
      blame: ["solid", "triangle", "#c50c0b", "#d73244"],
      denial: ["dashed", "tee", "#58308d", "#8434ec"],
      acknowledgement: ["dotted", "circle", "#4990c9", "#7e9cd7"],
      alliance: ["thin", "vee", "#186e62", "#a0eeda"],
      threat: ["long-dash", "vee", "#ce7a05", "#f99a24"],
    });
  });

  test("are told apart without colour, and stand out from the ground in both themes", () => {
    const all = [...styles.values(), ...own(["x1", "x2", "x3", "x4", "x5"]).values()];
    expect(new Set(all.map(({ line, arrow }) => `${line} ${arrow}`)).size).toBe(10);
    for (const theme of THEMES) {
      for (const { colour } of all)
        expect(contrast(colour[theme], GROUND[theme])).toBeGreaterThanOrEqual(3.1);
    }
  });

  test("that a dossier brings take the further styles in its order, then from the start again", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const styled = own(["blame", ...ids]);
    expect(styled.get("blame")).toEqual(styles.get("blame"));
    expect(new Set(ids.slice(0, 5).map((id) => styled.get(id))).size).toBe(5);
    expect(styled.get("f")).toEqual(styled.get("a"));
    expect([...familyStyles(harbourGraph().codebook).keys()].at(-1)).toBe("procedure");
  });

  test("called as parts of Object are take a further style, too", () => {
    expect(own(["constructor", "toString"]).get("constructor")).toMatchObject({ arrow: "diamond" });
  });
});

test("words are readable in both themes", () => {
  for (const theme of THEMES) {
    expect(contrast(INK[theme], GROUND[theme])).toBeGreaterThan(7);
    expect(contrast(INK[theme], NODE_FILL[theme])).toBeGreaterThan(7);
    expect(contrast(FAINT_INK[theme], GROUND[theme])).toBeGreaterThan(4.5);
    expect(contrast(ACCENT[theme], GROUND[theme])).toBeGreaterThan(4.5);
  }
});

test("each kind of actor has a word and a shape of its own, about as large as the circle", () => {
  expect(Object.keys(KIND_WORDS).toSorted()).toEqual([...ACTOR_KINDS].toSorted());
  expect(Object.keys(SHAPES).toSorted()).toEqual([...ACTOR_KINDS].toSorted());
  expect(new Set(Object.values(SHAPES).map((shape) => JSON.stringify(shape))).size).toBe(ACTOR_KINDS.length);
  for (const shape of Object.values(SHAPES)) {
    for (const [x, y] of shape ?? []) expect(Math.hypot(x, y)).toBeLessThan(1.5);
  }
});
