/** `/d/:dossier/problems`: what is wrong with a dossier, broken or not. */
import { countWords } from "../../graph-data/display/words.ts";
import type { Page } from "./page.ts";

export const problems: Page = {
  scope: "entry",
  path: "/d/:dossier/problems",
  view: "problems",
  build({ entry }) {
    const count = (severity: "error" | "warning") =>
      entry.problems.filter((problem) => problem.severity === severity).length;
    return {
      title: `Problems – ${entry.title}`,
      current: "problems",
      heading: entry.title,
      source: entry.source,
      usable: entry.narrative !== null,
      counts: `${countWords(count("error"), "error")}, ${countWords(count("warning"), "warning")}`,
      withheld: entry.narrative?.withheld.length ?? 0,
      problems: entry.problems,
    };
  },
};
