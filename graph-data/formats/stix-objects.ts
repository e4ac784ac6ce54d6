/** What all objects of a STIX bundle share: names, times, and the extension that holds what STIX has no field for. */
import { parseDate } from "../dossier/dates.ts";
import type { ActorKind } from "../dossier/records.ts";
import type { Attributes, Value } from "./network.ts";
import { URL_NAMESPACE, uuidOfName } from "./uuid.ts";

export type StixObject = Readonly<Record<string, Value>> & { readonly type: string; readonly id: string };

/** Ours, for good: the same in every bundle. See docs/formats.md. */
const NAMESPACE = uuidOfName(URL_NAMESPACE, "urn:x-narrascope");
export const EXTENSION = `extension-definition--${uuidOfName(NAMESPACE, "extension-definition/1")}`;
export const CREATOR = `identity--${uuidOfName(NAMESPACE, "creator")}`;

/** For what has no date, and for what a date of four digits cannot say. */
export const EPOCH = "1970-01-01T00:00:00.000Z";

/** The STIX type, and the class of an identity, of each kind of actor. States are identities: they act, places do not. */
export const STIX_KINDS: Readonly<
  Record<ActorKind, { readonly type: string; readonly identityClass?: string }>
> = {
  person: { type: "identity", identityClass: "individual" },
  office: { type: "identity", identityClass: "organization" },
  agency: { type: "identity", identityClass: "organization" },
  state: { type: "identity", identityClass: "organization" },
  bloc: { type: "identity", identityClass: "group" },
  alliance: { type: "identity", identityClass: "group" },
  "armed-group": { type: "threat-actor" },
  population: { type: "identity", identityClass: "class" },
  media: { type: "identity", identityClass: "organization" },
  expert: { type: "identity", identityClass: "individual" },
  event: { type: "incident" },
  other: { type: "identity", identityClass: "unknown" },
};

/** `("harbour", "identity", "mayor")` → `identity--…`, the same each time. */
export function stixId(dossier: string, type: string, record: string): string {
  return `${type}--${uuidOfName(NAMESPACE, JSON.stringify([dossier, type, record]))}`;
}

/** The first millisecond that a date of a dossier may mean, or its last. */
export function timestampOf(date: string | null | undefined, end: "from" | "to" = "from"): string | null {
  const time = date ? parseDate(date)?.[end] : undefined;
  if (time === undefined || !Number.isFinite(time)) return null;
  const text = new Date(time).toISOString();
  return /^\d{4}-/.test(text) ? text : null;
}

/** An object with the properties that all have. Created and modified are one: a bundle is written anew as a whole. */
export function stixObject(type: string, id: string, created: string, more: Attributes): StixObject {
  const made: Attributes = id === CREATOR ? {} : { created_by_ref: CREATOR };
  return { type, spec_version: "2.1", id, ...made, created, modified: created, ...withoutGaps(more) };
}

/** The extension of an object. */
export function extension(properties: Attributes): Attributes {
  const named = Object.entries(withoutGaps(properties)).map(([name, value]) => [snakeCase(name), value]);
  return { [EXTENSION]: { extension_type: "property-extension", ...Object.fromEntries(named) } };
}

/** What our extension of an object says; `null` where it has none. */
export function readExtension(object: Attributes): Attributes | null {
  const found = fieldsOf(fieldsOf(object.extensions)?.[EXTENSION]);
  if (!found) return null;
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [camelCase(name), value]));
}

export function fieldsOf(value: Value | undefined): Attributes | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Attributes) : null;
}

/** STIX allows neither null nor empty lists, at any depth. */
function withoutGaps(record: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]): [string, Value][] => {
      if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
      return [[name, Array.isArray(value) ? value.map(cleanEntry) : cleanEntry(value)]];
    }),
  );
}

function cleanEntry(value: Value): Value {
  const fields = fieldsOf(value);
  return fields ? withoutGaps(fields) : value;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
