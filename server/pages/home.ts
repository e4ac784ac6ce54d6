/** `/`: all dossiers, broken ones with what is wrong with them. */
import { countWords, describeSources } from "../../graph-data/display/words.ts";
import { describeProblem } from "../../graph-data/errors.ts";
import type { Entry } from "../stores/store.ts";
import { linkDossier } from "./links.ts";
import type { Page, ServerPage } from "./page.ts";

/** Problems printed for one dossier in the list; its own page has all. */
const MOST_PROBLEMS = 5;

export const home: Page = {
  scope: "server",
  path: "/",
  view: "home",
  async build({ stores, theme }) {
    const entries = await stores.list();
    return { title: "Dossiers", dossiers: entries.map((entry) => card(entry, theme)) };
  },
};

function card({ id, title, source, narrative, problems }: Entry, theme: ServerPage["theme"]) {
  const links = linkDossier(id, "", theme);
  return {
    title,
    source,
    href: narrative ? links.explorer : links.problems,
    usable: narrative !== null,
    language: narrative?.dossier.language ?? null,
    summary: narrative?.dossier.summary ?? null,
    sources: narrative && describeSources(narrative),
    counts: narrative && [
      countWords(narrative.actors.size, "actor"),
      countWords(narrative.statements.length, "statement"),
      countWords(narrative.phases.length, "phase"),
    ],
    problemsHref: links.problems,
    problemCount: countWords(problems.length, "problem"),
    problems: problems.slice(0, narrative ? 0 : MOST_PROBLEMS).map(describeProblem),
    more: narrative ? 0 : Math.max(0, problems.length - MOST_PROBLEMS),
    flawed: problems.length > 0,
  };
}
