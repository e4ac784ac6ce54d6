import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { LIMITS } from "../../../graph-data/dossier/limits.ts";
import { parseDossier } from "../../../graph-data/dossier/parse.ts";
import { dossierJsonSchema } from "../../../graph-data/dossier/schema.ts";
import { describeProblem } from "../../../graph-data/errors.ts";
import { harbourValue, parseHarbour, sketchDossier } from "../../support/fixtures.ts";

/** Problems in words, sorted, so that expectations do not hang on the order of checks. */
function problemsOf(value: unknown): string[] {
  return parseDossier(value).problems.map(describeProblem).sort();
}

/** Sets the value at a path such as `statements.3.evidence`; `undefined` removes it. */
function edit(value: Record<string, unknown>, path: string, to: unknown): Record<string, unknown> {
  const keys = path.split(".");
  const last = keys.pop()!;
  // biome-ignore lint/suspicious/noExplicitAny: walks JSON of unknown shape
  const holder = keys.reduce((at: any, key) => at[key], value);
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return value;
}

const changed = (path: string, to: unknown) => problemsOf(edit(harbourValue(), path, to));
const errorsAfter = (path: string, to: unknown) => {
  const { dossier, problems } = parseDossier(edit(harbourValue(), path, to));
  return {
    refused: dossier === null,
    errors: problems.filter((p) => p.severity === "error").map(describeProblem),
  };
};

describe("a sound dossier", () => {
  test("parses, and each quotation that is not at its place is a warning with where it is", () => {
    const { dossier, problems, anchors } = parseHarbour();
    expect(dossier.statements).toHaveLength(16);
    expect(problems.map(({ severity }) => severity)).toEqual(["warning", "warning", "warning"]);
    const start = dossier.documents[0]!.text!.indexOf("accused the mayor");
    expect(problems.map(describeProblem)).toEqual([
      `statements[6].evidence[0]: the words are not at ${start - 7}–${start + 47} (found at ${start}–${start + 54})`,
      "statements[9].evidence[1]: the words are not in the document (nearly found at 18–58, score 0.95)",
      "statements[14].evidence[0]: the words are not at 5–41, nor elsewhere in the document; statement s15 is withheld",
    ]);
    expect(anchors.map((list) => list.map(({ state }) => state).join(" "))).toEqual([
      ..."exact exact exact exact exact exact moved exact exact".split(" "),
      "exact approximate",
      ..."exact exact exact reference missing exact".split(" "),
    ]);
  });

  test("keeps unknown fields at every level", () => {
    const { dossier } = parseHarbour();
    expect(dossier["x-origin"]).toEqual({ tool: "by hand", kept: true });
    expect(dossier.documents[1]?.["x-shelf"]).toBe(12);
    expect(dossier.actors[6]?.["x-note"]).toBe("kept");
    expect(dossier.statements[15]?.["x-coder"]).toBe("B");
  });

  test("does not change the value it is given", () => {
    const value = harbourValue();
    parseDossier(value);
    expect(value).toEqual(harbourValue());
  });

  test("a text whose hash differs from the one recorded is reported, and only when a hash is given", () => {
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    const value = edit(harbourValue(), "documents.0.sha256", "0".repeat(64));
    const warning = 'documents[0].sha256: the text of "d1" is not the one that was coded: its hash differs';
    expect(parseDossier(value).problems.map(describeProblem)).not.toContain(warning);
    expect(parseDossier(value, { hash }).problems.map(describeProblem)).toContain(warning);
    const right = edit(
      harbourValue(),
      "documents.0.sha256",
      hash(parseHarbour().dossier.documents[0]!.text!),
    );
    expect(parseDossier(right, { hash }).problems).toHaveLength(3);
  });
});

