/** What a reader gives → a dossier that was checked, or nothing. */
import type { Anchor } from "../../graph-data/dossier/evidence.ts";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { describeProblem, InvalidDataError, type Problem } from "../../graph-data/errors.ts";
import { createCollector } from "../../graph-data/formats/collect.ts";
import type { Reader, ReadOptions, Report } from "../../graph-data/formats/reader.ts";

export interface Collected {
  readonly dossier: Dossier;
  /** As `parseDossier` found them: `buildGraph` takes them. */
  readonly anchors: readonly (readonly Anchor[])[];
  /** Warnings alone. */
  readonly problems: readonly Problem[];
  readonly report: Report;
}

/**
 * Reads a whole file into a dossier, in one pass. Throws `InvalidDataError` for what is not in the format, and with all
 * problems for what is no dossier: nothing is imported by halves.
 */
export function collectDossier(
  reader: Reader,
  bytes: Uint8Array | Iterable<Uint8Array>,
  options: ReadOptions,
): Collected {
  const { sink, assemble } = createCollector(options);
  const reading = reader.open(sink, options);
  for (const portion of bytes instanceof Uint8Array ? [bytes] : bytes) reading.push(portion);
  const report = reading.end();
  const dossier = assemble();
  const { dossier: parsed, anchors, problems } = parseDossier(dossier);
  if (parsed) return { dossier, anchors, problems, report };
  const [first] = problems;
  throw new InvalidDataError(
    `${options.name} gives no dossier: ${first ? describeProblem(first) : "it is not valid"}`,
    problems,
  );
}
