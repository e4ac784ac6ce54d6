/** What a network says of its whole: the frame that Narrascope wrote, or a title and a document that stands for the file. */

import { LIMITS } from "../dossier/limits.ts";
import type { Actor, Dossier, DossierDocument } from "../dossier/records.ts";
import { attributeOf, type Fields, isFields, nestedOf, textOf, without } from "./attributes.ts";
import { createIds } from "./ids.ts";
import { slug } from "./names.ts";
import { type Attributes, FRAME, type Network, type Value } from "./network.ts";
import type { Notes } from "./notes.ts";
import type { ReadOptions, Sink } from "./reader.ts";

export interface Frame {
  /** Whether Narrascope wrote it. */
  readonly own: boolean;
  readonly documents: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  readonly narratives: ReadonlySet<string>;
  readonly codebook: Pick<Dossier, "families" | "relationTypes">;
  /** Actors that statements speak of and that are no nodes. */
  readonly actors: readonly Actor[];
  /** The document of statements that name none: the file itself, without a text. */
  readonly fallback: { id(): string; used(): DossierDocument | null };
}

/** Of the frame, what comes from the network itself. */
const APART = new Set(["actors", "statements", "positions"]);
const SAID = new Set([FRAME, "title", "name", "label", "description"]);

/** Gives documents and the dossier's own fields to the sink, in the order in which they were written. */
export function emitFrame(network: Network, sink: Sink, options: ReadOptions, notes: Notes): Frame {
  const value = nestedOf(network.attributes, FRAME);
  const own = isFields(value) && (!Object.hasOwn(value, "documents") || Array.isArray(value.documents));
  if (value !== undefined && !own) notes.add("left out", `a frame "${FRAME}" that is none`);
  const fields: Fields = own ? value : describeFile(network.attributes, options);
  const documents = listOf(fields, "documents");
  for (const [name, part] of Object.entries(fields)) {
    if (APART.has(name)) continue;
    if (name === "documents") for (const document of documents) sink.document(document as never);
    else sink.frame(Object.fromEntries([[name, part]]));
  }
  const ids = idsOf(documents);
  return {
    own,
    documents: ids,
    phases: idsOf(listOf(fields, "phases")),
    narratives: idsOf(listOf(fields, "narratives")),
    codebook: pickCodebook(fields),
    actors: listOf(fields, "actors").filter(isFields) as unknown as Actor[],
    fallback: fileDocument(network.attributes, options, ids),
  };
}

function listOf(fields: Fields, name: string): readonly Value[] {
  const value = attributeOf(fields, name);
  return Array.isArray(value) ? value : [];
}

function idsOf(list: readonly Value[]): Set<string> {
  return new Set(list.flatMap((entry) => (isFields(entry) ? (textOf(entry, "id") ?? []) : [])));
}

/** Entries that are no records are left for `parseDossier` to refuse. */
function pickCodebook(fields: Fields): Frame["codebook"] {
  const pick = (name: string) => {
    const list = attributeOf(fields, name);
    return Array.isArray(list) && list.every(isFields) ? { [name]: list } : {};
  };
  return { ...pick("families"), ...pick("relationTypes") };
}

function describeFile(attributes: Attributes, { name }: ReadOptions): Fields {
  const summary = textOf(attributes, "description");
  return {
    title: cut(textOf(attributes, "title", "name", "label") ?? titleOfFile(name), LIMITS.labelLength),
    ...(summary === undefined ? {} : { summary: cut(summary, LIMITS.noteLength) }),
  };
}

/** The name without its ending. */
export function titleOfFile(name: string): string {
  return name.replace(/(?<=.)\.[^.\s]{1,12}$/u, "").trim() || "network";
}

/** Shortened to so many UTF-16 code units, with an ellipsis. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function fileDocument(attributes: Attributes, { name }: ReadOptions, known: ReadonlySet<string>) {
  let document: DossierDocument | null = null;
  return {
    id() {
      const rest = without(attributes, SAID);
      document ??= {
        id: createIds([], "file", known).of(slug(name)),
        title: cut(name.trim() || "network", LIMITS.labelLength),
        ...(rest ? { attributes: rest } : {}),
      };
      return document.id;
    },
    used: () => document,
  };
}
