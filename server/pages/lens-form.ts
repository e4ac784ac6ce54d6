/** The lens as a plain form: what it offers, and what is chosen. */
import { actorLabel, lensChips } from "../../graph-data/display/words.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { LENS_KEYS, writeLens } from "../../graph-data/lens/query.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import { type LineSample, sampleLines } from "./line-sample.ts";
import { joinQuery } from "./links.ts";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly line: LineSample | null;
}

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** A list to pick several from, when several are picked. */
  readonly several: boolean;
}

export interface LensForm {
  readonly action: string;
  /** A few options each: boxes to tick. */
  readonly boxes: readonly Choice[];
  /** Many options each: lists. */
  readonly lists: readonly Choice[];
  readonly q: string;
  /** Parts of the lens that the form does not offer, carried along. */
  readonly carried: readonly { readonly key: string; readonly value: string }[];
  readonly chips: readonly { readonly label: string; readonly href: string }[];
  readonly everything: string;
}

const OFFERED = new Set(["phase", "family", "narrative", "voice", "actor", "q"]);

/** `extra`: pairs of the query that are not the lens's, such as the order of a table. */
export function buildLensForm(
  slice: Slice,
  action: string,
  theme: Theme | null,
  extra: readonly string[] = [],
): LensForm {
  const { narrative, lens } = slice;
  const { dossier, codebook, phases, actors } = narrative;
  const lines = sampleLines(codebook);
  const boxes = [
    choose("phase", "Phase", phases, lens.phases),
    choose("family", "Family", [...codebook.families.values()], lens.families, lines),
    choose("narrative", "Narrative", dossier.narratives ?? [], lens.narratives),
  ];
  const voices = ["author", ...voicesOf(narrative)].map((id) => {
    return { id, label: id === "author" ? "the author" : actorLabel(id, narrative) };
  });
  const lists = [
    choose("voice", "As told by", voices, lens.voices),
    choose("actor", "Around", [...actors.values()], lens.actors),
  ];
  const carried = LENS_KEYS.filter(({ key }) => !OFFERED.has(key)).flatMap(({ key, write }) => {
    const value = write(lens, narrative);
    return value === undefined ? [] : [{ key, value }];
  });
  const rest = [...extra, ...(theme ? [`theme=${theme}`] : [])];
  return {
    action,
    boxes: boxes.filter(({ options }) => options.length > 0),
    lists: lists.filter(({ options }) => options.length > 0),
    q: lens.q ?? "",
    carried: theme ? [...carried, { key: "theme", value: theme }] : carried,
    chips: lensChips(lens, narrative).map(({ label, without }) => {
      return { label, href: action + joinQuery(writeLens(without, narrative), ...rest) };
    }),
    everything: action + joinQuery(...rest),
  };
}

function choose(
  key: string,
  label: string,
  offer: readonly { id: string; label: string }[],
  chosen: readonly string[] = [],
  lines?: ReadonlyMap<string, LineSample>,
): Choice {
  const options = offer.map((option) => {
    const line = lines?.get(option.id) ?? null;
    return { value: option.id, label: option.label, chosen: chosen.includes(option.id), line };
  });
  return { key, label, options, several: chosen.length > 1 };
}

/** Actors in whose voice some statement is, in the dossier's order. */
function voicesOf({ statements, actors }: NarrativeGraph): string[] {
  const voices = new Set(statements.map(({ voice }) => voice));
  return [...actors.keys()].filter((id) => voices.has(id));
}
