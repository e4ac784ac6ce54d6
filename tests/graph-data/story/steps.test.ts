import { describe, expect, test } from "@jest/globals";
import { buildGraph } from "../../../graph-data/graph/build.ts";
import { parseAddress, writeAddress } from "../../../graph-data/lens/view.ts";
import { showStep, tellStory } from "../../../graph-data/story/steps.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";
import { harbourGraph } from "../../support/fixtures.ts";

const withStory = (story: { title: string; text: string; lens?: string; highlight?: string[] }[]) =>
  buildGraph({ ...harbourGraph().dossier, story });

describe("a story", () => {
  test("has none in a dossier that tells none", () => {
    const { story: _, ...dossier } = harbourGraph().dossier;
    expect(tellStory(buildGraph(dossier))).toEqual([]);
  });

  test("a step cites the statements it picks out, those of a tie included, each once", () => {
    const narrative = withStory([{ title: "t", text: "x", highlight: ["mayor~union~blame", "mayor"] }]);
    const ids = narrative.statements.filter(({ tie }) => tie.id === "mayor~union~blame").map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    const [step] = tellStory(narrative);
    expect(step!.cited.map(({ id }) => id)).toEqual(ids);
    expect(step!.problems).toEqual([]);
  });

  test("what the dossier does not have is said, and the rest is told", () => {
    const [step] = tellStory(
      withStory([{ title: "t", text: "x", lens: "family=love", highlight: ["nobody", "mayor"] }]),
    );
    expect(step!.select).toEqual(["mayor"]);
    expect(step!.lens).toEqual({});
    expect(step!.problems.map(({ path }) => path)).toEqual(["story[0].lens: family", "story[0].highlight"]);
  });
});

describe("the story of the first dossier", () => {
  const narrative = firstDossierGraph();
  const steps = tellStory(narrative);

  test("has seven to ten steps, each with a usable lens and statements that it cites", () => {
    expect(steps.length).toBeGreaterThanOrEqual(7);
    expect(steps.length).toBeLessThanOrEqual(10);
    for (const { problems, cited } of steps) {
      expect(problems).toEqual([]);
      expect(cited.length).toBeGreaterThan(0);
    }
  });

  test("goes from the dismissed warnings to the West as main adversary", () => {
    expect(steps[0]!.cited.map(({ type }) => type.id)).toContain("dismisses");
    const last = steps.at(-1)!.cited;
    expect(
      last.some(({ source, family, target }) => `${source} ${family} ${target}` === "kremlin blame west"),
    ).toBe(true);
  });

  test("every step's address opens that step again", () => {
    for (const step of steps) {
      const text = writeAddress(showStep(step), narrative);
      const { problems, ...address } = parseAddress(text, narrative);
      expect(problems).toEqual([]);
      expect(writeAddress(address, narrative)).toBe(text);
      expect(address.view.story).toBe(step.number);
    }
  });
});
