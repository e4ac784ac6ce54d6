import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeProblem } from "../../../graph-data/errors.ts";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { LENS_KEYS, LONGEST_QUERY, parseLens, writeLens } from "../../../graph-data/lens/query.ts";
import { harbourGraph, sketchGraph } from "../../support/fixtures.ts";
import { anyLens } from "../../support/generators.ts";

const NARRATIVE = harbourGraph();
const read = (text: string, others?: string[]) => parseLens(text, NARRATIVE, others);
const lensOf = (text: string) => {
  const { lens, problems } = read(text);
  expect(problems).toEqual([]);
  return lens;
};
const problemsOf = (text: string, others?: string[]) => read(text, others).problems.map(describeProblem);

describe("reading", () => {
  test.each<[string, Lens]>([
    ["", {}],
    ["?", {}],
    ["&&", {}],
    ["phase=blaze", { phases: ["blaze"] }],
    ["?phase=inquiry,before", { phases: ["before", "inquiry"] }],
    ["phase=before..aftermath", { phases: ["before", "blaze", "aftermath"] }],
    ["phase=blaze..blaze", { phases: ["blaze"] }],
    ["phase=none,blaze", { phases: ["blaze", "none"] }],
    ["phase=inquiry..none", { phases: ["inquiry", "none"] }],
    ["phase=inquiry,before..blaze", { phases: ["before", "blaze", "inquiry"] }],
    ["from=2024-03&to=2024-05~", { from: "2024-03", to: "2024-05~" }],
    ["undated=only", { undated: "only" }],
    ["family=threat,blame,blame", { families: ["blame", "threat"] }],
    ["type=sues", { types: ["sues"] }],
    ["voice=mayor,author", { voices: ["author", "mayor"] }],
    ["modality=desired,asserted", { modalities: ["asserted", "desired"] }],
    ["actor=mayor&depth=3&side=1", { actors: ["mayor"], depth: 3, side: true }],
    ["path=mayor..fire", { path: ["mayor", "fire"] }],
    ["narrative=league-alone", { narratives: ["league-alone"] }],
    ["document=d1,d3", { documents: ["d1", "d3"] }],
    ["credibility=3", { credibility: 3 }],
    ["q=the+union%20%C3%A9", { q: "the union é" }],
    ["q=%20%20a%20", { q: "a" }],
    ["family=&q=&depth=&phase", {}],
    ["family=,&actor=,,", {}],
    ["family=blame&family=denial,blame", { families: ["blame", "denial"] }],
    ["phase=before&phase=blaze..inquiry", { phases: ["before", "blaze", "aftermath", "inquiry"] }],
    ["fam%69ly=blame%2Cdenial", { families: ["blame", "denial"] }],
  ])("%s", (text, lens) => {
    expect(lensOf(text)).toEqual(lens);
  });

  test("in any order of keys gives the same lens", () => {
    const parts = [
      "phase=blaze",
      "family=blame",
      "actor=mayor",
      "depth=2",
      "q=a+b",
      "voice=author",
      "credibility=4",
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(lensOf(shuffled.join("&"))).toEqual(lensOf(parts.join("&")));
      }),
      { numRuns: 30 },
    );
  });
});