describe("structure", () => {
  test("all faults are reported together, each with its path", () => {
    const value = harbourValue();
    edit(value, "title", undefined);
    edit(value, "format", "narrascope-dossier/9");
    edit(value, "actors.2.kind", "robot");
    edit(value, "statements.0.credibility", 7);
    edit(value, "statements.3.evidence.0.start", -1);
    edit(value, "statements.4.narratives.0.role", "mentions");
    edit(value, "positions.mayor", [1]);
    const problems = problemsOf(value);
    expect(problems.map((line) => line.split(": ")[0])).toEqual([
      "actors[2].kind",
      "format",
      "positions.mayor",
      "statements[0].credibility",
      "statements[3].evidence[0].start",
      "statements[4].narratives[0].role",
      "title",
    ]);
    expect(problems).toContain("title: is missing");
    expect(problems).toContain("format: expected narrascope-dossier/1");
    expect(problems.find((line) => line.startsWith("actors[2].kind"))).toContain("armed-group");
  });

  const long = (length: number) => "x".repeat(length);
  test.each([
    ["format", undefined, "is missing; expected narrascope-dossier/1"],
    ["families", [{ id: "f", label: "F" }], "[0].sign: is missing; expected one of -1, 0, 1"],
    ["families", [{ id: "f", label: "F", sign: 5 }], "[0].sign: expected one of -1, 0, 1"],
    ["relationTypes.0.sign", "1", "expected one of -1, 0, 1"],
    ["statements.0.modality", 1, "expected one of asserted, insinuated, reported, hypothetical, desired"],
    ["statements.0.credibility", 2.5, "is not a whole number from 1 to 6"],
    ["statements.0.credibility", -2.5, "is not a whole number from 1 to 6"],
    ["statements.0.credibility", 0, "is not a whole number from 1 to 6"],
    ["statements.0.credibility", "2", "is not a whole number from 1 to 6"],
    ["statements.0.evidence", [], "a statement rests on at least one piece of evidence"],
    ["statements.0.evidence", "", "expected array, received string"],
    ["statements.0.evidence.0.start", 1.5, "is not a whole number"],
    ["statements.0.evidence.0.start", -1, "is -1; at least 0 is allowed"],
    ["title", [], "expected string, received array"],
    ["title", null, "expected string, received null"],
    ["title", "", "is empty"],
    ["actors.0.label", long(100_000), "has 100,000 characters; 2,000 are allowed"],
    ["story", Array(201).fill({ title: "t", text: "" }), "has 201 entries; 200 are allowed"],
    ["positions", [], "expected object, received array"],
    ["positions.mayor", [1], "expected two numbers, x and y"],
    ["positions.mayor", 1, "expected two numbers, x and y"],
    ["positions.mayor.0", 1e9, "is 1000000000; at most 1000000 is allowed"],
  ])("%s of the wrong kind or size is one problem that says what is allowed (%#)", (path, to, words) => {
    const place = path.replace(/\.(\d+)/g, "[$1]");
    expect(errorsAfter(path, to).errors).toEqual([place + (words.startsWith("[") ? "" : ": ") + words]);
  });

  test("a quotation without offsets that is nowhere in its document is said to be just that", () => {
    const [warning] = problemsOf(
      edit(harbourValue(), "statements.0.evidence", [
        { document: "d1", exact: "Zebras quietly vex my fjord" },
      ]),
    );
    expect(warning).toBe(
      "statements[0].evidence[0]: the words are not in the document; statement s01 is withheld",
    );
  });

  test.each([
    ["null", null],
    ["a list", []],
    ["a number", 7],
    ["text", "dossier"],
    ["nothing", undefined],
    ["an empty object", {}],
    ["lists that are objects", { ...sketchDossier([]), statements: {}, actors: 3 }],
    ["a list of null", { ...sketchDossier([]), statements: [null] }],
  ])("%s is refused with a problem", (_, value) => {
    const { dossier, anchors, problems } = parseDossier(value);
    expect(dossier).toBeNull();
    expect(anchors).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ severity }) => severity === "error")).toBe(true);
  });

  test.each(["", "-a", "a b", "a,b", "a~b", "a..b", "<b>", "a/b", "__proto__", "a\nb", "x".repeat(201)])(
    "the id %j is refused",
    (id) => {
      expect(errorsAfter("narratives.0.id", id).errors.join("\n")).toContain("narratives[0].id");
    },
  );

  test.each(["1", "élysée", "منطقة", "a.b:c@d-e_f", "東京", "constructor"])("the id %j is accepted", (id) => {
    expect(errorsAfter("statements.0.id", id).errors).toEqual([]);
  });

  test('a phase may not be called "none"', () => {
    const [phase] = errorsAfter("phases.0.id", "none").errors;
    expect(phase).toBe('phases[0].id: the id "none" stands for statements without a phase');
  });

  test('an actor may not be called "author"', () => {
    expect(errorsAfter("actors.9.id", "author")).toEqual({
      refused: true,
      errors: ['actors[9].id: the id "author" is the voice of a document\'s author'],
    });
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil",
    "ftp://x",
    "http:// x",
    " http://x",
  ])("the address %j is refused", (url) => {
    expect(errorsAfter("documents.0.url", url).errors).toEqual([
      "documents[0].url: an address starts with http:// or https://",
    ]);
  });

  test.each([
    ["start without end", { document: "d1", exact: "x", start: 1 }, "start and end go together"],
    ["offsets without words", { document: "d1", start: 1, end: 2 }, "a quotation needs its exact words"],
    ["an empty quotation", { document: "d1", exact: "" }, "exact"],
    ["a half offset", { document: "d1", exact: "x", start: 1.5, end: 2 }, "start"],
  ])("evidence with %s is refused", (_, evidence, words) => {
    expect(errorsAfter("statements.0.evidence.0", evidence).errors.join("\n")).toContain(words);
  });

  test("a statement without evidence is refused", () => {
    expect(errorsAfter("statements.2.evidence", []).errors).toEqual([
      "statements[2].evidence: a statement rests on at least one piece of evidence",
    ]);
  });

  test.each([[[0, Number.NaN]], [[1e7, 0]], [["0", 0]], [[0, 0, 0]]])(
    "the position %j is refused",
    (position) => {
      expect(errorsAfter("positions.mayor", position).refused).toBe(true);
    },
  );
});

