/** The drafted title: what is looked at, around whom, when. */
import { actorLabel, capitalise, listWords, voiceLabel } from "../display/words.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import type { Slice } from "../lens/slice.ts";
import { isolate } from "./isolate.ts";

/** Names in a title; more are counted. */
const MOST_NAMES = 3;

/**
 * "Blame and denial around the Kremlin and all that is part of it, from “The attack” to “ISIS-K conceded”". Without any of
 * these in the lens, the dossier's title. The whole lens stands under the title, in words of its own.
 */
export function draftTitle({ narrative, lens }: Slice): string {
  const { families, actors, voices, path, side } = lens;
  const time = describeTime(narrative, lens);
  if (!families && !actors && !voices && !path && time === "")
    return `Briefing: ${isolate(narrative.dossier.title)}`;
  const names = (ids: readonly string[]) => listNames(ids.map((id) => actorLabel(id, narrative)));
  const what = families
    ? capitalise(listNames(families.map((id) => narrative.codebook.families.get(id)?.label ?? id)))
    : "What is said";
  return [
    what,
    path ? ` between ${names(path)}` : "",
    actors ? ` around ${names(actors)}${side ? " and all that is part of it" : ""}` : "",
    voices ? `, as told by ${listNames(voices.map((id) => voiceLabel(id, narrative)))}` : "",
    time,
  ].join("");
}

function describeTime({ phases: all }: NarrativeGraph, { phases, from, to }: Slice["lens"]): string {
  const label = (id: string | undefined) => all.find((phase) => phase.id === id)?.label;
  const [first, last] = [label(phases?.[0]), label(phases?.at(-1))];
  if (first && last) return first === last ? `, in “${first}”` : `, from “${first}” to “${last}”`;
  return `${from ? `, from ${from}` : ""}${to ? `, to ${to}` : ""}`;
}

function listNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? listWords([...names.slice(0, MOST_NAMES), `${more} more`]) : listWords(names);
}
