/**
 * Reads STIX 2.1 bundles: identities, threat actors, intrusion sets, malware, campaigns, incidents and places become
 * actors, relationships statements, reports documents, notes the notes of statements. All else is counted and left out.
 */
import { DEFAULT_CODEBOOK } from "../dossier/codebook.ts";
import { parseJson } from "../dossier/json.ts";
import { fieldsAt, openJson, recordsAt, refuse } from "./json-file.ts";
import {
  type Attributes,
  FRAME,
  type Network,
  type NetworkEdge,
  type NetworkNode,
  type Value,
} from "./network.ts";
import type { Notes } from "./notes.ts";
import type { Reader } from "./reader.ts";
import { CREATOR, fieldsOf, readExtension } from "./stix-objects.ts";
import { glance } from "./text.ts";

export const stixReader: Reader = {
  id: "stix",
  label: "STIX 2.1",
  extensions: ["json", "stix"],
  describe: "Bundles of threat intelligence: who is related to whom, and the reports that say so.",
  recognise: (name, head) => {
    if (/"spec_version"\s*:\s*"2\.[01]"|"type"\s*:\s*"bundle"/.test(glance(head))) return 1;
    return name.toLowerCase().endsWith(".stix") ? 0.6 : 0;
  },
  open: (sink, options) => openJson("stix", readBundle, sink, options),
};

/** STIX types that are actors here, and the kind that is sure of each. */
const ACTORS: ReadonlyMap<string, string> = new Map([
  ["identity", "other"],
  ["threat-actor", "other"],
  ["intrusion-set", "other"],
  ["malware", "other"],
  ["campaign", "event"],
  ["incident", "event"],
  ["location", "other"],
]);

const IDENTITY_KINDS: ReadonlyMap<string, string> = new Map([
  ["individual", "person"],
  ["class", "population"],
]);

function readBundle(value: Value, notes: Notes): Network {
  const bundle = fieldsAt(value, "");
  if (bundle.type !== "bundle") refuse("type", `is not "bundle"; a file of STIX is a bundle of objects`);
  const objects = recordsAt(bundle.objects ?? [], "objects").map(checkObject);
  const nodes = objects.filter(({ type, id }) => ACTORS.has(type) && id !== CREATOR).map(readActor);
  const ids = new Map(nodes.map(({ ref, node }) => [ref, node.id]));
  const edges = readRelationships(objects, ids, notes);
  const whole = objects.map(readWhole).find((found) => found !== null) ?? null;
  noteRest(objects, notes);
  return {
    attributes: whole ?? describeBundle(objects, edges, notes),
    nodes: nodes.map(({ node }) => node),
    edges: whole ? edges : withReports(edges, objects),
  };
}

type Checked = Attributes & { readonly type: string; readonly id: string };

function checkObject(object: Attributes, at: number): Checked {
  for (const name of ["type", "id"])
    if (typeof object[name] !== "string") refuse(`objects[${at}].${name}`, "is missing or no text");
  return object as Checked;
}

function readActor(object: Checked): { readonly ref: string; readonly node: NetworkNode } {
  const { type, id, name, description } = object;
  const ours = readExtension(object);
  const { actor, extensionType: _type, position = null, ...coded } = ours ?? {};
  const attributes: Attributes = ours
    ? coded
    : { kind: kindOf(object), aliases: Array.isArray(object.aliases) ? object.aliases : [] };
  const node: NetworkNode = {
    id: typeof actor === "string" ? actor : id,
    label: typeof name === "string" && name !== "" ? name : type,
    attributes: { ...attributes, ...(typeof description === "string" ? { description } : {}) },
    position: isPlace(position) ? position : null,
    size: null,
    colour: null,
  };
  return { ref: id, node };
}

function isPlace(value: Value): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");
}

function kindOf({ type, identity_class: group }: Checked): string {
  return IDENTITY_KINDS.get(String(group)) ?? ACTORS.get(type) ?? "other";
}

function readRelationships(
  objects: readonly Checked[],
  ids: ReadonlyMap<string, string>,
  notes: Notes,
): NetworkEdge[] {
  return objects.flatMap((object, at): NetworkEdge[] => {
    if (object.type !== "relationship") return [];
    const [source, target] = [ids.get(String(object.source_ref)), ids.get(String(object.target_ref))];
    if (source !== undefined && target !== undefined) return [readRelationship(object, source, target)];
    notes.add("left out", "relationships whose ends are not both actors", () => `objects[${at}]`);
    return [];
  });
}

