import { describe, expect, test } from "@jest/globals";
import { DEFAULT_MODALITIES } from "../../../graph-data/lens/lens.ts";
import { problemDetailsShape } from "../../../server/api/shapes.ts";
import { contradictionsShape, shiftShape, traceShape } from "../../../server/api/shift-shapes.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourValue, idsOf, sketchDossier } from "../../support/fixtures.ts";
import type { Json } from "../../support/json.ts";
import { startTestServer } from "../../support/server.ts";

const FIRST = firstDossierGraph();
/** One actor's stance to another, as 24 voices tell it one way and 24 the other: 576 contradictions. */
const told = sketchDossier([
  ...Array.from({ length: 48 }, (_, at) => `a ${at < 24 ? "supports" : "attacks"} b`),
  ...Array.from({ length: 48 }, (_, at) => `v${at} blames c`),
]);
const quarrel = {
  ...told,
  id: "quarrel",
  phases: [{ id: "p", label: "P" }],
  statements: told.statements.map((one, at) => (at < 48 ? { ...one, voice: `v${at}` } : one)),
};
const server = await startTestServer([FIRST.dossier, harbourValue(), sketchDossier(["a blames b"]), quarrel]);
const K = "/api/dossiers/kremlin-moscow-suburb";
const H = "/api/dossiers/harbour";
const S = "/api/dossiers/sketch";
const UKRAINE_TO_WEST = "a=phase%3Dblame-ukraine&b=phase%3Dbehind-it";

const get = async (path: string): Promise<Json> => {
  const response = await server.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
};

async function refusals(path: string): Promise<string[]> {
  const response = await server.get(path);
  expect(response.status).toBe(400);
  const { problems } = problemDetailsShape.parse(await response.json());
  return (problems ?? []).map((problem) => `${problem.path}: ${problem.message}`);
}

describe("a shift", () => {
  test("of two lenses has what differs, how much, and both quotations", async () => {
    const body = shiftShape.parse(await get(`${K}/shift?${UKRAINE_TO_WEST}&by=kremlin`));
    expect([body.a.lens, body.b.lens]).toEqual(["phase=blame-ukraine", "phase=behind-it"]);
    expect(body.divergence).toMatchObject({ measure: "targets", by: "kremlin", a: 1, b: 6, shared: 0 });
    expect(body.divergence.value).toBeCloseTo(0.3113, 4);
    expect(body.divergence.chance?.draws).toBe(10_000);
    const west = body.shifts.find(({ id }) => id === "putin~west~blame");
    expect(west).toMatchObject({ kind: "appeared", a: { statements: [] }, b: { statements: ["s62"] } });
    expect(west?.b.told[0]?.evidence[0]?.exact).toBeTruthy();
    expect(body.shifts.every(({ reads }) => reads.includes("According to "))).toBe(true);
    expect(Object.values(body.counts).reduce((sum, n) => sum + n, 0)).toBe(body.total);
  });

  test("without windows compares the halves of the story", async () => {
    const { a, b } = await get(`${K}/shift`);
    expect([a.lens, b.lens]).toEqual(["phase=background..behind-it", "phase=main-adversary"]);
    const { a: whole, b: part } = await get(`${K}/shift?b=voice%3Dputin`);
    expect([whole.lens, part.lens]).toEqual(["", "voice=putin"]);
  });

  test("keys of the lens beside a and b hold in both, unless they say otherwise", async () => {
    const { a, b, lens } = await get(
      `${K}/shift?a=phase%3Dattack&b=family%3Ddenial&family=blame&voice=author`,
    );
    expect(lens).toBe("family=blame&voice=author");
    expect([a.lens, b.lens]).toEqual([
      "phase=attack&family=blame&voice=author",
      "family=denial&voice=author",
    ]);
  });

  test.each(["targets", "families", "narratives"])("is measured by %s", async (measure) => {
    const body = await get(`${K}/shift?${UKRAINE_TO_WEST}&measure=${measure}&of=denial`);
    expect(body.divergence.measure).toBe(measure);
    if (measure === "targets") expect(body.divergence).toMatchObject({ value: null, chance: null, b: 0 });
    else expect(body.divergence.value).toBeGreaterThan(0.4);
  });

  test("turns pages without losing or doubling a tie", async () => {
    const { total } = await get(`${K}/shift`);
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(total / 20) }, (_, at) => get(`${K}/shift?per=20&page=${at + 1}`)),
    );
    const ids = pages.flatMap(({ shifts }) => idsOf(shifts));
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
  });

  test("a lens within a lens is refused with its own key", async () => {
    expect(await refusals(`${K}/shift?a=phase%3Dnope%26colour%3Dred&b=family%3Dx`)).toEqual([
      expect.stringMatching(/^a\.colour: is not a key of the lens/),
      expect.stringMatching(/^a\.phase: there is no phase "nope"/),
      expect.stringMatching(/^b\.family: there is no family "x"/),
    ]);
  });

  test.each([
    ["measure=colour", /^measure: there is no measure "colour"; allowed: targets, families, narratives/],
    ["of=love", /^of: there is no family "love"; allowed: blame/],
    ["by=nobody", /^by: there is no actor "nobody"; allowed: putin/],
    ["a=q%3Dx&a=q%3Dy", /^a: is given more than once/],
    ["per=0", /^per: /],
    ["family=nope", /^family: there is no family "nope"/],
  ])("%s is refused, and why", async (query, words) => {
    expect(await refusals(`${K}/shift?${query}`)).toEqual([expect.stringMatching(words)]);
  });

  test("a dossier that nothing divides asks for windows", async () => {
    expect(await refusals(`${S}/shift`)).toEqual([expect.stringMatching(/^a: is missing/)]);
    expect((await get(`${S}/shift?a=voice%3Dauthor`)).divergence.value).toBe(0);
  });
});

