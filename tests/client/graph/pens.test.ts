import { describe, expect, test } from "@jest/globals";
import { marksCanBeTold, providePens } from "../../../client/graph/pens.ts";
import { familyStyles } from "../../../graph-data/display/styles.ts";
import { DEFAULT_CODEBOOK } from "../../../graph-data/dossier/codebook.ts";

const STYLES = familyStyles(DEFAULT_CODEBOOK);
const line = (family: string, width = 1.2) => ({ family, width });

describe("pens", () => {
  test("are one for lines that look alike, and another for each other look", () => {
    const penOf = providePens(STYLES, "light", 1);
    const pen = penOf(line("denial"));
    expect(penOf(line("denial"))).toBe(pen);
    for (const other of [
      penOf(line("blame")),
      penOf(line("denial", 3)),
      penOf(line("denial"), 0.5),
      penOf({ ...line("denial"), shift: "appeared" }),
      penOf({ ...line("denial"), shift: "changed", gone: true }),
    ]) {
      expect(other).not.toBeNull();
      expect(other).not.toBe(pen);
    }
    expect(penOf(line("unheard-of"))).toBeNull();
  });

  test("have dashes as long as a screen can show them, else a stroke as pale as these would be", () => {
    // Dash and gap of a denial's line: 6.6 and 4.4 units at this width.
    const near = providePens(STYLES, "light", 0.3)(line("denial"), 0.5);
    expect(near).toMatchObject({ dashes: [6.6, 4.4], alpha: 0.5, strokeAlpha: 0.5 });
    const far = providePens(STYLES, "light", 0.2)(line("denial"), 0.5);
    expect(far).toMatchObject({ dashes: [], alpha: 0.5 });
    expect(far?.strokeAlpha).toBeCloseTo(0.3);
    expect(providePens(STYLES, "light", 0.01)(line("blame"))).toMatchObject({ dashes: [], strokeAlpha: 1 });
  });

  test("have a head as long as it can be told, with its family's shape", () => {
    expect(providePens(STYLES, "light", 0.14)(line("blame"))?.head).toBe(0);
    expect(providePens(STYLES, "light", 0.16)(line("blame"))).toMatchObject({
      arrow: "triangle",
      head: 29 * 1.15,
    });
  });

  test("know a hair: a stroke no wider than a pixel of the device", () => {
    expect(providePens(STYLES, "light", 0.8)(line("blame"))?.isHair).toBe(true);
    expect(providePens(STYLES, "light", 0.9)(line("blame"))?.isHair).toBe(false);
  });
});

test("marks are painted where their disc is four pixels wide", () => {
  expect([0.28, 0.29].map(marksCanBeTold)).toEqual([false, true]);
});
