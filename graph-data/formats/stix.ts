/**
 * STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html): actors as identities, threat actors and
 * incidents; statements as relationships; quotations as notes; documents as reports. What STIX has no field for is in an
 * extension, which docs/formats.md defines.
 */
import type { DossierDocument } from "../dossier/records.ts";
import { writeLens } from "../lens/query.ts";
import type { Slice } from "../lens/slice.ts";
import type { Format } from "./format.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  networkOf,
  type Value,
} from "./network.ts";
import { omittedOfNetwork } from "./omitted.ts";
import {
  CREATOR,
  EPOCH,
  EXTENSION,
  extension,
  fieldsOf,
  STIX_KINDS,
  type StixObject,
  stixId,
  stixObject,
  timestampOf,
} from "./stix-objects.ts";

export const stix: Format = {
  id: "stix",
  label: "STIX 2.1",
  group: "exchange",
  extension: "json",
  mediaType: "application/stix+json; version=2.1; charset=utf-8",
  describe: "A bundle of actors, relationships, quotations and reports for tools of threat intelligence.",
  units: ["statements"],
  write: (slice) => ({
    content: `${JSON.stringify(writeBundle(slice), null, 2)}\n`,
    omitted: omittedOfNetwork(slice),
  }),
};

interface Context {
  /** Id of the whole dossier, so that a slice's objects have the ids that they have elsewhere. */
  readonly dossier: string;
  readonly lens: string;
  /** When the first of all its documents was published. */
  readonly begun: string;
  readonly documents: ReadonlyMap<string, DossierDocument>;
  /** Statements that rest on each document. */
  readonly resting: ReadonlyMap<string, readonly string[]>;
  readonly refs: ReadonlyMap<string, string>;
}

function writeBundle(slice: Slice): Value {
  const network = networkOf(slice, { unit: "statements" });
  const context = describeContext(slice, network);
  const relationships = network.edges.map((edge) => writeRelationship(edge, context));
  const notes = network.edges.flatMap((edge) => writeNotes(edge, context));
  const things = [...network.nodes.map((node) => writeActor(node, context)), ...relationships, ...notes];
  const reports = [...context.documents.values()].map((document) => writeReport(document, context));
  return {
    type: "bundle",
    id: stixId(context.dossier, "bundle", context.lens),
    objects: [...OURS, ...things, ...reports, writeWhole(network, [...things, ...reports], context)],
  };
}

function describeContext({ narrative: { dossier }, lens, narrative }: Slice, network: Network): Context {
  const frame = fieldsOf(network.attributes[FRAME]) ?? {};
  const documents = (frame.documents ?? []) as unknown as readonly DossierDocument[];
  const times = dossier.documents.flatMap(({ published }) => timestampOf(published) ?? []);
  const refs = network.nodes.map(({ id, attributes: { kind } }): [string, string] => [
    id,
    stixId(dossier.id, typeOf(kind), id),
  ]);
  return {
    dossier: dossier.id,
    lens: writeLens(lens, narrative),
    begun: times.toSorted()[0] ?? EPOCH,
    documents: new Map(documents.map((document) => [document.id, document])),
    resting: statementsByDocument(network),
    refs: new Map(refs),
  };
}

function statementsByDocument({ edges }: Network): Map<string, string[]> {
  const resting = new Map<string, string[]>();
  for (const { id, attributes } of edges) {
    for (const document of new Set(documentsOf(attributes))) {
      const known = resting.get(document);
      if (known) known.push(id);
      else resting.set(document, [id]);
    }
  }
  return resting;
}

/** The program, and the definition of its extension. */
const OURS: readonly StixObject[] = [
  stixObject("identity", CREATOR, EPOCH, { name: "Narrascope", identity_class: "system" }),
  stixObject("extension-definition", EXTENSION, EPOCH, {
    name: "Narrascope statements",
    description:
      "Says of a relationship in whose voice, in which modality, of which coded type and on which quotations it is stated; of an actor its kind; of a grouping the dossier that it was made from.",
    schema: "The section “STIX” of docs/formats.md in Narrascope defines each property.",
    version: "1.0.0",
    extension_types: ["property-extension"],
  }),
];

function typeOf(kind: Value | undefined): string {
  return STIX_KINDS[kind as keyof typeof STIX_KINDS].type;
}

