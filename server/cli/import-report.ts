/** What import says of what it read. */
import { countWords } from "../../graph-data/display/words.ts";
import { describeProblem, type Problem } from "../../graph-data/errors.ts";
import type { Note, Report } from "../../graph-data/formats/reader.ts";
import type { FolderSink } from "./folder-sink.ts";

export interface Imported {
  readonly actors: number;
  readonly documents: number;
  readonly statements: number;
  /** One a file, in the order in which they were named. */
  readonly reports: readonly Report[];
  readonly clashes: readonly string[];
  readonly problems: readonly Problem[];
  /** Whether the dossier was checked: one that is too large to be opened is not. */
  readonly checked: boolean;
}

export function reportImport(
  { counts, clashes }: FolderSink,
  reports: readonly Report[],
  check: Pick<Imported, "problems" | "checked">,
): Imported {
  return { ...counts, reports, clashes, ...check };
}

/** Notes of each file as they come; then the whole, and the warnings of its check. */
export function describeImport({ reports, clashes, problems, ...counts }: Imported): string {
  const total = `imported ${countWords(counts.statements, "statement")} of ${countWords(counts.actors, "actor")} in ${countWords(counts.documents, "document")}`;
  const differing = clashes.map(
    (clash) => `  guessed: one, though the files tell of it differently: ${clash}`,
  );
  const warnings = problems.map((problem) => `  ${problem.severity}: ${describeProblem(problem)}`);
  return [...reports.flatMap(describeReport), total, ...differing, ...warnings].join("\n");
}

function describeReport({ format, notes }: Report): string[] {
  return [`format: ${format}`, ...notes.map(describeNote)];
}

function describeNote({ kind, what, count, places }: Note): string {
  const more = count > places.length ? "; …" : "";
  const where = places.length > 0 ? ` (${places.join("; ")}${more})` : "";
  return `  ${kind}: ${count.toLocaleString("en")} ${what}${where}`;
}
