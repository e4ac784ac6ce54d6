/** What formats leave out of a slice, in words: of networks, of pictures, of ties. */
import { countWords } from "../display/words.ts";
import type { Slice } from "../lens/slice.ts";
import { omitStory } from "./dossier.ts";
import type { Unit } from "./format.ts";
import { describeLost, type Lost } from "./losses.ts";

const OF_TIES: readonly Lost[] = [
  ...(["furtherEvidence", "contexts", "places", "voices", "modalities", "abouts", "phases"] as const),
  ...(["dateBases", "credibilities", "narrativeLinks", "notes"] as const),
];

const OF_NETWORKS: readonly Lost[] = ["statementFields", "actorFields", "hiddenPositions"];

/** Of formats that write the whole network and its frame. */
export function omittedOfNetwork(slice: Slice, unit: Unit = "statements"): string[] {
  const ties = unit === "ties" ? [...describeSingle(slice, TOGETHER), ...describeLost(slice, OF_TIES)] : [];
  return [...ties, ...describeLost(slice, OF_NETWORKS), ...omitStory(slice)];
}

const TOGETHER = "ties have their ids, quotations and dates together";
const DRAWN = "ties alone are drawn, with their numbers";

const OF_PICTURES: readonly Lost[] = [
  ...(["quotations", "furtherEvidence", "voices", "modalities", "abouts", "phases", "dates"] as const),
  ...(["credibilities", "narrativeLinks", "notes", "statementFields"] as const),
  ...(["aliases", "memberships", "descriptions", "actorFields"] as const),
  ...(["documents", "codebook", "tellings", "story", "dossierFields"] as const),
];

/** Of formats that draw names and lines. */
export function omittedOfPicture(slice: Slice, unit: Unit): string[] {
  return [...(unit === "ties" ? describeSingle(slice, DRAWN) : []), ...describeLost(slice, OF_PICTURES)];
}

function describeSingle({ statements: { length } }: Slice, instead: string): string[] {
  return length > 0 ? [`${countWords(length, "single statement")}: ${instead}`] : [];
}