describe("references", () => {
  test.each([
    ["statements.0.source", "nobody", 'statements[0].source: there is no actor "nobody"'],
    ["statements.0.target", "nobody", 'statements[0].target: there is no actor "nobody"'],
    ["statements.0.about", "nobody", 'statements[0].about: there is no actor "nobody"'],
    ["statements.0.voice", "nobody", 'statements[0].voice: there is no actor "nobody"'],
    ["statements.0.type", "hugs", 'statements[0].type: there is no relation type "hugs"'],
    ["statements.0.phase", "later", 'statements[0].phase: there is no phase "later"'],
    ["statements.2.narratives.0.id", "n", 'statements[2].narratives[0].id: there is no narrative "n"'],
    [
      "statements.0.evidence.0.document",
      "d9",
      'statements[0].evidence[0].document: there is no document "d9"',
    ],
    ["actors.0.partOf", ["city", "moon"], 'actors[0].partOf[1]: there is no actor "moon"'],
    ["relationTypes.0.family", "law", 'relationTypes[0].family: there is no family "law"'],
    ["relationTypes.1.opposites", ["x"], 'relationTypes[1].opposites[0]: there is no relation type "x"'],
  ])("%s = %j does not resolve", (path, to, problem) => {
    const { refused, errors } = errorsAfter(path, to);
    expect(refused).toBe(true);
    expect(errors).toContain(problem);
  });

  test("are all reported together", () => {
    const value = harbourValue();
    edit(value, "statements.0.source", "x");
    edit(value, "statements.15.type", "y");
    edit(value, "statements.2.date", "soon");
    expect(parseDossier(value).problems.map(describeProblem)).toEqual([
      'statements[0].source: there is no actor "x"',
      'statements[2].date: "soon" is not a date in EDTF, such as 2024-03-07, 2024-03, 1999/2001 or 1992/..',
      'statements[15].type: there is no relation type "y"',
    ]);
  });

  test("a position of an unknown actor is a warning", () => {
    expect(errorsAfter("positions.ghost", [1, 2])).toEqual({ refused: false, errors: [] });
    expect(changed("positions.ghost", [1, 2])).toContain('positions.ghost: there is no actor "ghost"');
  });

  test("a type of the default codebook whose family the dossier does not have is unknown", () => {
    const families = [{ id: "procedure", label: "procedure", sign: 0 }];
    expect(errorsAfter("families", families).errors).toContain(
      'statements[3].type: there is no relation type "blames"',
    );
  });

  test.each(["documents", "actors", "families", "relationTypes", "phases", "narratives", "statements"])(
    "an id that occurs twice in %s is reported with its first place",
    (list) => {
      const value = harbourValue();
      const entries = value[list] as { id: string }[];
      entries.push(structuredClone(entries[1]!));
      expect(problemsOf(value)).toContain(
        `${list}[${entries.length - 1}].id: "${entries[1]!.id}" is already the id of ${list}[1]`,
      );
    },
  );

  test("the same id may stand in two lists", () => {
    expect(errorsAfter("narratives.1.id", "mayor").errors).toHaveLength(2);
    expect(errorsAfter("statements.0.id", "mayor").errors).toEqual([]);
  });
});

describe("partOf", () => {
  const parts = (partOf: Record<string, string[]>) =>
    problemsOf({
      ...sketchDossier([]),
      actors: Object.entries(partOf).map(([id, wholes]) => ({
        id,
        label: id,
        kind: "other",
        partOf: wholes,
      })),
    });

  test("a circle is reported once, at one of its own actors", () => {
    expect(parts({ out: ["a"], a: ["b"], b: ["c"], c: ["a"] })).toEqual([
      'actors[1].partOf: "a" is part of itself: a → b → c → a',
    ]);
    expect(parts({ a: ["a"] })).toEqual(['actors[0].partOf: "a" is part of itself: a → a']);
  });

  test("two ways to the same whole are no circle", () => {
    expect(parts({ a: ["b", "c"], b: ["d"], c: ["d", "b"], d: [] })).toEqual([]);
  });

  test("ten thousand actors that are all part of the first, and it of the last, do not take long or fill memory", () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`a${at}`, at === 0 ? ["a9999"] : ["a0", `a${at - 1}`]]),
    );
    const start = process.cpuUsage();
    const problems = parts(many);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
    expect(problems.length).toBeGreaterThan(0);
    expect(Math.max(...problems.map((line) => line.length))).toBeLessThan(500);
  });
});