function writeActor({ id, label, attributes, position }: NetworkNode, { refs, begun }: Context): StixObject {
  const { kind, description = null, aliases = [], partOf = [] } = attributes;
  const { type, identityClass = null } = STIX_KINDS[kind as keyof typeof STIX_KINDS];
  return stixObject(type, refs.get(id)!, begun, {
    name: label,
    description,
    identity_class: identityClass,
    ...(type === "threat-actor" ? { aliases } : {}),
    extensions: extension({ actor: id, kind: kind!, aliases, partOf, position }),
  });
}

function writeRelationship(edge: NetworkEdge, { dossier, refs, begun, documents }: Context): StixObject {
  const { id, source, target, attributes, spell } = edge;
  const { reads = null, credibility, ...coded } = attributes;
  const published = documents.get(documentsOf(attributes)[0] ?? "")?.published;
  return stixObject("relationship", stixId(dossier, "relationship", id), timestampOf(published) ?? begun, {
    relationship_type: relationshipType(attributes.type),
    description: reads,
    source_ref: refs.get(source)!,
    target_ref: refs.get(target)!,
    start_time: timestampOf(spell?.start),
    stop_time: timestampOf(spell?.end, "to"),
    confidence: CONFIDENCES[Number(credibility)] ?? null,
    extensions: extension({ statement: id, credibility: credibility ?? null, ...coded }),
  });
}

/** The scale of STIX, appendix A, for the credibility of the Admiralty code; 6, which cannot be judged, has none. */
const CONFIDENCES: readonly (number | undefined)[] = [undefined, 90, 70, 50, 30, 10];

/** STIX allows a–z, 0–9 and hyphens; the extension has the type itself. */
function relationshipType(type: Value | undefined): string {
  const words = String(type)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-+|-+$/g, "") || "related-to";
}

interface Piece {
  readonly document: string;
  readonly exact?: string | null;
  readonly state: string;
}

function piecesOf({ evidence }: Attributes): readonly Piece[] {
  return Array.isArray(evidence) ? (evidence as unknown as readonly Piece[]) : [];
}

function documentsOf(attributes: Attributes): string[] {
  return piecesOf(attributes).map(({ document }) => document);
}

/** A quotation is a note on its relationship. Words that are not in their document are none. */
function writeNotes({ id, attributes }: NetworkEdge, { dossier, begun, documents }: Context): StixObject[] {
  return piecesOf(attributes).flatMap(({ document, exact, state }, at) => {
    if (!exact || state === "missing") return [];
    const { title, published } = documents.get(document)!;
    return stixObject("note", stixId(dossier, "note", `${id}/${at}`), timestampOf(published) ?? begun, {
      abstract: title,
      content: exact,
      object_refs: [stixId(dossier, "relationship", id)],
    });
  });
}

function writeReport(document: DossierDocument, { dossier, lens, begun, resting }: Context): StixObject {
  const { id, title, author = null, url = null, publisher, published, language = null } = document;
  const refs = (resting.get(id) ?? []).map((statement) => stixId(dossier, "relationship", statement));
  const time = timestampOf(published) ?? begun;
  // In a part of the dossier it names other statements, and is another object.
  const record = lens === "" ? id : `${id}?${lens}`;
  return stixObject("report", stixId(dossier, "report", record), time, {
    name: title,
    description: author === null ? null : `By ${author}`,
    published: time,
    lang: language,
    object_refs: refs.length > 0 ? refs : [CREATOR],
    external_references: [
      { source_name: sourceName(publisher), ...(url ? { url } : { description: title }) },
    ],
    extensions: extension({ document: id }),
  });
}

/** Two names are kept for lists of vulnerabilities and of attack patterns. */
function sourceName(publisher: string | null | undefined): string {
  return !publisher || /^(?:cve|capec)$/.test(publisher) ? "document" : publisher;
}

/** Everything of the dossier that is no object of its own: texts, phases, narratives, codebook. */
function writeWhole(
  { attributes }: Network,
  objects: readonly StixObject[],
  { dossier, lens, begun }: Context,
): StixObject {
  const { title, shows, sources } = attributes;
  return stixObject("grouping", stixId(dossier, "grouping", lens), begun, {
    name: title!,
    description: [shows, sources].filter(Boolean).join("\n"),
    context: "unspecified",
    object_refs: objects.length > 0 ? objects.map(({ id }) => id) : [CREATOR],
    extensions: extension({ dossier: JSON.stringify(attributes) }),
  });
}
