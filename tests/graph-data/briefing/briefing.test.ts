import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { generateDossier } from "../../../bench/generate.ts";
import { composeBriefing } from "../../../graph-data/briefing/compose.ts";
import type { Briefing } from "../../../graph-data/briefing/model.ts";
import { briefingSchema } from "../../../graph-data/briefing/schema.ts";
import { MOST_SHIFTS } from "../../../graph-data/briefing/tell-change.ts";
import { UsageError } from "../../../graph-data/errors.ts";
import { buildGraph, type NarrativeGraph } from "../../../graph-data/graph/build.ts";
import { compareWindows } from "../../../graph-data/shift/comparison.ts";
import { briefOn, listSentences } from "../../support/briefings.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourGraph, scriptGraph, sketchDossier } from "../../support/fixtures.ts";
import { anyDossier } from "../../support/generators.ts";

const first = firstDossierGraph();
const whole = briefOn(first);

/** Numbers that anything in the briefing cites. */
function listNumbers(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "citations" ? (part as number[]) : listNumbers(part),
  );
}

/** What must hold of any briefing; gives what does not. */
function findFaults(briefing: Briefing, { documents }: NarrativeGraph): string[] {
  const known = new Map(briefing.evidence.map((entry) => [entry.number, entry]));
  const { judgements: _analyst, ...ours } = briefing;
  return [
    ...listSentences(ours).flatMap(({ text, citations }) =>
      citations.length === 0 ? [`uncited: ${text}`] : [],
    ),
    ...listNumbers(briefing).flatMap((number) => (known.has(number) ? [] : [`no evidence ${number}`])),
    ...briefing.evidence.flatMap(({ number, quotation, document }, at) => [
      ...(number === at + 1 ? [] : [`evidence ${number} at place ${at + 1}`]),
      ...(quotation === null || documents.get(document.id)!.text!.includes(quotation)
        ? []
        : [`evidence ${number} is not in its document`]),
    ]),
  ];
}

describe("the rules", () => {
  test("every sentence is cited, every citation has its words in the document: the dossier that comes along", () => {
    expect(listSentences(whole).length).toBeGreaterThan(30);
    expect(findFaults(whole, first)).toEqual([]);
  });

  test.each([
    ["family=blame"],
    ["actor=putin&side=1"],
    ["compare=phase%3Dwarnings..blame-ukraine&phase=conceded..west"],
    ["modality=hypothetical,desired"],
    ["voice=putin"],
  ])("likewise under a lens: %s", (address) => {
    const phases = first.phases.map(({ id }) => id);
    const query = address
      .replace("warnings..blame-ukraine", `${phases[0]}..${phases[3]}`)
      .replace("conceded..west", `${phases[4]}..${phases[6]}`);
    expect(findFaults(briefOn(first, query), first)).toEqual([]);
  });

  test("a fault is found", () => {
    const [sentence] = whole.bottomLine!.sentences;
    const broken = {
      ...whole,
      bottomLine: { ...whole.bottomLine!, sentences: [{ ...sentence!, citations: [] }] },
      evidence: whole.evidence.slice(1).map((entry) => ({ ...entry, quotation: "never said" })),
    };
    const faults = findFaults(broken, first);
    expect(faults).toContain(`uncited: ${sentence!.text}`);
    expect(faults).toContain("no evidence 1");
    expect(faults).toContain("evidence 2 is not in its document");
  });

  test("any dossier gives a briefing of the schema's shape, or says that nothing matches", () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const narrative = buildGraph(dossier);
        try {
          const briefing = briefOn(narrative);
          expect(findFaults(briefing, narrative)).toEqual([]);
          expect(briefingSchema.parse(briefing)).toEqual(briefing);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(error.message).toMatch(/^(?:Nothing matches this lens|This dossier has no statements)/);
        }
      }),
      { numRuns: 10 },
    );
  });

  test("the same dossier, lens and words give the same briefing", () => {
    expect(JSON.stringify(briefOn(firstDossierGraph()))).toBe(JSON.stringify(whole));
  });

  test("numbers follow the order of reading", () => {
    const cited = composeBriefing(whole).blocks.flatMap((block) => citedIn(block));
    const firsts = [...new Set(cited)];
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });
});

