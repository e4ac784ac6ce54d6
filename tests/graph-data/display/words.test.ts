import { describe, expect, test } from "@jest/globals";
import {
  citeStatement,
  countWords,
  describeEvidence,
  describeGrade,
  describeLens,
  describeRelation,
  describeSources,
  describeStatement,
  explainGrade,
  formatNumber,
  lensChips,
  listWords,
  paragraphNumber,
} from "../../../graph-data/display/words.ts";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { quotationOf } from "../../../graph-data/graph/quotations.ts";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { harbourGraph, parseHarbour } from "../../support/fixtures.ts";

const NARRATIVE = harbourGraph();
const statement = (id: string) => NARRATIVE.statements.find((candidate) => candidate.id === id)!;

describe("numbers and lists", () => {
  test("count with the right word", () => {
    expect([0, 1, 2].map((n) => countWords(n, "statement"))).toEqual([
      "0 statements",
      "1 statement",
      "2 statements",
    ]);
    expect(countWords(2, "reply", "replies")).toBe("2 replies");
  });

  test("set thousands apart", () => {
    expect([7, 999, 1_000, 1_234_567].map(formatNumber)).toEqual([
      "7",
      "999",
      "1\u202F000",
      "1\u202F234\u202F567",
    ]);
  });

  test("are listed as one speaks", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((list) => listWords(list))).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
});

describe("a statement", () => {
  test("is never told without who says so", () => {
    expect(describeRelation(statement("s04"), NARRATIVE)).toBe("Mayor Élise Brandt blames Dockers’ union");
    expect(describeStatement(statement("s04"), NARRATIVE)).toBe(
      "According to the author: Mayor Élise Brandt blames Dockers’ union",
    );
    expect(describeStatement(statement("s05"), NARRATIVE)).toBe(
      "According to Mayor Élise Brandt (insinuated): Dockers’ union arms Harbour League",
    );
  });

  test("has a grade of document and statement, as far as there is one", () => {
    expect(["s02", "s07", "s16", "s14"].map((id) => describeGrade(statement(id), NARRATIVE))).toEqual([
      "B1",
      "B",
      "D",
      "6",
    ]);
    expect(explainGrade(statement("s02"), NARRATIVE)).toBe(
      "B: usually reliable source; 1: confirmed by other sources",
    );
    expect(explainGrade(statement("s14"), NARRATIVE)).toBe("6: truth cannot be judged");
  });

  test("is quoted in the document's own words, where they stand", () => {
    expect(quotationOf(statement("s10"), NARRATIVE, 1)).toBe("The Herald wrote that ‘the union did it’");
    expect(quotationOf(statement("s14"), NARRATIVE)).toBeNull();
    expect(
      ["s01", "s04", "s11", "s16", "s14"].map((id) => paragraphNumber(statement(id), NARRATIVE)),
    ).toEqual([2, 3, 6, 2, null]);
  });

  test("is cited by the first of its quotations that is in its document", () => {
    const cited = statement("s05");
    const [evidence] = cited.record.evidence;
    const torn = {
      ...cited,
      record: {
        ...cited.record,
        evidence: [{ document: evidence!.document, exact: "Not there." }, evidence!],
      },
      anchors: [{ state: "missing" as const, range: null, score: 0 }, cited.anchors[0]!],
    };
    expect(citeStatement(torn, NARRATIVE)).toBe(citeStatement(cited, NARRATIVE));
  });

  test("is cited with its document, paragraph and voice", () => {
    expect(citeStatement(statement("s05"), NARRATIVE, "http://h/d/harbour")).toBe(
      "“the union had armed the League” (The harbour fire: a report, The Lantern, 2024-06-01, ¶ 3, https://example.org/harbour). " +
        "According to Mayor Élise Brandt (insinuated): Dockers’ union arms Harbour League. http://h/d/harbour",
    );
    expect(citeStatement(statement("s14"), NARRATIVE)).toMatch(
      /^\[reference only, no quotation\] \(Minutes, not held here\)\. /,
    );
  });
});