describe("dates", () => {
  test.each([
    "2024-03-07",
    "2024-03",
    "2024",
    "1999/2001",
    "1992/..",
    "../1999",
    "2024?",
    "2024-04~",
    "199X",
    "2024-21",
  ])("%s is accepted", (date) => {
    expect(errorsAfter("statements.0.date", date).errors).toEqual([]);
  });

  test.each([
    "7 March 2024",
    "2024-13",
    "2024-02-30",
    "",
    "2024/1999",
    "2024-3-7",
    "yesterday",
    "Y9E9",
    "1".repeat(64),
  ])("%j is refused, in statements, documents and phases", (date) => {
    const words = expect.stringContaining("is not a date in EDTF");
    expect(errorsAfter("statements.0.date", date).errors).toEqual([words]);
    expect(errorsAfter("documents.0.published", date).errors).toEqual([words]);
    expect(errorsAfter("phases.0.dates", date).errors).toEqual([words]);
  });
});

describe("hostile sizes", () => {
  const within = (seconds: number, value: unknown) => {
    const start = process.cpuUsage();
    const parsed = parseDossier(value);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(seconds);
    expect(parsed.dossier).toBeNull();
    expect(parsed.problems.length).toBeLessThanOrEqual(502);
    return parsed.problems.map(describeProblem);
  };
  const statement = { id: "s", source: "a", type: "blames", target: "a", evidence: [{ document: "d" }] };
  const sketch = sketchDossier(["a blames a"]);

  test("a million faulty statements are given up after the first hundreds", () => {
    const problems = within(4, { ...sketch, statements: Array(1_000_000).fill(0) });
    expect(problems[0]).toBe("statements[0]: expected object, received number");
    expect(problems.at(-1)).toBe("there are more; checking stopped here");
  });

  test("a list longer than allowed is refused unread", () => {
    const problems = within(4, { ...sketch, actors: Array(LIMITS.actors + 1).fill(null) });
    expect(problems.join("\n")).toMatch(/^actors: /m);
  });

  test("a list within an entry is bounded", () => {
    const evidence = Array(1_000_000).fill({});
    expect(within(4, { ...sketch, statements: [{ ...statement, evidence }] }).join("\n")).toMatch(
      /evidence: has 1,000,000 entries; 10,000 are allowed/,
    );
  });

  test("a million positions are refused", () => {
    const positions = Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [`a${at}`, 0]));
    expect(within(4, { ...sketch, positions })).toEqual([
      "positions: there are 300,000 positions; 200,000 are allowed",
    ]);
  });

  test("a label, a note and a quotation beyond the limits are refused", () => {
    const long = (length: number) => "x".repeat(length + 1);
    const value = harbourValue();
    edit(value, "actors.0.label", long(LIMITS.labelLength));
    edit(value, "statements.0.note", long(LIMITS.noteLength));
    edit(value, "statements.1.evidence.0.exact", long(LIMITS.quotationLength));
    expect(problemsOf(value).map((line) => line.split(":")[0])).toEqual([
      "actors[0].label",
      "statements[0].note",
      "statements[1].evidence[0].exact",
    ]);
  });

  test("more than 500 unresolved references are counted, not listed", () => {
    const statements = Array.from({ length: 700 }, (_, at) => ({ ...statement, id: `s${at}`, target: "x" }));
    const problems = within(4, { ...sketch, statements });
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toBe("and 200 more problems");
  });

  test("names of Object's own parts are ordinary ids and fields", () => {
    const { dossier } = parseDossier(
      JSON.parse(
        JSON.stringify({
          ...sketch,
          actors: ["constructor", "toString", "hasOwnProperty"].map((id) => ({
            id,
            label: id,
            kind: "other",
          })),
          statements: [{ ...statement, source: "constructor", target: "toString" }],
        }).replace('"title"', '"__proto__":{"polluted":true},"title"'),
      ),
    );
    expect(dossier?.statements[0]?.source).toBe("constructor");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("JSON Schema", () => {
  const schema = dossierJsonSchema() as {
    $schema: string;
    required: string[];
    properties: Record<string, { items?: { properties?: Record<string, { enum?: string[] }> } }>;
  };

  test("says what the parser demands", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect([...schema.required].sort()).toEqual([
      "actors",
      "documents",
      "format",
      "id",
      "statements",
      "title",
    ]);
    expect(schema.properties.actors?.items?.properties?.kind?.enum).toContain("armed-group");
    expect(Object.keys(schema.properties.statements?.items?.properties ?? {})).toContain("evidence");
  });

  test("lets unknown fields through, as the parser does", () => {
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
});