/** Numbers as a reader meets them. */
function citedIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(citedIn);
  if (typeof value !== "object" || value === null) return [];
  const { kind, numbers } = value as { kind?: string; numbers?: number[] };
  return kind === "cite" ? numbers! : Object.values(value).flatMap(citedIn);
}

describe("attribution", () => {
  test("whatever is stated is said with the one who says so", () => {
    const texts = [
      ...whole.changed!.parts.flatMap(({ shifts }) => shifts.flatMap(({ sentences }) => sentences)),
    ];
    expect(texts.length).toBeGreaterThan(15);
    for (const { text } of texts) expect(text).toMatch(/according to /i);
    for (const { reads } of whole.evidence) expect(reads).toMatch(/^According to /);
  });

  test("what is hypothetical or wished for is not told as an act", () => {
    const briefing = briefOn(first, "modality=hypothetical,desired");
    expect(briefing.evidence.length).toBeGreaterThan(0);
    for (const { reads } of briefing.evidence)
      expect(reads).toMatch(/^According to [^,]+ \((hypothetical|wished for), not told as an act\), /);
  });

  test("what a lens leaves out by default is in no default briefing", () => {
    const hidden = first.statements.filter(({ modality }) => ["hypothetical", "desired"].includes(modality));
    const cited = new Set(whole.evidence.map(({ statement }) => statement));
    expect(hidden.filter(({ id }) => cited.has(id))).toEqual([]);
    expect(whole.limits.counted.join(" ")).toContain(
      `${hidden.length} of 84 statements, ${hidden.length} of them`,
    );
  });
});

describe("plain language", () => {
  const texts = [
    ...listSentences(whole).map(({ text }) => text),
    ...whole.limits.warnings,
    ...whole.limits.counted,
    ...whole.limits.method,
  ];

  test("sentences end, and are no longer than 45 words", () => {
    for (const text of texts) {
      expect(text).toMatch(/[.)]$/);
      for (const sentence of text.split(/(?<=[.;:]) /))
        if (sentence.split(/\s+/).length > 45) throw new Error(`too long: ${sentence}`);
    }
  });

  test("numbers agree with what they count", () => {
    for (const text of texts) expect(text).not.toMatch(/\b1 (statements|actors|ties|documents)\b/);
    for (const text of texts)
      expect(text).not.toMatch(/(?<![\d.,])([02-9]|\d{2,}) (statement|actor|tie|document)\b(?! of blame)/);
  });
});

