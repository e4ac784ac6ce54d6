/** Reading attributes that another program wrote: own names alone, whatever they are called. */
import type { Attributes, Value } from "./network.ts";

export function attributeOf(attributes: Attributes, name: string): Value | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** The text under the first of these names that has one. Numbers count as text; the empty text does not. */
export function textOf(attributes: Attributes, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attributeOf(attributes, name);
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}

/** Lists and records; formats without nested values have them as JSON. */
export function nestedOf(attributes: Attributes, name: string): Value | undefined {
  const value = attributeOf(attributes, name);
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The texts of a list; a single text is a list of one. */
export function textsOf(attributes: Attributes, name: string): string[] {
  const value = nestedOf(attributes, name);
  const list: readonly Value[] = Array.isArray(value) ? value : value === undefined ? [] : [value as Value];
  return list.filter((entry): entry is string => typeof entry === "string" && entry !== "");
}

export type Fields = { readonly [key: string]: Value };

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** All but those named in one of the sets; `undefined` when nothing is left. */
export function without(
  attributes: Attributes,
  ...sets: readonly ReadonlySet<string>[]
): Attributes | undefined {
  const rest = Object.entries(attributes).filter(
    ([name, value]) => value !== null && !sets.some((names) => names.has(name)),
  );
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
