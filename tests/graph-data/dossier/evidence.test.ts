import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { searchApproximately } from "../../../graph-data/dossier/approximate.ts";
import {
  type Anchor,
  anchorEvidence,
  anchorStatements,
  isVerified,
  mayBeShown,
  SEARCH_BUDGET,
} from "../../../graph-data/dossier/evidence.ts";
import { parseDossier } from "../../../graph-data/dossier/parse.ts";
import { harbourValue, parseHarbour } from "../../support/fixtures.ts";

const TEXT =
  "Putin blamed Ukraine. Peskov blamed the West. Putin blamed Ukraine again, and then Putin blamed Ukraine.";

const quote = (exact: string, more: object = {}) => ({ document: "d", exact, ...more });

describe("one quotation", () => {
  test("at its offsets is exact", () => {
    expect(anchorEvidence(quote("Putin blamed Ukraine", { start: 46, end: 66 }), TEXT)).toEqual({
      state: "exact",
      range: { start: 46, end: 66 },
      score: 1,
    });
  });

  test("is found where an insertion has moved it", () => {
    const moved = anchorEvidence(
      quote("Peskov blamed the West", { start: 22, end: 44 }),
      `In Moscow, ${TEXT}`,
    );
    expect(moved).toMatchObject({ state: "moved", range: { start: 33, end: 55 } });
    expect(moved.score).toBeGreaterThan(0.98);
    expect(moved.score).toBeLessThan(1);
  });

  test("without offsets is found by its words, and has not moved: no place was recorded", () => {
    expect(anchorEvidence(quote("Peskov"), TEXT)).toEqual({
      state: "exact",
      range: { start: 22, end: 28 },
      score: 1,
    });
  });

  test.each([
    ["the words before", { prefix: "and then " }, 83],
    ["the words after", { suffix: " again" }, 46],
    ["both", { prefix: "West. ", suffix: " again" }, 46],
    ["words before that changed a little", { prefix: "and  than " }, 83],
    ["the place, where neighbours say nothing", { start: 80, end: 100 }, 83],
    ["the neighbours, against the place", { prefix: "and then ", start: 1, end: 21 }, 83],
    ["the first, where nothing is known", {}, 0],
  ])("of several occurrences is told apart by %s", (_, more, start) => {
    expect(anchorEvidence(quote("Putin blamed Ukraine", more), TEXT)).toMatchObject({
      state: "start" in more ? "moved" : "exact",
      range: { start, end: start + 20 },
    });
  });

  test("with offsets that hold other words is not taken there", () => {
    expect(anchorEvidence(quote("Peskov", { start: 0, end: 6 }), TEXT).range).toEqual({ start: 22, end: 28 });
    expect(anchorEvidence(quote("Peskov", { start: 5_000, end: 5_006 }), TEXT).range).toEqual({
      start: 22,
      end: 28,
    });
  });

  test("with typographic changes is approximate, with the document's own range and a score by its errors", () => {
    const text = "He said: “the West’s plan – a war – failed”. So it ended.";
    const anchor = anchorEvidence(quote('"the West\'s plan - a war - failed"'), text);
    expect(anchor.state).toBe("approximate");
    expect(text.slice(anchor.range?.start, anchor.range?.end)).toBe("“the West’s plan – a war – failed”");
    expect(anchor.score).toBeCloseTo(1 - 5 / 34, 10);
  });

  test("with a word left out or put in is approximate", () => {
    const wanted = quote("Peskov has blamed the West");
    expect(anchorEvidence(wanted, TEXT)).toMatchObject({
      state: "approximate",
      range: { start: 22, end: 44 },
    });
    const left = anchorEvidence(quote("Ukraine again, then Putin blamed"), TEXT);
    expect(TEXT.slice(left.range?.start, left.range?.end)).toBe("Ukraine again, and then Putin blamed");
  });

  test("with more than a fifth of other characters is missing", () => {
    expect(anchorEvidence(quote("Zakharova denounced the United States"), TEXT)).toEqual({
      state: "missing",
      range: null,
      score: 0,
    });
    expect(anchorEvidence(quote("Paris"), "pariZ").state).toBe("missing");
    expect(anchorEvidence(quote("cat"), "cut").state).toBe("missing");
  });

  test("in a document whose text is not held is unchecked; an empty text holds nothing", () => {
    expect(anchorEvidence(quote("Putin"), undefined).state).toBe("unchecked");
    expect(anchorEvidence(quote("Putin"), "").state).toBe("missing");
  });

  test("is a reference when there is none, with text or without", () => {
    const reference = { state: "reference", range: null, score: 0 };
    expect(anchorEvidence({ document: "d" }, TEXT)).toEqual(reference);
    expect(anchorEvidence({ document: "d" }, undefined)).toEqual(reference);
  });

  test("with characters outside the basic plane keeps UTF-16 offsets and never splits a character", () => {
    const text = "A 😀 smile, and 😁 grins, and 👩‍👩‍👧 waves";
    expect(anchorEvidence(quote("😁 grins", { start: 16, end: 24 }), text).state).toBe("exact");
    expect(anchorEvidence(quote("👩‍👩‍👧 waves"), text).range).toEqual({ start: 30, end: 44 });
    const near = anchorEvidence(quote("x grins, and"), text);
    expect(near.state).toBe("approximate");
    expect(text.slice(near.range?.start, near.range?.end).isWellFormed()).toBe(true);
  });

  test("with combining accents in another form is found as nearly its words", () => {
    const text = "The president met Zoe\u0301 Valde\u0301s in the capital that evening.";
    const anchor = anchorEvidence(quote("met Zo\u00e9 Vald\u00e9s in the capital"), text);
    expect(anchor.state).toBe("approximate");
    expect(text.slice(anchor.range?.start, anchor.range?.end)).toBe(
      "met Zoe\u0301 Valde\u0301s in the capital",
    );
  });

  test("property: any piece of a text is found again by its offsets, and by its words with its neighbours", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const exact = text.slice(start, end);
        const prefix = text.slice(Math.max(0, start - 32), start);
        const suffix = text.slice(end, end + 32);
        expect(anchorEvidence(quote(exact, { start, end }), text).state).toBe("exact");
        const found = anchorEvidence(quote(exact, { prefix, suffix }), text);
        expect(found.state).toBe("exact");
        expect(text.slice(found.range?.start, found.range?.end)).toBe(exact);
      }),
    );
  });
});