describe("refusing", () => {
  test.each<[string, string]>([
    [
      "colour=red",
      "colour: is not a key of the lens; allowed: phase, from, to, undated, family, type, voice, modality, actor, depth, side, path, narrative, document, credibility, q",
    ],
    ["Family=blame", "Family: is not a key of the lens"],
    ["phase=later", 'phase: there is no phase "later"; allowed: before, blaze, aftermath, inquiry'],
    ["phase=blaze..later", 'phase: there is no phase "later"; allowed: before, blaze, aftermath, inquiry'],
    ["phase=blaze..before", 'phase: the run "blaze..before" goes backwards; write before..blaze'],
    ["phase=before..blaze..inquiry", 'phase: "before..blaze..inquiry" is not a run; write first..last'],
    ["phase=..blaze", 'phase: there is no phase ""; allowed: before'],
    ["from=yesterday", 'from: "yesterday" is not a date in EDTF, such as 2024-03-07 or 2024-03'],
    ["to=2024-13", 'to: "2024-13" is not a date in EDTF'],
    ["undated=maybe", 'undated: "maybe" is not allowed; allowed: only, no'],
    [
      "family=blame,love",
      'family: there is no family "love"; allowed: blame, denial, acknowledgement, alliance, threat, procedure',
    ],
    ["type=hugs", 'type: there is no relation type "hugs"; allowed: blames, '],
    ["voice=narrator", 'voice: there is no voice "narrator"; allowed: author, mayor, city'],
    [
      "modality=sung",
      'modality: there is no modality "sung"; allowed: asserted, insinuated, reported, hypothetical, desired',
    ],
    ["actor=x,mayor,y", 'actor: there is no actor "x", "y"; allowed: mayor, city'],
    ["depth=2", "depth: goes out from actors; give actor, too"],
    ["side=1", "side: widens actors; give actor, too"],
    ["undated=only&from=2024", 'undated: "only" and from or to leave nothing; give one of them'],
    ["from=2024-06&to=2024-01", 'from: "2024-06" is after to, "2024-01"'],
    ["depth=0", 'depth: "0" is not a whole number from 1 to 10'],
    ["depth=11", 'depth: "11" is not a whole number from 1 to 10'],
    ["depth=1.5", 'depth: "1.5" is not a whole number from 1 to 10'],
    ["depth=1e1", 'depth: "1e1" is not a whole number from 1 to 10'],
    ["side=yes", 'side: "yes" is not allowed; allowed: 1'],
    ["path=mayor", "path: is two actors, written a..b"],
    ["path=mayor..fire..city", "path: is two actors, written a..b"],
    ["path=mayor..mayor", "path: needs two different actors"],
    ["path=mayor..x", 'path: there is no actor "x"; allowed: mayor'],
    ["path=mayor..fire&path=fire..city", "path: is two actors, written a..b"],
    ["narrative=n", 'narrative: there is no narrative "n"; allowed: union-did-it, league-alone'],
    ["document=d9", 'document: there is no document "d9"; allowed: d1, d2, d3'],
    ["credibility=7", 'credibility: "7" is not a whole number from 1 to 6'],
    ["credibility=2&credibility=3", "credibility: is given more than once"],
    ["q=a&q=b", "q: is given more than once"],
    ["q=%E0%A4%A", "q: is not percent-encoded text"],
    ["%ff=1", "%ff: is not percent-encoded text"],
    ["__proto__=1", "__proto__: is not a key of the lens"],
    ["=x", ": is not a key of the lens"],
  ])("%s names the key and what is allowed", (text, words) => {
    const problems = read(text).problems;
    expect(problems).toHaveLength(1);
    expect(`${problems[0]?.path}: ${problems[0]?.message}`).toContain(words);
    expect(problems[0]?.severity).toBe("error");
  });

  test("reports every fault at once, and keeps what could be read", () => {
    const { lens, problems } = read("family=love&depth=99&x=1&q=tanks");
    expect(problems.map(({ path }) => path).toSorted()).toEqual(["depth", "family", "x"]);
    expect(lens).toEqual({ q: "tanks" });
  });

  test("lets pass the keys that a surface uses itself", () => {
    expect(problemsOf("format=csv&family=blame", ["format"])).toEqual([]);
    expect(problemsOf("page=2", ["format"])[0]).toMatch(/^page: .*, q, format$/);
  });

  test("a query that is too long is refused unread", () => {
    expect(problemsOf(`q=${"x".repeat(LONGEST_QUERY - 2)}`)).toEqual([]);
    expect(problemsOf(`q=${"x".repeat(LONGEST_QUERY)}`)).toEqual([
      "the query has 4098 characters; 4096 are allowed",
    ]);
  });

  test("messages stay short, however long the unknown ids or the list of allowed ones", () => {
    const { actors } = sketchGraph(Array.from({ length: 500 }, (_, at) => `n${at} blames n${at + 1}`));
    const offer = { ...NARRATIVE, actors };
    const { problems } = parseLens(
      `actor=${Array.from({ length: 90 }, (_, at) => `unknown-actor-number-${at}`)}`,
      offer,
    );
    expect(problems[0]?.message).toMatch(/and 85 more; allowed: n0, n1, .* and 461 more$/);
    expect(problems[0]?.message.length).toBeLessThan(600);
  });

  test("a dossier without phases says so", () => {
    const { problems } = parseLens("phase=a", sketchGraph(["a blames b"]));
    expect(problems.map(describeProblem)).toEqual(['phase: there is no phase "a"; this dossier has none']);
    expect(parseLens("phase=none", sketchGraph(["a blames b"])).problems).toHaveLength(1);
  });

  test("five hundred ids out of two hundred thousand actors are read quickly", () => {
    const entries = Array.from(
      { length: 200_000 },
      (_, at) => [`a${at}`, NARRATIVE.actors.get("mayor")!] as const,
    );
    const offer = { ...NARRATIVE, actors: new Map(entries) };
    const text = `actor=${Array.from({ length: 500 }, (_, at) => `a${199_999 - at}`).join(",")}`;
    const start = process.cpuUsage();
    expect(parseLens(text, offer).lens.actors).toHaveLength(500);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1);
  });
});

