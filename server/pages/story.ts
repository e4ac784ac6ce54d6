/** `/d/:dossier/story`: the told story to read and print, with a figure for each step. */
import { describeLens } from "../../graph-data/display/words.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { type Theme, writeAddress } from "../../graph-data/lens/view.ts";
import { type Step, showStep, tellStory } from "../../graph-data/story/steps.ts";
import { joinQuery, linkDossier, pair } from "./links.ts";
import type { LensPage, Page } from "./page.ts";
import { makeRows } from "./rows.ts";

export const story: Page = {
  scope: "lens",
  path: "/d/:dossier/story",
  view: "story",
  build(context) {
    const { narrative } = context;
    const steps = tellStory(narrative);
    return {
      title: `Story – ${narrative.dossier.title}`,
      current: "story",
      steps: steps.map((step) => writeStep(step, context)),
    };
  },
};

function writeStep(step: Step, { narrative, entry, theme }: LensPage) {
  const lensText = writeLens(step.lens, narrative);
  const links = linkDossier(entry.id, lensText, theme);
  const { explorer } = linkDossier(entry.id, writeAddress(showStep(step), narrative), theme);
  const row = makeRows(narrative, links);
  const chosen = step.select.length > 0 && pair("select", step.select.join(","));
  const picture = (ground: Theme) =>
    `${links.picture.split("?")[0]}${joinQuery(lensText, chosen, `theme=${theme ?? ground}`)}`;
  return {
    number: step.number,
    title: step.title,
    text: step.text,
    shows: describeLens(step.lens, narrative),
    href: explorer,
    pictures: { light: picture("light"), dark: picture("dark") },
    cited: step.cited.map(row),
    problems: step.problems.map(({ path, message }) => `${path}: ${message}`),
  };
}