function readRelationship(object: Checked, source: string, target: string): NetworkEdge {
  const ours = readExtension(object);
  const { statement, extensionType: _type, ...coded } = ours ?? {};
  const { relationship_type: type = "related-to", description, start_time: start, stop_time: end } = object;
  const spell = {
    ...(typeof start === "string" ? { start: start.slice(0, 10) } : {}),
    ...(typeof end === "string" ? { end: end.slice(0, 10) } : {}),
  };
  const foreign = { type, ...(typeof description === "string" ? { note: description } : {}) };
  return {
    id: typeof statement === "string" ? statement : object.id,
    source,
    target,
    directed: true,
    label: String(type),
    weight: 1,
    attributes: ours ? coded : foreign,
    spell: Object.keys(spell).length > 0 ? spell : null,
    colour: null,
  };
}

/** What we wrote of the dossier as a whole. */
function readWhole(object: Checked): Attributes | null {
  const written = object.type === "grouping" ? readExtension(object)?.dossier : undefined;
  if (typeof written !== "string") return null;
  const read = parseJson(written, "");
  return "value" in read ? fieldsOf(read.value as Value) : null;
}

/** Of another program's bundle: a document for each report, and a codebook with the types that it uses. */
function describeBundle(
  objects: readonly Checked[],
  edges: readonly NetworkEdge[],
  notes: Notes,
): Attributes {
  const reports = objects.filter(({ type }) => type === "report");
  const used = new Set(edges.map(({ attributes }) => String(attributes.type)));
  const foreign = [...used].filter((type) => !DEFAULT_CODEBOOK.types.has(type));
  if (reports.length === 0) return {};
  const families = [...DEFAULT_CODEBOOK.families.values(), { id: "other", label: "other", sign: 0 }];
  if (foreign.length > 0)
    notes.add(
      "guessed",
      "types of relationship that the codebook does not have, added to the family “other”",
    );
  return {
    [FRAME]: {
      title: titleOf(reports[0]!),
      documents: reports.map(readReport),
      ...(foreign.length > 0 ? { families: families as unknown as Value } : {}),
      ...(foreign.length > 0
        ? { relationTypes: foreign.map((id) => ({ id, family: "other", label: id.replaceAll("-", " ") })) }
        : {}),
    },
  };
}

function titleOf({ name, id }: Checked): string {
  return typeof name === "string" && name !== "" ? name : id;
}

function readReport(report: Checked): Value {
  const { id, published } = report;
  const links = Array.isArray(report.external_references) ? report.external_references : [];
  const url = links
    .map((link: Value) => fieldsOf(link)?.url)
    .find((link) => /^https?:\/\/\S+$/i.test(String(link)));
  return {
    id,
    title: titleOf(report),
    ...(typeof url === "string" ? { url } : {}),
    ...(typeof published === "string" ? { published: published.slice(0, 10) } : {}),
  };
}

/** A statement rests on the reports that name its relationship; notes on the relationship become its note. */
function withReports(edges: readonly NetworkEdge[], objects: readonly Checked[]): NetworkEdge[] {
  const reports = objectsByRef(objects, "report");
  const remarks = objectsByRef(objects, "note");
  return edges.map((edge) => {
    const evidence = (reports.get(edge.id) ?? []).map(({ id }) => ({ document: id }));
    const texts = [edge.attributes.note, ...(remarks.get(edge.id) ?? []).map(({ content }) => content)];
    const note = texts.filter((text) => typeof text === "string").join("\n\n");
    return { ...edge, attributes: { ...edge.attributes, evidence, ...(note === "" ? {} : { note }) } };
  });
}

/** Objects of a type, by the ids that they name. */
function objectsByRef(objects: readonly Checked[], type: string): Map<string, Checked[]> {
  const found = new Map<string, Checked[]>();
  for (const object of objects) {
    if (object.type !== type || !Array.isArray(object.object_refs)) continue;
    for (const ref of new Set(object.object_refs.map(String))) {
      const known = found.get(ref);
      if (known) known.push(object);
      else found.set(ref, [object]);
    }
  }
  return found;
}

const READ = new Set([
  ...ACTORS.keys(),
  "relationship",
  "report",
  "note",
  "grouping",
  "extension-definition",
]);

function noteRest(objects: readonly Checked[], notes: Notes): void {
  for (const [at, { type }] of objects.entries())
    if (!READ.has(type))
      notes.add("left out", `objects of the type ${type.slice(0, 60)}`, () => `objects[${at}]`);
}
