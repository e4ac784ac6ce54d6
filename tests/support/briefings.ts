/** Briefings as tests want them, and all the sentences of one. */
import { type BriefingOptions, buildBriefing } from "../../graph-data/briefing/briefing.ts";
import type { Briefing, Sentence } from "../../graph-data/briefing/model.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseAddress } from "../../graph-data/lens/view.ts";

/** `address`: query text of lens and view. Throws where it cannot be used. */
export function briefOn(
  narrative: NarrativeGraph,
  address = "",
  options: Partial<BriefingOptions> = {},
): Briefing {
  const { lens, view, problems } = parseAddress(address, narrative);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return buildBriefing(sliceGraph(narrative, lens), {
    base: "https://n.example/d/x",
    version: "1.2.3",
    ...(view.compare && { compare: view.compare }),
    ...(view.axis && { axis: view.axis }),
    ...options,
  });
}

/** Whatever has a text and citations, wherever it stands in the briefing. */
export function listSentences(value: unknown): Sentence[] {
  if (typeof value !== "object" || value === null) return [];
  const { text, citations } = value as Partial<Sentence>;
  const own = typeof text === "string" && Array.isArray(citations) ? [value as Sentence] : [];
  return [...own, ...Object.values(value).flatMap(listSentences)];
}
