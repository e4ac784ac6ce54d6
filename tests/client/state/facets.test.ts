import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { countChoices, type FacetField, toggleChoice } from "../../../client/state/facets.ts";
import { earlierLens } from "../../../graph-data/display/compared.ts";
import { buildGraph, type NarrativeGraph } from "../../../graph-data/graph/build.ts";
import type { Lens } from "../../../graph-data/lens/lens.ts";
import { sliceGraph } from "../../../graph-data/lens/slice.ts";
import { harbourGraph, idsOf } from "../../support/fixtures.ts";
import { anyDossier, anyLens } from "../../support/generators.ts";

const FIELDS = ["families", "types", "voices", "narratives", "modalities", "documents", "phases"] as const;
const field = fc.constantFrom<FacetField>(...FIELDS);
const HARBOUR = harbourGraph();

function listIds(narrative: NarrativeGraph, which: FacetField): string[] {
  const { codebook, dossier, actors, phases } = narrative;
  const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
  return {
    families: [...codebook.families.keys()],
    types: [...codebook.types.keys()],
    voices: ["author", ...actors.keys()],
    narratives: ids(dossier.narratives),
    modalities: ["asserted", "insinuated", "reported", "hypothetical", "desired"],
    documents: ids(dossier.documents),
    phases: ids(phases),
  }[which];
}

/** Paths and circles around actors depend on all that is let through; a single choice would change the whole. */
const withoutPaths = ({ path: _path, depth: _depth, ...rest }: Lens): Lens => rest;

/** What hands let the windows of a comparison differ in; an address may say more. */
function timeOnly(lens: Lens): Lens {
  const time = ["phases", "from", "to", "undated"];
  return Object.fromEntries(Object.entries(lens).filter(([key]) => time.includes(key)));
}

describe("the count of a choice", () => {
  test("is what the lens would let through with this choice alone", () => {
    const cases = anyDossier
      .filter(({ actors }) => actors.length > 1)
      .chain((dossier) => {
        const narrative = buildGraph(dossier);
        return fc.tuple(fc.constant(narrative), anyLens(narrative).map(withoutPaths), field);
      });
    fc.assert(
      fc.property(cases, ([narrative, lens, which]) => {
        const counted = countChoices(narrative, lens, which);
        const expected = listIds(narrative, which).map((id) => ({
          id,
          count: sliceGraph(narrative, { ...lens, [which]: [id] }).statements.length,
          chosen: (lens[which] as readonly string[] | undefined)?.includes(id) ?? false,
        }));
        const shown = expected.filter(({ count, chosen }) => count > 0 || chosen || which === "families");
        expect(counted.map(({ id, count, chosen }) => ({ id, count, chosen }))).toEqual(shown);
      }),
    );
  });

  test("in a comparison is how many statements of both windows it would leave, each once", () => {
    const cases = anyDossier
      .filter(({ actors }) => actors.length > 1)
      .chain((dossier) => {
        const narrative = buildGraph(dossier);
        const lens = anyLens(narrative).map(withoutPaths);
        const facet = field.filter((which) => which !== "phases");
        return fc.tuple(fc.constant(narrative), lens, lens.map(timeOnly), facet);
      });
    fc.assert(
      fc.property(cases, ([narrative, lens, compare, which]) => {
        const counted = countChoices(narrative, lens, which, compare);
        for (const id of listIds(narrative, which)) {
          const chosen = { ...lens, [which]: [id] };
          const both = new Set([
            ...sliceGraph(narrative, earlierLens(chosen, compare)).statements,
            ...sliceGraph(narrative, chosen).statements,
          ]);
          expect(counted.find((choice) => choice.id === id)?.count ?? 0).toBe(both.size);
        }
        const alone = countChoices(narrative, lens, which);
        expect(idsOf(counted)).toEqual(expect.arrayContaining(idsOf(alone)));
        expect(countChoices(narrative, lens, which, timeOnly(lens))).toEqual(alone);
      }),
    );
  });

  test("in a comparison keeps what window A says otherwise of the facet itself", () => {
    const count = (id: string) =>
      countChoices(HARBOUR, { phases: ["aftermath"] }, "families", {
        phases: ["blaze"],
        families: ["blame"],
      }).find((choice) => choice.id === id)?.count;
    expect([count("blame"), count("denial"), count("alliance")]).toEqual([3, 2, 0]);
  });

  test("has the dossier's order and words", () => {
    expect(countChoices(HARBOUR, { phases: ["aftermath"] }, "voices")).toEqual([
      { id: "author", label: "the author", count: 4, chosen: false },
      { id: "union", label: "Dockers’ union", count: 1, chosen: false },
    ]);
    expect(countChoices(HARBOUR, { families: ["procedure"] }, "families")).toEqual([
      { id: "blame", label: "blame", count: 4, chosen: false },
      { id: "denial", label: "denial", count: 2, chosen: false },
      { id: "acknowledgement", label: "acknowledgement", count: 2, chosen: false },
      { id: "alliance", label: "alliance", count: 4, chosen: false },
      { id: "threat", label: "threat", count: 0, chosen: false },
      { id: "procedure", label: "procedure", count: 1, chosen: true },
    ]);
  });
});

describe("a choice that is toggled", () => {
  test("is added in order, or taken out; the last one taken out leaves no restriction", () => {
    const order = ["blame", "denial", "alliance"];
    expect(toggleChoice({ q: "x" }, "families", "alliance", order)).toEqual({
      q: "x",
      families: ["alliance"],
    });
    expect(toggleChoice({ families: ["alliance"] }, "families", "blame", order)).toEqual({
      families: ["blame", "alliance"],
    });
    expect(toggleChoice({ families: ["alliance"] }, "families", "alliance", order)).toEqual({});
  });

  test("twice is as it was, and nothing else of the lens is touched", () => {
    const cases = fc.tuple(anyLens(HARBOUR), field).chain(([lens, which]) => {
      const order = listIds(HARBOUR, which);
      return fc.tuple(fc.constant(lens), fc.constant(which), fc.constant(order), fc.constantFrom(...order));
    });
    fc.assert(
      fc.property(cases, ([lens, which, order, id]) => {
        const once = toggleChoice(lens, which, id, order);
        expect({ ...once, [which]: undefined }).toEqual({ ...lens, [which]: undefined });
        const [before, after] = [new Set<string>(lens[which]), new Set<string>(once[which])];
        expect(
          [...before]
            .filter((entry) => !after.has(entry))
            .concat([...after].filter((entry) => !before.has(entry))),
        ).toEqual([id]);
        expect(toggleChoice(once, which, id, order)).toEqual(lens);
      }),
    );
  });
});