describe("writing", () => {
  test.each<[Lens, string]>([
    [{}, ""],
    [{ q: "élysée & co = 100%" }, "q=%C3%A9lys%C3%A9e%20%26%20co%20%3D%20100%25"],
    [
      { phases: ["before", "blaze", "aftermath"], families: ["blame", "denial"] },
      "phase=before..aftermath&family=blame,denial",
    ],
    [{ phases: ["before", "blaze", "inquiry"] }, "phase=before,blaze,inquiry"],
    [{ phases: ["none"] }, "phase=none"],
    [{ phases: ["before", "none"] }, "phase=before,none"],
    [{ phases: ["aftermath", "inquiry", "none"] }, "phase=aftermath..none"],
    [
      { credibility: 2, actors: ["mayor", "fire"], depth: 2, side: true, path: ["city", "fire"] },
      "actor=mayor,fire&depth=2&side=1&path=city..fire&credibility=2",
    ],
    [{ from: "1999/2001", to: "2024-04~", undated: "no" }, "from=1999%2F2001&to=2024-04~&undated=no"],
  ])("%j", (lens, text) => {
    expect(writeLens(lens, NARRATIVE)).toBe(text);
    expect(lensOf(text)).toEqual(lens);
  });

  test("a lone surrogate is written as something that can be read", () => {
    expect(lensOf(writeLens({ q: "a\ud800b" }, NARRATIVE))).toEqual({ q: "a\ufffdb" });
  });

  test("property: any lens is read back equal, and its text is a fixed point", () => {
    fc.assert(
      fc.property(anyLens(NARRATIVE), (lens) => {
        const text = writeLens(lens, NARRATIVE);
        expect(lensOf(text)).toEqual(lens);
        expect(writeLens(lensOf(text), NARRATIVE)).toBe(text);
        expect(new URL(`http://h/?${text}`).search.slice(1)).toBe(text.replaceAll("'", "%27"));
      }),
      { numRuns: 300 },
    );
  });

  test("property: text made of the keys never throws; what reads without problems is a fixed point once written", () => {
    const key = fc.constantFrom(...LENS_KEYS.map((entry) => entry.key), "select", "x", "");
    const unit = fc.constantFrom(
      "mayor",
      "fire",
      "blaze",
      "before",
      "..",
      ",",
      "1",
      "2024",
      "-",
      "%",
      "%20",
      "&",
      "=",
      "+",
      "author",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit, maxLength: 5 })), { maxLength: 5 }), (pairs) => {
        const { lens, problems } = read(pairs.map(([name, value]) => `${name}=${value}`).join("&"));
        if (problems.length > 0) return;
        const text = writeLens(lens, NARRATIVE);
        expect(lensOf(text)).toEqual(lens);
      }),
      { numRuns: 500 },
    );
  });
});