test("evidence that is not as recorded says so; evidence that is says nothing", () => {
  const anchor = { range: null, score: 0.912 };
  expect(describeEvidence({ ...anchor, state: "exact" })).toBeNull();
  expect(describeEvidence({ ...anchor, state: "approximate" })).toContain("0.91");
  expect(describeEvidence({ ...anchor, state: "reference" })).toBe("reference only, no quotation");
  expect(describeEvidence({ ...anchor, state: "missing" })).toBe("not found in the document");
});

test("a dossier says on how many documents it rests, and names one that is alone", () => {
  const { dossier } = parseHarbour();
  expect(describeSources(NARRATIVE)).toBe("Rests on 3 documents");
  const alone = {
    ...dossier,
    documents: [dossier.documents[0]!],
    statements: dossier.statements.slice(0, 3),
  };
  expect(describeSources(buildGraph(alone))).toBe(
    "Rests on one document: The harbour fire: a report (The Lantern, 2024-06-01)",
  );
});

describe("a lens in words", () => {
  const FULL: Lens = {
    phases: ["before", "blaze", "aftermath"],
    from: "2024-03",
    to: "2024-05",
    undated: "no",
    families: ["blame", "denial"],
    types: ["blames"],
    voices: ["author", "mayor"],
    modalities: ["asserted"],
    actors: ["city"],
    depth: 2,
    side: true,
    path: ["mayor", "fire"],
    narratives: ["union-did-it"],
    documents: ["d2"],
    credibility: 3,
    q: "tanks",
  };

  test("names each part, in the order of the keys", () => {
    expect(lensChips(FULL, NARRATIVE).map(({ label }) => label)).toEqual([
      "phase: Before to Aftermath",
      "from 2024-03",
      "to 2024-05",
      "without undated",
      "blame and denial",
      "blames",
      "as told by: the author and Mayor Élise Brandt",
      "asserted",
      "around City of Porto Nuovo and all that is part of it, 2 steps out",
      "paths from Mayor Élise Brandt to The harbour fire",
      "narrative: The union did it",
      "document: Harbour Bulletin 7",
      "credibility 3 or better",
      "“tanks”",
    ]);
  });

  test("every part can be taken away, and with the last nothing is left", () => {
    for (const { without, key } of lensChips(FULL, NARRATIVE)) {
      expect(without).not.toHaveProperty(key);
      expect(lensChips(without, NARRATIVE)).toHaveLength(13);
    }
    let lens = FULL;
    for (let chips = lensChips(lens, NARRATIVE); chips[0]; chips = lensChips(lens, NARRATIVE))
      lens = chips[0].without;
    expect(lens).toEqual({});
  });

  test("of the whole is everything; a list of more than three is cut short", () => {
    expect(describeLens({}, NARRATIVE)).toBe("Everything but what is hypothetical or desired");
    const acts = {
      ...NARRATIVE,
      statements: NARRATIVE.statements.filter(({ modality }) => modality === "asserted"),
    };
    expect(describeLens({}, acts)).toBe("Everything");
    expect(describeLens({ actors: ["mayor", "city", "union", "fire"] }, NARRATIVE)).toBe(
      "around Mayor Élise Brandt, City of Porto Nuovo and 2 more",
    );
    expect(describeLens({ phases: ["before", "inquiry"], undated: "only" }, NARRATIVE)).toBe(
      "phase: Before and Inquiry; only undated",
    );
  });

  test("says where there is no phase", () => {
    const words = (...phases: string[]) => describeLens({ phases }, NARRATIVE);
    expect(words("none")).toBe("phase: no phase");
    expect(words("inquiry", "none")).toBe("phase: Inquiry and no phase");
    expect(words("before", "blaze", "aftermath", "none")).toBe("phase: Before to Aftermath and no phase");
  });
});
