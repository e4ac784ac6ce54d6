/** What a reader gives → a dossier, not checked yet. */
import { FORMAT } from "../dossier/limits.ts";
import type { Actor, Dossier, DossierDocument, Statement } from "../dossier/records.ts";
import { slug } from "./names.ts";
import { titleOfFile } from "./network-frame.ts";
import type { ReadOptions, Sink } from "./reader.ts";

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
