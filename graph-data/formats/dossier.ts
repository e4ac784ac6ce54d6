/** The slice as a dossier of its own: it can be opened, coded further and sliced again. */

import type { Actor, Dossier } from "../dossier/records.ts";
import { writeDossier } from "../dossier/write.ts";
import { isWhole } from "../lens/lens.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format } from "./format.ts";
import { slug } from "./names.ts";

export const dossier: Format = {
  id: "dossier",
  label: "Dossier JSON",
  group: "exchange",
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  describe:
    "A dossier of the statements shown, with the texts they rest on; without a lens, the whole dossier with what is not drawn. Read by Narrascope.",
  units: ["statements"],
  write: (slice) => ({ content: writeDossier(sliceDossier(slice)), omitted: omitStory(slice) }),
};

/** A story is told of the whole dossier: a part goes without it. */
export function omitStory({ narrative: { dossier }, lens }: Slice): string[] {
  return dossier.story && !isWhole(lens) ? ["the story, which is told of the whole dossier"] : [];
}

/**
 * Keeps what the statements need: their documents, actors, narratives. The codebook and all phases stay, so that what
 * is left out of the story shows as left out. The whole lens gives the whole dossier, also what it does not draw:
 * hypothetical and withheld statements. A part has an id of its own and says in `sliceOf` what it is part of.
 */
export function sliceDossier({ narrative, lens, actors, statements }: Slice): Dossier {
  const whole = narrative.dossier;
  const shown = new Set(statements.map(({ id }) => id));
  const records = whole.statements.filter(({ id }) => shown.has(id));
  if (isWhole(lens)) return whole;
  const part = { ...whole, statements: records };
  const kept = collectActors([...actors.map(({ id }) => id), ...records.flatMap(actorsOf)], narrative.actors);
  const documents = new Set(records.flatMap(({ evidence }) => evidence.map(({ document }) => document)));
  const narratives = new Set(records.flatMap((record) => (record.narratives ?? []).map(({ id }) => id)));
  const query = writeLens(lens, narrative);
  const { story: _aboutTheWhole, ...rest } = part;
  return {
    ...rest,
    id: sliceId(whole.id, query),
    documents: whole.documents.filter(({ id }) => documents.has(id)),
    actors: whole.actors.filter(({ id }) => kept.has(id)),
    ...(whole.narratives ? { narratives: whole.narratives.filter(({ id }) => narratives.has(id)) } : {}),
    ...(whole.positions ? { positions: pickPositions(whole.positions, kept) } : {}),
    sliceOf: { dossier: whole.id, lens: query },
  };
}

function actorsOf({ source, target, about, voice }: Dossier["statements"][number]): string[] {
  return [source, target, about, voice === "author" ? undefined : voice].filter((id) => id !== undefined);
}

/** With all that they are part of, over any number of steps. */
function collectActors(ids: readonly string[], known: ReadonlyMap<string, Actor>): Set<string> {
  const kept = new Set(ids);
  for (const id of kept) for (const whole of known.get(id)?.partOf ?? []) kept.add(whole);
  return kept;
}

function pickPositions(positions: NonNullable<Dossier["positions"]>, kept: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(positions).filter(([id]) => kept.has(id)));
}

function sliceId(id: string, query: string): string {
  const part = slug(query)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-");
  return `${id.slice(0, 100)}-${part}`.slice(0, 200).replace(/-+$/, "");
}
