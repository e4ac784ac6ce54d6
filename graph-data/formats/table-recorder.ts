/** Rows of a table, by what their columns are → statements, actors and documents. */
import { LIMITS, MODALITIES } from "../dossier/limits.ts";
import type { Dossier, DossierDocument, Evidence, Statement } from "../dossier/records.ts";
import { BETWEEN } from "./cells.ts";
import type { Field } from "./csv-columns.ts";
import { createIds, isValidId } from "./ids.ts";
import { readLooseDate } from "./loose-dates.ts";
import { Notes } from "./notes.ts";
import type { Report, Sink } from "./reader.ts";
import { TableTypes } from "./table-types.ts";

/** A row's cell of a field; empty where it has none. */
export type ReadField = (field: Field) => string;

export interface TableOptions {
  /** Of the only document, where no column names one. */
  readonly name: string;
  /** The table is one that Narrascope wrote: ids are ids, and lists stand in one cell. */
  readonly own: boolean;
  /** Actors come from elsewhere, by their ids. */
  readonly knowsActors?: (id: string) => boolean;
  /** Likewise documents. */
  readonly knowsDocuments?: (id: string) => boolean;
}

const MOST_DOCUMENTS = 50_000;
const MOST_PARTS = 1_000;

export class TableRecorder {
  readonly notes = new Notes();
  readonly #sink: Sink;
  readonly #options: TableOptions;
  readonly #types = new TableTypes(this.notes);
  readonly #actorIds = createIds([], "actor", ["author"]);
  readonly #documentIds = createIds([], "document");
  readonly #phaseIds = createIds([], "phase", ["none"]);
  readonly #narrativeIds = createIds([], "narrative");
  readonly #labels = new Map<string, string>();
  readonly #documents = new Map<string, DossierDocument>();
  readonly #phases = new Map<string, string>();
  readonly #narratives = new Map<string, string>();
  readonly #statementIds = new Set<string>();
  #statements = 0;

  constructor(sink: Sink, options: TableOptions) {
    this.#sink = sink;
    this.#options = options;
  }

  record(field: ReadField, row: number): void {
    const [source, target] = [field("source").trim(), field("target").trim()];
    if (source === "" || target === "") {
      this.leaveOut(`rows without a ${source === "" ? "source" : "target"}`, row);
      return;
    }
    if (this.#labels.size + 4 > LIMITS.actors) {
      this.leaveOut("rows beyond as many actors as a dossier can have", row);
      return;
    }
    const place = () => `row ${row}`;
    const statement: Statement = {
      id: this.#statementId(field("id"), row),
      source: this.#actor(source, field("source_label")),
      type: this.#types.of(field("type").trim(), field("reads_as").trim(), field("family").trim(), place),
      target: this.#actor(target, field("target_label")),
      evidence: this.#evidence(field, row),
    };
    this.#addContext(statement, field, row);
    this.#addFields(statement, field, row);
    this.#statements += 1;
    this.#sink.statement(statement);
  }

  leaveOut(reason: string, row: number): void {
    this.notes.add("left out", reason, () => `row ${row}`);
  }

