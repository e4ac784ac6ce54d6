/**
 * What the readers of machine-coded events share: coded rows → statements, with the actors and documents that they
 * name, and a report. Statements go out at once; actors and documents wait for the end, with all their names.
 */
import { parseDate } from "../dossier/dates.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { Actor, DossierDocument } from "../dossier/records.ts";
import { CAMEO, type CameoTable, codebookWith, restoreZero, typeOfCode } from "./cameo.ts";
import { createIds } from "./ids.ts";
import { Notes } from "./notes.ts";
import type { Note, ReadOptions, Report, Sink } from "./reader.ts";

/** An actor as rows name it: always by the same key. */
export interface CodedActor {
  readonly key: string;
  /** As this row has it. */
  readonly name: string;
  /** Asked for when the actor first comes. */
  readonly describe: () => Omit<Actor, "id" | "aliases">;
}

export interface CodedEvent {
  /** Valid as an id, and of this row alone. */
  readonly id: string;
  readonly source: CodedActor | null;
  readonly target: CodedActor | null;
  /** CAMEO. */
  readonly code: string;
  /** `2015-02-18`, or what the file has in its place. */
  readonly date: string;
  /** Where it was published: a host, a paper. Empty where the file does not say. */
  readonly publisher: string;
  /** Kept on the statement as they are; `null` is left away. */
  readonly fields: Readonly<Record<string, string | number | null>>;
}

/** Documents beyond these share one. */
const MOST_DOCUMENTS = 50_000;

/** Names of one actor that are kept as aliases. */
const MOST_NAMES = 20;

const LEFT_OUT = {
  actor: "rows without a source or without a target",
  code: "rows whose code is not in the table of CAMEO codes",
  many: `rows with an actor beyond the first ${LIMITS.actors.toLocaleString("en-US")}`,
} as const;

interface Cast {
  readonly actor: Actor;
  readonly names: Set<string>;
}

export class EventRecorder {
  readonly notes = new Notes();
  readonly #actorIds = createIds([], "actor", ["author"]);
  readonly #sink: Sink;
  readonly #table: CameoTable;
  readonly #name: string;
  readonly #cast = new Map<string, Cast>();
  readonly #documentIds = createIds([], "document");
  readonly #documents = new Map<string, DossierDocument>();
  /** Codes as they come, each with its zero and its type. */
  readonly #codes = new Map<string, { readonly code: string; readonly type: string }>();
  readonly #counts = new Map<string, number>();
  readonly #days = new Map<string, boolean>();
  #statements = 0;

  constructor(sink: Sink, options: ReadOptions) {
    this.#sink = sink;
    this.#table = (options.cameo as CameoTable | undefined) ?? CAMEO;
    this.#name = options.name || "events";
  }

  /** A row that has no place in the dossier is counted, with its reason. */
  record(event: CodedEvent, row: number): void {
    const { code, type } = this.#typeOf(event.code);
    const reason = this.#refuse(event, type);
    if (reason !== null) {
      this.leaveOut(reason, row);
      return;
    }
    if (code !== event.code)
      this.notes.add("guessed", "codes whose leading zero was lost", () => `row ${row}`);
    const date = this.#dateOf(event.date, row);
    this.#counts.set(type!, (this.#counts.get(type!) ?? 0) + 1);
    this.#statements += 1;
    this.#sink.statement({
      id: event.id,
      source: this.#actor(event.source!),
      type: type!,
      target: this.#actor(event.target!),
      ...(date === null ? {} : { date }),
      evidence: [{ document: this.#document(event.publisher) }],
      cameo: code,
      ...present(event.fields),
    });
  }

  leaveOut(reason: string, row: number): void {
    this.notes.add("left out", reason, () => `row ${row}`);
  }

  end(format: string, unread: readonly string[]): Report {
    for (const { actor, names } of this.#cast.values()) this.#sink.actor(withAliases(actor, names));
    for (const document of this.#documents.values()) this.#sink.document(document);
    this.#sink.frame(codebookWith(this.#counts.keys()));
    const counted = [
      note("read", "events as statements", this.#statements),
      ...[...this.#counts].sort().map(([type, count]) => note("mapped", `CAMEO codes to ${type}`, count)),
      note("left out", `columns that are not kept: ${unread.join(", ")}`, unread.length),
    ];
    return { format, notes: [...counted.filter(({ count }) => count > 0), ...this.notes.list()] };
  }

  #refuse({ source, target }: CodedEvent, type: string | null): string | null {
    if (source === null || target === null) return LEFT_OUT.actor;
    if (type === null) return LEFT_OUT.code;
    const fresh = Number(!this.#cast.has(source.key)) + Number(!this.#cast.has(target.key));
    // Each new actor may bring along the country that it is part of.
    return fresh > 0 && this.#cast.size + 2 * fresh > LIMITS.actors ? LEFT_OUT.many : null;
  }

  #typeOf(given: string): { readonly code: string; readonly type: string | null } {
    const known = this.#codes.get(given);
    if (known !== undefined) return known;
    const code = restoreZero(given);
    const type = typeOfCode(code, this.#table);
    if (type !== null) this.#codes.set(given, { code, type });
    return { code, type };
  }

  #actor(coded: CodedActor): string {
    const known = this.#cast.get(coded.key) ?? this.#introduce(coded);
    if (known.names.size < MOST_NAMES && coded.name !== "") known.names.add(coded.name);
    return known.actor.id;
  }

  #introduce({ key, describe }: CodedActor): Cast {
    const id = this.#actorIds.of(key);
    const actor = { ...describe(), id } as Actor;
    const cast = { actor, names: new Set<string>() };
    this.#cast.set(key, cast);
    return cast;
  }

  /** The actor that others are part of, such as their country. */
  introduce(coded: CodedActor): string {
    return (this.#cast.get(coded.key) ?? this.#introduce(coded)).actor.id;
  }

  #document(publisher: string): string {
    const wanted = publisher === "" ? this.#name : publisher;
    const full = !this.#documents.has(wanted) && this.#documents.size >= MOST_DOCUMENTS;
    const name = full ? this.#name : wanted;
    const known = this.#documents.get(name);
    if (known) return known.id;
    const document = describeDocument(this.#documentIds.of(name), name, name === publisher);
    this.#documents.set(name, document);
    return document.id;
  }

  /** A date that is none is left away and counted; the same few days come again and again. */
  #dateOf(date: string, row: number): string | null {
    if (this.#days.size > 10_000) this.#days.clear();
    const known = this.#days.get(date) ?? parseDate(date) !== null;
    this.#days.set(date, known);
    if (!known) this.notes.add("left out", "dates that are none", () => `row ${row}`);
    return known ? date : null;
  }
}

function describeDocument(id: string, name: string, isPublisher: boolean): DossierDocument {
  const title = name.slice(0, LIMITS.labelLength);
  return { id, title, ...(isPublisher ? { publisher: title } : {}) };
}

function withAliases(actor: Actor, names: ReadonlySet<string>): Actor {
  const aliases = [...names].filter((name) => name !== actor.label);
  return aliases.length === 0 ? actor : { ...actor, aliases };
}

function present(fields: CodedEvent["fields"]): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const key in fields) if (fields[key] !== null) kept[key] = fields[key]!;
  return kept;
}

function note(kind: Note["kind"], what: string, count: number): Note {
  return { kind, what, count, places: [] };
}