describe("a trace", () => {
  test("of a pair has its statements by stop, and its reversals", async () => {
    const body = traceShape.parse(await get(`${K}/trace?pair=putin~isis-k`));
    expect(body.pair).toMatchObject({ a: "putin", b: "isis-k", spread: [] });
    expect(body.pair?.stops.flat()).toEqual(["s48", "s55"]);
    expect(body.pair?.contradictions.map(({ kind }) => kind)).toEqual(["reversal"]);
    expect(idsOf(body.statements)).toEqual(["s48", "s55"]);
  });

  test("of a pair says whether its contradictions are all", async () => {
    const { pair } = traceShape.parse(await get(`${K}/trace?pair=putin~isis-k`));
    expect(pair?.complete).toBe(true);
    const { pair: many } = traceShape.parse(await get("/api/dossiers/quarrel/trace?pair=a~b"));
    expect([many?.complete, many?.contradictions.length]).toEqual([false, 500]);
  });

  test("of a side has whom it turns on, stop by stop", async () => {
    const { side, stops } = traceShape.parse(await get(`${K}/trace?actor=kremlin&side=1`));
    expect(side?.members).toContain("putin");
    expect(side?.bands.slice(0, 2).map(({ target, family }) => `${family} ${target}`)).toEqual([
      "blame ukraine",
      "blame west",
    ]);
    expect(side?.bands[0]?.stops).toHaveLength(stops.length);
  });

  test("of an actor by itself, and on the axis of dates", async () => {
    const { side, axis } = traceShape.parse(await get(`${K}/trace?actor=putin&axis=date`));
    expect([axis, side?.members]).toEqual(["date", ["putin"]]);
    const denial = side?.bands.find(({ target, family }) => target === "isis-k" && family === "denial");
    expect(denial).toMatchObject({ total: 1, spread: ["s48"] });
  });

  test("of a narrative has who takes it up", async () => {
    const { narratives } = traceShape.parse(await get(`${K}/trace?narrative=ukrainian-trail`));
    expect(narratives?.[0]).toMatchObject({ id: "ukrainian-trail", first: "s52" });
    expect(narratives?.[0]?.advanced[0]).toMatchObject({ who: "putin", as: "act" });
  });

  test("of a narrative has its share of all that are advanced, also where the lens names it alone", async () => {
    const path = `${K}/trace?narrative=ukrainian-trail&voice=author,putin`;
    const { narratives, stops, statements } = traceShape.parse(await get(path));
    const advanced = (stop: string) =>
      FIRST.statements
        .filter(({ record, voice }) => record.phase === stop && ["author", "putin"].includes(voice))
        .filter(({ modality }) => DEFAULT_MODALITIES.includes(modality))
        .flatMap(({ record }) => record.narratives ?? [])
        .filter(({ role }) => role === "advances");
    const shares = stops.map(({ id }) => {
      const all = advanced(id);
      const own = all.filter((link) => link.id === "ukrainian-trail");
      return all.length === 0 ? null : own.length / all.length;
    });
    expect(shares.some((share) => share !== null && share > 0 && share < 1)).toBe(true);
    expect(narratives?.[0]?.stops.map(({ share }) => share)).toEqual(shares);
    expect(statements.length).toBeGreaterThan(0);
    for (const { id } of statements)
      expect(
        FIRST.statements.find((one) => one.id === id)?.record.narratives?.map((link) => link.id),
      ).toContain("ukrainian-trail");
  });

  test("where the lens names both, asks which", async () => {
    const query = "actor=kremlin&side=1&narrative=ukrainian-trail";
    expect(await refusals(`${K}/trace?${query}`)).toEqual([expect.stringMatching(/^of: .*actor, narrative/)]);
    expect(await get(`${K}/trace?${query}&of=actor`)).toHaveProperty("side");
    expect(await get(`${K}/trace?${query}&of=narrative`)).toHaveProperty("narratives");
  });

  test.each([
    ["", /^pair: is missing/],
    ["of=actor", /^pair: is missing/],
    ["pair=putin", /^pair: "putin" is no pair/],
    ["pair=putin~nobody", /^pair: /],
    ["pair=putin~west~blame", /^pair: /],
    ["pair=putin~west&axis=week", /^axis: /],
  ])("“%s” is refused, and why", async (query, words) => {
    expect(await refusals(`${K}/trace?${query}`)).toEqual([expect.stringMatching(words)]);
  });

  test("on an axis that the dossier has not is refused", async () => {
    expect(await refusals(`${S}/trace?pair=a~b&axis=date`)).toEqual([expect.stringMatching(/has: none$/)]);
  });
});

test("contradictions are those of the lens, with those who say so", async () => {
  const { contradictions, complete } = contradictionsShape.parse(await get(`${K}/contradictions`));
  expect(complete).toBe(true);
  expect(contradictions.map(({ kind, earlier, later }) => `${kind} ${earlier.id} ${later.id}`)).toEqual([
    "across sources s50 s48",
    "same side s48 s17",
    "reversal s48 s55",
  ]);
  const narrowed = await get(`${K}/contradictions?actor=putin`);
  expect(narrowed.contradictions).toHaveLength(1);
  const [only, ...others] = (await get(`${H}/contradictions`)).contradictions;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kind: "same side", side: "city", phases: null, days: [71, null] });
  expect(only.between).toBe("at least 71 days later");
});

test("the keys that a route uses itself are described once", async () => {
  const { paths } = await server.json("/api/openapi.json");
  for (const [path, { get: operation }] of Object.entries<Json>(paths)) {
    const names = (operation.parameters ?? []).map(({ name, $ref }: Json) => name ?? $ref.split("/").at(-1));
    expect([path, names.length]).toEqual([path, new Set(names).size]);
  }
});
