/** A dossier as the command line names it: a path, the id of one that comes with the program, or `-` for stdin. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseJson } from "../../graph-data/dossier/json.ts";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { errorAt, InvalidDataError, type Problem, UsageError } from "../../graph-data/errors.ts";
import { joinPortions } from "../../graph-data/formats/portions.ts";
import { buildGraph, type NarrativeGraph } from "../../graph-data/graph/build.ts";
import { layoutDossier } from "../../graph-data/layout/index.ts";
import { sha256 } from "../stores/entry.ts";
import { findDossiers } from "../stores/locate.ts";
import { completePositions, type Layout } from "../stores/positions.ts";
import { LARGEST_DOSSIER, type Location, type Reading, readDossierFiles } from "../stores/reading.ts";
import { decodeText } from "../stores/text.ts";
import type { Surroundings } from "./command.ts";

export interface Opened {
  /** As the user named it. */
  readonly name: string;
  /** `null` when errors keep it from being opened. */
  readonly narrative: NarrativeGraph | null;
  readonly problems: readonly Problem[];
}

/** Throws `UsageError` when there is no such thing, or several dossiers. */
export async function openDossier(name: string, around: Surroundings): Promise<Opened> {
  if (name === "-") return openText(await readStdin(around), name);
  const [location, ...others] = await locate(name, around);
  if (others.length > 0)
    throw new UsageError(`"${name}" holds ${others.length + 1} dossiers; name one of them.`);
  return openLocation(location!, name);
}

/** There is no event loop to keep free. */
const layout: Layout = async (narrative) => layoutDossier(narrative);

/** A dossier to write out, with a place for every actor. Throws `InvalidDataError` when it has errors. */
export async function openToExport(name: string, around: Surroundings): Promise<NarrativeGraph> {
  const opened = await openDossier(name, around);
  if (!opened.narrative || hasErrors(opened.problems))
    throw new InvalidDataError(`"${opened.name}" cannot be exported.`, opened.problems);
  return (await completePositions(opened.narrative, layout)).narrative;
}

/** One after the other, all that a path holds. Throws `UsageError` when there is none. */
export async function* openDossiers(name: string, around: Surroundings): AsyncIterable<Opened> {
  if (name === "-") {
    yield openText(await readStdin(around), name);
    return;
  }
  const locations = await locate(name, around);
  for (const location of locations)
    yield openLocation(location, locations.length > 1 ? location.source : name);
}

async function openLocation(location: Location, name: string): Promise<Opened> {
  const { value, problems } = await readFiles(location);
  return value === undefined ? { name, narrative: null, problems } : parse(value, name, problems);
}

/** All of a dossier's files, whatever they weigh. */
export async function readFiles(location: Location): Promise<Reading> {
  return (await readDossierFiles(location, Infinity))!;
}

async function locate(name: string, { root }: Surroundings) {
  const own = join(root, "graph-data", "dossiers", name);
  const path = existsSync(name) || basename(name) !== name || !existsSync(own) ? name : own;
  const { locations, problem } = await findDossiers(path, name);
  if (problem) throw new UsageError(`"${name}" cannot be opened: ${problem.message}.`);
  return locations;
}

function openText(bytes: Uint8Array | null, name: string): Opened {
  if (bytes === null) {
    const message = `has more than ${LARGEST_DOSSIER / 2 ** 20} MB, which are read`;
    return { name, narrative: null, problems: [errorAt("stdin", message)] };
  }
  const decoded = decodeText(bytes, "stdin");
  if ("problem" in decoded) return { name, narrative: null, problems: [decoded.problem] };
  const json = parseJson(decoded.text, "stdin");
  if ("problem" in json) return { name, narrative: null, problems: [json.problem] };
  return parse(json.value, name, json.problems);
}

function parse(value: unknown, name: string, before: readonly Problem[]): Opened {
  const parsed = parseDossier(value, { hash: sha256 });
  const problems = [...before, ...parsed.problems];
  const narrative = parsed.dossier ? buildGraph(parsed.dossier, parsed.anchors) : null;
  return { name, narrative, problems };
}

/** `null` when there is more than a dossier may have. */
export async function readStdin({ stdin }: Surroundings): Promise<Uint8Array | null> {
  const portions: Uint8Array[] = [];
  let length = 0;
  for await (const portion of stdin) {
    length += portion.length;
    if (length > LARGEST_DOSSIER) return null;
    portions.push(portion);
  }
  return joinPortions(portions);
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