  end(format: string, unread: readonly string[]): Report {
    for (const [id, label] of this.#labels)
      if (!this.#options.knowsActors?.(id)) this.#sink.actor({ id, label, kind: "other" });
    for (const document of this.#documents.values())
      if (!this.#options.knowsDocuments?.(document.id)) this.#sink.document(document);
    this.#sink.frame(this.#frame());
    const counted = [
      { kind: "read" as const, what: "rows as statements", count: this.#statements, places: [] },
      {
        kind: "left out" as const,
        what: `columns that are not kept: ${unread.join(", ")}`,
        count: unread.length,
        places: [],
      },
    ];
    return { format, notes: [...counted.filter(({ count }) => count > 0), ...this.notes.list()] };
  }

  #frame(): Partial<Dossier> {
    const list = (entries: ReadonlyMap<string, string>) => [...entries].map(([id, label]) => ({ id, label }));
    return {
      ...this.#types.codebook(),
      ...(this.#phases.size > 0 ? { phases: list(this.#phases) } : {}),
      ...(this.#narratives.size > 0 ? { narratives: list(this.#narratives) } : {}),
    };
  }

  #statementId(id: string, row: number): string {
    if (id !== "" && isValidId(id) && !this.#statementIds.has(id)) {
      this.#statementIds.add(id);
      return id;
    }
    if (id !== "") this.notes.add("mapped", "ids that are not valid or came before", () => `row ${row}`);
    let fresh = `row-${row}`;
    while (this.#statementIds.has(fresh)) fresh += "-";
    if (id !== "" || this.#statementIds.size > 0) this.#statementIds.add(fresh);
    return fresh;
  }

  #actor(name: string, label: string): string {
    const id = this.#actorIds.of(name);
    const known = this.#labels.get(id);
    if (known === undefined || (label !== "" && known === name))
      this.#labels.set(id, (label || name).slice(0, LIMITS.labelLength));
    return id;
  }

  #evidence(field: ReadField, row: number): Evidence[] {
    const [document, quotation, url] = [field("document"), field("quotation"), field("url")];
    const names = this.#options.own ? document.split(BETWEEN) : [document];
    const quotations = split(quotation, names.length);
    if (quotations === null)
      this.notes.add("guessed", "quotations that could not be told apart", () => `row ${row}`);
    const exact = quotations ?? [quotation];
    const [starts, ends] = [split(field("start"), names.length), split(field("end"), names.length)];
    return names.map((name, at) => ({
      document: this.#document(name.trim(), url),
      ...quote(exact[at] ?? "", starts?.[at], ends?.[at]),
    }));
  }

  #document(name: string, url: string): string {
    const wanted = name || url || this.#options.name || "table";
    const full = !this.#documents.has(wanted) && this.#documents.size >= MOST_DOCUMENTS;
    const key = full ? this.#options.name || "table" : wanted;
    const known = this.#documents.get(key);
    if (known) return known.id;
    const address = full ? undefined : [url, name].find((text) => /^https?:\/\/\S{1,3900}$/i.test(text));
    const document = { id: this.#documentIds.of(key), title: key.slice(0, LIMITS.labelLength) };
    this.#documents.set(key, address === undefined ? document : { ...document, url: address });
    return document.id;
  }

  #addContext(statement: Statement, field: ReadField, row: number): void {
    const [voice, about, phase] = [field("voice").trim(), field("about").trim(), field("phase").trim()];
    if (voice !== "") statement.voice = voice === "author" ? voice : this.#actor(voice, field("voice_label"));
    if (about !== "") statement.about = this.#actor(about, "");
    if (phase !== "") {
      const id = this.#part(phase, this.#phases, this.#phaseIds);
      if (id === null) this.leaveOut(`phases beyond ${MOST_PARTS}`, row);
      else statement.phase = id;
    }
    const narratives = field("narratives")
      .split(BETWEEN)
      .flatMap((text) => this.#narrative(text.trim(), row));
    if (narratives.length > 0) statement.narratives = narratives;
  }

  #narrative(text: string, row: number): NonNullable<Statement["narratives"]> {
    if (text === "") return [];
    const [, role = "advances", name = ""] = /^(?:(advances|undermines):)?(.*)$/su.exec(text) ?? [];
    const id = this.#part(name, this.#narratives, this.#narrativeIds);
    if (id === null) this.leaveOut(`narratives beyond ${MOST_PARTS}`, row);
    return id === null ? [] : [{ id, role: role as "advances" | "undermines" }];
  }

  #part(name: string, parts: Map<string, string>, ids: ReturnType<typeof createIds>): string | null {
    if (parts.size >= MOST_PARTS) return null;
    const id = ids.of(name);
    if (!parts.has(id)) parts.set(id, name.slice(0, LIMITS.labelLength) || id);
    return id;
  }

  #addFields(statement: Statement, field: ReadField, row: number): void {
    const [date, basis, put] = [field("date"), field("date_basis"), field("modality").trim()];
    const read = date.trim() === "" ? null : readLooseDate(date);
    if (read !== null) statement.date = read;
    else if (date.trim() !== "") {
      statement.dateText = date;
      this.leaveOut("dates that are none, or could be two; kept as dateText", row);
    }
    if (read !== null && (basis === "document" || basis === "context")) statement.dateBasis = basis;
    const modality = MODALITIES.find((name) => name === put);
    if (modality) statement.modality = modality;
    else if (put !== "") this.leaveOut("modalities that are none", row);
    const note = field("note");
    if (note !== "") statement.note = note.slice(0, LIMITS.noteLength);
    this.#addNumbers(statement, field, row);
  }

  #addNumbers(statement: Statement, field: ReadField, row: number): void {
    const [credibility, weight] = [field("credibility").trim(), field("weight").trim()];
    if (/^[1-6]$/.test(credibility)) statement.credibility = Number(credibility);
    else if (credibility !== "") this.leaveOut("credibilities that are not 1 to 6", row);
    if (weight === "") return;
    const value = Number(weight.replace(",", "."));
    if (Number.isFinite(value)) statement.weight = value;
    else this.leaveOut("weights that are no numbers", row);
  }
}

/** `null` where there are not as many as there should be. */
function split(cell: string, count: number): string[] | null {
  if (count === 1) return [cell];
  const parts = cell.split(BETWEEN);
  return parts.length === count ? parts : null;
}

function quote(
  exact: string,
  start: string | undefined,
  end: string | undefined,
): Omit<Evidence, "document"> {
  if (exact === "") return {};
  const words = { exact: exact.slice(0, LIMITS.quotationLength) };
  const whole = /^\d{1,9}$/;
  if (!whole.test(start ?? "") || !whole.test(end ?? "")) return words;
  return { ...words, start: Number(start), end: Number(end) };
}
