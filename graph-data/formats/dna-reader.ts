/**
 * Reads files of Discourse Network Analyzer 3 (SQLite; https://github.com/leifeld/dna). A statement there is a person
 * or an organization that agrees or disagrees with a concept; here it leads from the one to the other, with the words
 * coded as its quotation. `sqlite` in the options is the tool that opens the file (`sqlite.ts`); `variables` says
 * which variables are person, organization, concept and agreement, where they have other names.
 */
import { AGREEMENT, AGREES, DISAGREEMENT, DISAGREES } from "../dossier/agreement.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { DossierDocument, Evidence } from "../dossier/records.ts";
import { UsageError } from "../errors.ts";
import { DnaActors } from "./dna-actors.ts";
import { readDocuments } from "./dna-documents.ts";
import { holdsText } from "./dna-head.ts";
import { type DnaTables, readDnaTables } from "./dna-tables.ts";
import { type Coded, groupCodes, nameRoles, ROLES } from "./dna-variables.ts";
import { Notes } from "./notes.ts";
import { joinPortions } from "./portions.ts";
import type { Reader, ReadOptions, Report, Sink } from "./reader.ts";
import type { OpenSqlite, SqlRow } from "./sqlite.ts";

export const dnaReader: Reader = {
  id: "dna",
  label: "Discourse Network Analyzer",
  extensions: ["dna"],
  describe:
    "Files of Discourse Network Analyzer 3: persons and organizations that agree or disagree with concepts.",
  needs: ["sqlite"],
  recognise: (name, head) =>
    !holdsText(head, "SQLite format 3\u0000", 16)
      ? 0
      : holdsText(head, "DATASHORTTEXT")
        ? 1
        : /\.dna$/i.test(name)
          ? 0.9
          : 0,
  open(sink, options) {
    const { sqlite } = options;
    if (typeof sqlite !== "function")
      throw new UsageError("Files of SQLite need the option sqlite, which opens them.");
    const portions: Uint8Array[] = [];
    return {
      push: (bytes) => void portions.push(bytes.slice()),
      end: () => emit(readDnaTables(joinPortions(portions), sqlite as OpenSqlite), sink, options),
    };
  },
};

function emit(tables: DnaTables, sink: Sink, options: ReadOptions): Report {
  const notes = new Notes();
  const documents = readDocuments(tables.documents, notes);
  const actors = new DnaActors(tables);
  const codes = groupCodes(tables, nameRoles(tables.variables, options.variables));
  let read = 0;
  for (const row of tables.statements) {
    const reason = emitStatement(row, codes.get(Number(row.ID)), { documents, actors, sink, notes });
    if (reason === null) read += 1;
    else notes.add("left out", reason, () => `statement ${row.ID}`);
  }
  for (const document of documents.values()) sink.document(document);
  for (const actor of actors.used()) sink.actor(actor);
  sink.frame({ families: [AGREEMENT, DISAGREEMENT], relationTypes: [AGREES, DISAGREES] });
  const unused = tables.entities.filter(({ ID, Value }) => Value !== "" && !actors.isUsed(Number(ID))).length;
  const counted = [
    { kind: "read" as const, what: "statements", count: read, places: [] },
    {
      kind: "left out" as const,
      what: "entities that no statement has as person, organization or concept",
      count: unused,
      places: [],
    },
  ];
  return { format: "dna", notes: [...counted.filter(({ count }) => count > 0), ...notes.list()] };
}

interface Surroundings {
  readonly documents: ReadonlyMap<number, DossierDocument>;
  readonly actors: DnaActors;
  readonly sink: Sink;
  readonly notes: Notes;
}

/** Why it was left out; `null` where it was not. */
function emitStatement(
  row: SqlRow,
  coded: Coded | undefined,
  { documents, actors, sink, notes }: Surroundings,
): string | null {
  const document = documents.get(Number(row.DocumentId));
  if (!document) return "statements of documents that are not there";
  const [person, organization, concept] = ROLES.map((role) => actors.find(coded?.entities.get(role)));
  const source = person ?? organization;
  if (concept === undefined) return "statements without a concept";
  if (source === undefined) return "statements without a person and an organization";
  const agreement = coded?.agreement;
  if (agreement === 0 && coded?.isNumber) return "statements that neither agree nor disagree";
  if (agreement === undefined)
    notes.add("guessed", "statements without agreement, read as agreeing", () => `statement ${row.ID}`);
  if (person !== undefined && organization !== undefined) actors.belongs(person, organization);
  sink.statement({
    id: `s${row.ID}`,
    source: actors.use(source),
    type: (agreement ?? 1) > 0 ? AGREES.id : DISAGREES.id,
    target: actors.use(concept),
    ...(document.published ? { date: document.published, dateBasis: "context" as const } : {}),
    evidence: [quote(row, document, notes)],
    ...(coded && coded.others.length > 0 ? { variables: Object.fromEntries(coded.others) } : {}),
  });
  return null;
}

/** Offsets are of UTF-16 code units there, too. */
function quote(row: SqlRow, document: DossierDocument, notes: Notes): Evidence {
  const [start, end] = [Number(row.Start), Number(row.Stop)];
  const exact = document.text?.slice(start, end) ?? "";
  const place = () => `statement ${row.ID}`;
  if (exact.length !== end - start || exact === "") {
    notes.add("left out", "quotations that lie outside of their text", place);
    return { document: document.id };
  }
  if (exact.length > LIMITS.quotationLength) {
    notes.add("left out", `quotations of more than ${LIMITS.quotationLength} characters`, place);
    return { document: document.id };
  }
  return { document: document.id, exact, start, end };
}
