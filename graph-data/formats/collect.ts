/** What a reader gives → a dossier that was checked, or nothing. */
import type { Anchor } from "../dossier/evidence.ts";
import { FORMAT } from "../dossier/limits.ts";
import { parseDossier } from "../dossier/parse.ts";
import type { Actor, Dossier, DossierDocument, Statement } from "../dossier/records.ts";
import { describeProblem, InvalidDataError, type Problem } from "../errors.ts";
import { slug } from "./names.ts";
import { titleOfFile } from "./network-frame.ts";
import type { Reader, ReadOptions, Report, Sink } from "./reader.ts";

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

/** A sink whose records make a dossier. Fields keep the order in which they were given, so that writing is repeatable. */
export function createCollector({ name }: ReadOptions): { sink: Sink; assemble(): Dossier } {
  const documents: DossierDocument[] = [];
  const actors: Actor[] = [];
  const statements: Statement[] = [];
  let fields: Partial<Dossier> = {};
  const sink: Sink = {
    document(document) {
      if (documents.length === 0) fields = { ...fields, documents };
      documents.push(document);
    },
    actor: (actor) => void actors.push(actor),
    statement: (statement) => void statements.push(statement),
    frame(part) {
      fields = { ...fields, ...part };
    },
  };
  const assemble = (): Dossier => ({
    ...(fields.format === undefined ? { format: FORMAT } : {}),
    ...(fields.id === undefined ? { id: dossierId(name) } : {}),
    ...(fields.title === undefined ? { title: titleOfFile(name) } : {}),
    ...(fields as Dossier),
    documents,
    actors,
    statements,
  });
  return { sink, assemble };
}

/** `Les Misérables.gexf` → `les-miserables`. */
export function dossierId(fileName: string): string {
  const plain = slug(titleOfFile(fileName))
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  const id = plain.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  return id.replace(/^-+|-+$/g, "") || "dossier";
}