/** Edits that turn `pattern` into some piece of `text`: the whole table, without any shortcut. */
function fewestErrors(text: string, pattern: string): number {
  let row = new Array<number>(text.length + 1).fill(0);
  for (let p = 1; p <= pattern.length; p += 1) {
    const next = [p];
    for (let t = 1; t <= text.length; t += 1) {
      const same = pattern[p - 1] === text[t - 1] ? 0 : 1;
      next.push(Math.min(row[t - 1]! + same, row[t]! + 1, next[t - 1]! + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

/** Edits that turn one text into the other, both whole. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

describe("approximate search", () => {
  const letters = (most: number) =>
    fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: most });

  test("property: finds as few errors as the full table, and each range has just those errors", () => {
    fc.assert(
      fc.property(letters(40), letters(12), fc.nat(12), (text, pattern, most) => {
        const matches = searchApproximately(text, pattern, most, { left: 1e6 });
        const fewest = fewestErrors(text, pattern);
        expect(matches.length > 0).toBe(fewest <= Math.min(most, pattern.length) && text.length > 0);
        for (const { start, end, errors } of matches) {
          expect(errors).toBe(fewest);
          expect(editDistance(text.slice(start, end), pattern)).toBe(fewest);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gives nothing when the budget does not last, and has then spent it", () => {
    const budget = { left: 50 };
    expect(searchApproximately("abc".repeat(100), "bcab", 1, budget)).toEqual([]);
    expect(budget.left).toBeLessThan(0);
  });
});

describe("a dossier's quotations", () => {
  test("are anchored statement by statement", () => {
    const { dossier, anchors } = parseHarbour();
    expect(anchorStatements(dossier)).toEqual(anchors);
  });

  test("are searched within the budget given, which tells whether it lasted", () => {
    const [ample, scant] = [{ left: SEARCH_BUDGET }, { left: 10 }];
    const { anchors } = parseHarbour();
    expect(parseDossier(harbourValue(), { budget: ample }).anchors).toEqual(anchors);
    expect(ample.left).toBeGreaterThan(0);
    expect(ample.left).toBeLessThan(SEARCH_BUDGET);
    expect(parseDossier(harbourValue(), { budget: scant }).anchors).not.toEqual(anchors);
    expect(scant.left).toBeLessThan(0);
  });

  test("a statement is withheld only when every one of its quotations is missing", () => {
    const anchor = (state: Anchor["state"]): Anchor => ({ state, range: null, score: 0 });
    expect(mayBeShown([anchor("missing"), anchor("missing")])).toBe(false);
    for (const state of ["exact", "moved", "approximate", "unchecked", "reference"] as const) {
      expect(mayBeShown([anchor("missing"), anchor(state)])).toBe(true);
    }
    expect((["exact", "moved", "approximate"] as const).every((state) => isVerified(anchor(state)))).toBe(
      true,
    );
    expect((["missing", "unchecked", "reference"] as const).some((state) => isVerified(anchor(state)))).toBe(
      false,
    );
  });
});

describe("cost", () => {
  const LENGTH = 300_000;
  const FIFTH = 1 / 5;
  const seconds = (run: () => void) => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  /** Cost grows with the number of quotations until the budget is spent: a share of both costs that share of the time. */
  const anchorAll = (text: string, quotations: readonly ReturnType<typeof quote>[], share: number) => {
    const budget = { left: SEARCH_BUDGET * share };
    return seconds(() => {
      for (const evidence of quotations) anchorEvidence(evidence, text, budget);
    });
  };
  const many = (count: number, make: (at: number) => ReturnType<typeof quote>) =>
    Array.from({ length: count }, (_, at) => make(at));
  const words = Array.from(
    { length: LENGTH / 5 },
    (_, at) => `${((at * 7919) % 9973).toString(36).padStart(4, "w")} `,
  );
  const prose = words.join("");
  const neighbours = { prefix: "abcdef".repeat(11), suffix: "xyz".repeat(22) };

  test.each([
    ["one letter, everywhere", "e".repeat(LENGTH), many(2_000, () => quote("e", neighbours)), 1],
    [
      "wrong sentences",
      prose,
      many(400, (at) => quote(`the fox number ${at} jumps over the lazy dogs of the town`)),
      FIFTH,
    ],
    ["short words with wrong neighbours", prose, many(400, (at) => quote(`w${at % 10}`, neighbours)), FIFTH],
    [
      "a long quotation, nearly everywhere",
      "a".repeat(LENGTH),
      many(400, () => quote(`${"a".repeat(900)}b`)),
      FIFTH,
    ],
    [
      "a very long quotation with its difference in the middle",
      "a".repeat(LENGTH),
      many(10, () => quote(`${"a".repeat(50_000)}b${"a".repeat(49_999)}`)),
      FIFTH,
    ],
    [
      "a very long quotation, everywhere",
      "a".repeat(LENGTH),
      many(10, () => quote("a".repeat(99_999), neighbours)),
      FIFTH,
    ],
  ])(
    "of %s in 300 kB of text is bounded",
    (_, text, quotations, share) => {
      expect(anchorAll(text, quotations, share)).toBeLessThan(5 * share);
    },
    60_000,
  );

  test("an honest dossier stays within the budget: 500 quotations with other quotation marks in 20 kB", () => {
    const text = prose.slice(0, 20_000);
    const budget = { left: SEARCH_BUDGET };
    const states = many(500, (at) => {
      const start = (at * 37) % 19_000;
      return quote(`${text.slice(start, start + 60)}“${text.slice(start + 61, start + 120)}`);
    }).map((evidence) => anchorEvidence(evidence, text, budget).state);
    expect(new Set(states)).toEqual(new Set(["approximate"]));
    expect(budget.left).toBeGreaterThan(SEARCH_BUDGET / 3);
  });
});