describe("what it finds in the dossier that comes along", () => {
  test("the bottom line has three to five sentences, and says that it rests on one document", () => {
    const { sentences, by } = whole.bottomLine!;
    expect(by).toBe("draft");
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
    // The counts are those of the dossier’s file; p is the permutation’s, which its own tests hold.
    expect(sentences[0]!.text).toBe(
      "Of 11 statements of blame in window A and 6 in window B, those at President Zelensky go from 0 to 2 and those at Ukraine go from 6 to 1; chance alone may explain it (p = 0.13).",
    );
    expect(sentences.at(-1)!.text).toContain("one document alone");
    expect(whole.limits.warnings[0]).toMatch(/^Single source/);
  });

  test("Putin on ISIS-K, denied and then conceded, stands first among the contradictions", () => {
    const [reversal] = whole.who!.contradictions;
    expect(reversal).toMatchObject({ kind: "reversal", title: "Reversal: Vladimir Putin → ISIS-K" });
    expect(reversal!.earlier.quotation).toContain("denied");
    expect(reversal!.later.quotation).toContain("acknowledged");
  });

  test("the story's turns are told stop by stop", () => {
    const parts = new Map(whole.changed!.parts.map(({ label, shifts }) => [label, shifts]));
    const told = (label: string) =>
      parts.get(label)!.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(told("Ukraine blamed, ISIS-K denied")).toContain(
      "New: according to the author, Vladimir Putin blames Ukraine.",
    );
    expect(told("ISIS-K conceded")).toContain(
      "Before that, according to the author, Vladimir Putin denies the part of ISIS-K.",
    );
  });

  test("the divergence is that of the page of shifts", () => {
    const [targets] = whole.changed!.divergences;
    expect(targets).toMatchObject({ of: "Targets of blame", a: 11, b: 6 });
    expect(targets!.value).toBe(compareWindows(first, { shared: {} })!.divergence.value);
  });

  test("three figures, numbered, each described", () => {
    expect(whole.figures.map(({ id, number }) => [id, number])).toEqual([
      ["network", 1],
      ["phases", 2],
      ["targets", 3],
    ]);
    for (const { alt, width, height } of whole.figures) {
      expect(alt.length).toBeGreaterThan(40);
      expect(width).toBeGreaterThan(100);
      expect(height).toBeGreaterThan(100);
    }
  });

  test("links lead to the view, the place in the text and the original", () => {
    const entry = whole.evidence.find(({ quotation }) => quotation !== null)!;
    expect(entry.links.view).toBe(`https://n.example/d/x?select=${entry.statement}`);
    expect(entry.links.text).toBe(`https://n.example/d/x/read/article#${entry.statement}`);
    expect(entry.links.original).toMatch(/^https?:\/\//);
  });
});

describe("a comparison", () => {
  const phases = first.phases.map(({ id }) => id);
  const briefing = briefOn(first, `phase=${phases[6]}&compare=phase%3D${phases[3]}`);

  test("tells what differs between its two windows", () => {
    const { told, windows, parts } = briefing.changed!;
    expect(told).toBe("between the windows");
    expect(windows!.map(({ lens }) => lens)).toEqual([`phase=${phases[3]}`, `phase=${phases[6]}`]);
    expect(parts).toHaveLength(1);
    const openings = parts[0]!.shifts.map(({ sentences }) => sentences[0]!.text.split(":")[0]);
    expect(openings).toContain("New");
    expect(openings).toContain("Gone");
  });
});

describe("the analyst's words", () => {
  const tie = whole.changed!.parts.flatMap(({ shifts }) => shifts)[0]!.tie;
  const words = {
    title: "Who is blamed now",
    author: "A. N. Analyst",
    handling: { tlp: "TLP:AMBER", note: "Draft" },
    bottomLine: "It **moved** [@s1, @s2].",
    judgements: [
      { text: "It goes on [@s3].", likelihood: "likely", confidence: "low", reason: "One source." },
    ],
    comments: { [tie]: "Weigh this [@s4]." },
    sections: { figures: false },
  } as const;
  const briefing = briefOn(first, "", { words, date: "2026-11-23" });

  test("take the place of the draft, and cite with the same numbers", () => {
    expect(briefing).toMatchObject({
      title: "Who is blamed now",
      author: "A. N. Analyst",
      date: "2026-11-23",
      figures: [],
    });
    expect(briefing.bottomLine).toMatchObject({
      by: "analyst",
      markdown: words.bottomLine,
      sentences: [],
      citations: [1, 2],
    });
    expect(briefing.judgements[0]).toMatchObject({ percent: "55–80 %", citations: [3] });
    expect(briefing.evidence.slice(0, 3).map(({ statement }) => statement)).toEqual(["s1", "s2", "s3"]);
    expect(briefing.evidence.map(({ statement }) => statement)).toContain("s4");
  });

  test("stand in the document beside what was found", () => {
    const document = composeBriefing(briefing);
    expect(document.handling).toBe(
      "TLP:AMBER (for the recipients’ organisation and its clients, as far as needed) – Draft",
    );
    const headings = document.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(headings).toEqual([
      "Bottom line",
      "Key judgements",
      "What changed",
      "Who says what",
      "Evidence",
      "Sources and limits",
      "Annex: further shifts",
    ]);
    expect(JSON.stringify(document.blocks)).toContain("Weigh this");
  });

  test("none are invented", () => {
    expect(whole.judgements).toEqual([]);
    expect(composeBriefing(whole).blocks).not.toContainEqual(expect.objectContaining({ id: "judgements" }));
  });
});

test("is told on the axis that the lens tells its time on, unless the view asks for another", () => {
  const labels = (address: string) =>
    briefOn(first, address).changed!.parts.flatMap(({ label, shifts }) => (shifts.length > 0 ? label : []));
  const march = "from=2024-03-01&to=2024-03-31";
  // Days of March that the dossier has statements of, but for the first.
  expect(labels(march)).toEqual(["2024-03-19", "2024-03-22", "2024-03-23", "2024-03-25"]);
  expect(labels(`${march}&axis=phase`)).toContain("Ukraine blamed, ISIS-K denied");
  expect(labels("")).toContain("Ukraine blamed, ISIS-K denied");
});

describe("odd slices", () => {
  test("an empty one is refused with how to widen it", () => {
    expect(() => briefOn(first, "q=nothinglikethis")).toThrow(
      /^Nothing matches this lens \(“nothinglikethis”\).* To widen it: without “nothinglikethis”, 80 statements\.$/,
    );
    expect(() => briefOn(first, "voice=ukraine&q=nothinglikethis")).toThrow(/take more than one part out/);
  });

  test("a dossier without statements says so, whatever the lens", () => {
    const { statements: _, ...bare } = sketchDossier(["a blames b"]);
    expect(() => briefOn(buildGraph({ ...bare, statements: [] }))).toThrow(
      "This dossier has no statements to brief on.",
    );
  });

  test("one statement, without phase or date", () => {
    const narrative = buildGraph(sketchDossier(["a blames b"]));
    const briefing = briefOn(narrative);
    expect(briefing.bottomLine!.sentences[0]!.text).toBe(
      "According to the author, a blames b (1 of 1 statement).",
    );
    expect(briefing.changed).toBeNull();
    expect(briefing.figures.map(({ id }) => id)).toEqual(["network"]);
    expect(briefing.evidence[0]).toMatchObject({ quotation: null, remark: "reference only, no quotation" });
  });

  test("the harbour dossier: quotations that moved say so", () => {
    const narrative = harbourGraph();
    expect(findFaults(briefOn(narrative), narrative)).toEqual([]);
  });

  test("names that run from right to left are kept apart from the sentence around them", () => {
    const narrative = scriptGraph("arabic");
    const briefing = briefOn(narrative);
    expect(findFaults(briefing, narrative)).toEqual([]);
    const isolated = /\u2068[^\u2068\u2069]*\u2069/g;
    for (const { text } of listSentences(briefing))
      expect(text.replace(isolated, "")).not.toMatch(/\p{Script=Arabic}/u);
    expect(briefing.evidence[0]!.document.title).toBe("نزاع الميناء: من أوقف الرافعات؟");
    const entries = composeBriefing(briefing).blocks.filter((block) => block.kind === "evidence");
    for (const line of entries.flatMap(({ source, details }) => [source, ...details]))
      expect(line.replace(isolated, "")).not.toMatch(/\p{Script=Arabic}/u);
  });

  test("evidence says in short where it stands: the paragraph, and the document where there are several", () => {
    const placesOf = (narrative: NarrativeGraph) =>
      composeBriefing(briefOn(narrative)).blocks.flatMap((block) =>
        block.kind === "evidence" ? [block.place] : [],
      );
    expect(placesOf(first)[0]).toBe("paragraph 8");
    for (const place of placesOf(harbourGraph())) expect(place).toMatch(/^“[^”]+”(?:, paragraph \d+)?$/);
  });

  test("other names are as they are", () => {
    const narrative = scriptGraph("cyrillic");
    const briefing = briefOn(narrative);
    expect(findFaults(briefing, narrative)).toEqual([]);
    expect(JSON.stringify(briefing)).not.toMatch(/[\u2066-\u2069]/);
    expect(briefing.evidence.map(({ reads }) => reads)).toContain(
      "According to the author, Министерство порта blames Профсоюз докеров.",
    );
  });

  test("many statements keep to the caps, and what is left out is counted", () => {
    const narrative = buildGraph(generateDossier({ actors: 150, statements: 1_000 }));
    const briefing = briefOn(narrative);
    const { parts, annex, leftOut } = briefing.changed!;
    const told = parts.reduce((sum, { shifts }) => sum + shifts.length, 0);
    expect([told, annex.length]).toEqual([MOST_SHIFTS.told, MOST_SHIFTS.annex]);
    expect(leftOut).toBeGreaterThan(0);
    expect(briefing.evidence.length).toBeLessThan(500);
    expect(findFaults(briefing, narrative)).toEqual([]);
  });
});
