/**
 * Lens ⇄ query text. One table says for each key how it is read and written; the order of the table is the order in
 * which keys are written. Reading never drops anything in silence: what cannot be used is a problem that names it.
 */
import { parseDate } from "../dossier/dates.ts";
import { MODALITIES } from "../dossier/limits.ts";
import { NO_PHASE } from "../dossier/reserved.ts";
import { errorAt, type Problem } from "../errors.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { DEPTH, type Lens } from "./lens.ts";

/** A query longer than this is refused unread. */
export const LONGEST_QUERY = 4_096;

/** What a dossier offers for the lists of a lens, each in the dossier's order. */
export type Offer = Pick<NarrativeGraph, "dossier" | "codebook" | "actors" | "documents" | "phases">;

export interface LensKey {
  readonly key: string;
  /** For help and API description. */
  readonly value: string;
  readonly means: string;
  /** The part of a lens that `values` give. `values` holds every non-empty occurrence of the key, in order. */
  read(values: readonly string[], offer: Offer): Partial<Lens> | Refusal;
  /** The key's value for a lens, unescaped, or `undefined` when the lens does not use it. */
  write(lens: Lens, offer: Offer): string | undefined;
}

class Refusal {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

type ListField =
  | "phases"
  | "families"
  | "types"
  | "voices"
  | "modalities"
  | "actors"
  | "narratives"
  | "documents";

/** A comma-separated list of ids, each known to the dossier; kept in the dossier's order, without repeats. */
function listKey(
  key: string,
  field: ListField,
  what: string,
  means: string,
  allowed: (offer: Offer) => readonly string[],
): LensKey {
  return {
    key,
    value: "ids",
    means,
    read(values, offer) {
      const known = allowed(offer);
      const wanted = new Set(splitList(values));
      const found = known.filter((id) => wanted.delete(id));
      if (wanted.size > 0) return refuseIds(what, [...wanted], known);
      return found.length > 0 ? { [field]: found } : {};
    },
    write: (lens) => lens[field]?.join(","),
  };
}

function splitList(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(",")).filter((id) => id !== "");
}

function refuseIds(what: string, unknown: readonly string[], known: readonly string[]): Refusal {
  const names = unknown.slice(0, 5).map((id) => `"${shorten(id)}"`);
  const others = unknown.length > 5 ? ` and ${unknown.length - 5} more` : "";
  return new Refusal(`there is no ${what} ${names.join(", ")}${others}; ${offerWords(known)}`);
}

function offerWords(known: readonly string[]): string {
  if (known.length === 0) return "this dossier has none";
  const shown = known.slice(0, 40).join(", ");
  return `allowed: ${shown}${known.length > 40 ? ` and ${known.length - 40} more` : ""}`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function single<T>(
  key: string,
  field: keyof Lens,
  value: string,
  means: string,
  read: (text: string, offer: Offer) => T | Refusal,
): LensKey {
  return {
    key,
    value,
    means,
    read(values, offer) {
      if (values.length > 1) return new Refusal("is given more than once");
      const part = read(values[0]!, offer);
      return part instanceof Refusal ? part : { [field]: part };
    },
    write(lens) {
      const part = lens[field];
      return part === undefined ? undefined : String(part);
    },
  };
}

const oneOf =
  <T extends string>(...options: T[]) =>
  (text: string): T | Refusal =>
    options.find((option) => option === text) ??
    new Refusal(`"${shorten(text)}" is not allowed; allowed: ${options.join(", ")}`);

const wholeNumber = (least: number, most: number) => (text: string) =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : new Refusal(`"${shorten(text)}" is not a whole number from ${least} to ${most}`);

const edtfDate = (text: string) =>
  parseDate(text)
    ? text
    : new Refusal(`"${shorten(text)}" is not a date in EDTF, such as 2024-03-07 or 2024-03`);

const ids = (list: readonly { id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
const actorIds = (offer: Offer) => [...offer.actors.keys()];

/** In their order; last the word for statements without one. */
const phaseOrder = ({ phases }: Offer) => (phases.length === 0 ? [] : [...ids(phases), NO_PHASE]);

const phaseList = listKey(
  "phase",
  "phases",
  "phase",
  `statements of these phases; ${NO_PHASE}: those without a phase`,
  phaseOrder,
);

/** Phases also come as a run `a..b` in the dossier's order; three or more in a row are written so. */
const phaseKey: LensKey = {
  ...phaseList,
  value: "ids, or a run a..b",
  read(values, offer) {
    const order = phaseOrder(offer);
    const wanted: string[] = [];
    for (const part of splitList(values)) {
      const [first, last, ...rest] = part.split("..");
      if (last === undefined) {
        wanted.push(part);
        continue;
      }
      const from = order.indexOf(first!);
      const to = order.indexOf(last);
      const unknown = [first!, last].filter((id) => !order.includes(id));
      if (unknown.length > 0) return refuseIds("phase", unknown, order);
      if (rest.length > 0) return new Refusal(`"${shorten(part)}" is not a run; write first..last`);
      if (from > to) return new Refusal(`the run "${part}" goes backwards; write ${last}..${first}`);
      wanted.push(...order.slice(from, to + 1));
    }
    return phaseList.read(wanted, offer);
  },
  write(lens, offer) {
    if (!lens.phases) return undefined;
    const order = phaseOrder(offer);
    const parts: string[] = [];
    for (let at = 0; at < lens.phases.length; ) {
      const start = order.indexOf(lens.phases[at]!);
      let length = 1;
      while (lens.phases[at + length] !== undefined && lens.phases[at + length] === order[start + length])
        length += 1;
      const run = lens.phases.slice(at, at + length);
      if (length >= 3) parts.push(`${run[0]}..${run.at(-1)}`);
      else parts.push(...run);
      at += length;
    }
    return parts.join(",");
  },
};

const pathKey: LensKey = {
  key: "path",
  value: "a..b",
  means: "the shortest paths between two actors",
  read(values, offer) {
    const ends = values.length === 1 ? values[0]!.split("..") : [];
    if (ends.length !== 2) return new Refusal("is two actors, written a..b");
    const unknown = ends.filter((id) => !offer.actors.has(id));
    if (unknown.length > 0) return refuseIds("actor", unknown, actorIds(offer));
    if (ends[0] === ends[1]) return new Refusal("needs two different actors");
    return { path: [ends[0]!, ends[1]!] };
  },
  write: (lens) => lens.path?.join(".."),
};

export const LENS_KEYS: readonly LensKey[] = [
  phaseKey,
  single("from", "from", "EDTF date", "statements whose date may lie on or after it", edtfDate),
  single("to", "to", "EDTF date", "statements whose date may lie on or before it", edtfDate),
  single(
    "undated",
    "undated",
    "only, no",
    "statements without a date alone, or left out (default: they stay unless from or to is set)",
    oneOf("only", "no"),
  ),
  listKey("family", "families", "family", "statements of these families", ({ codebook }) => [
    ...codebook.families.keys(),
  ]),
  listKey("type", "types", "relation type", "statements of these types", ({ codebook }) => [
    ...codebook.types.keys(),
  ]),
  listKey("voice", "voices", "voice", "statements asserted by author or these actors", (offer) => [
    "author",
    ...offer.actors.keys(),
  ]),
  listKey(
    "modality",
    "modalities",
    "modality",
    "statements so put (default: all but hypothetical and desired)",
    () => MODALITIES,
  ),
  listKey("actor", "actors", "actor", "statements that touch one of them", actorIds),
  single(
    "depth",
    "depth",
    `${DEPTH.least}–${DEPTH.most}`,
    "steps out from the actors (default 1)",
    wholeNumber(DEPTH.least, DEPTH.most),
  ),
  {
    ...single("side", "side", "1", "actors stand for all that is part of them, too", (text) =>
      text === "1" ? true : new Refusal(`"${shorten(text)}" is not allowed; allowed: 1`),
    ),
    write: (lens) => (lens.side ? "1" : undefined),
  },
  pathKey,
  listKey(
    "narrative",
    "narratives",
    "narrative",
    "statements that advance or undermine them",
    ({ dossier }) => ids(dossier.narratives),
  ),
  listKey("document", "documents", "document", "statements that rest on them", ({ documents }) => [
    ...documents.keys(),
  ]),
  single("credibility", "credibility", "1–6", "graded so or better", wholeNumber(1, 6)),
  single("q", "q", "words", "label, alias, quotation or note contains them", (text) => text.trim()),
];

const KEYS_BY_NAME = new Map(LENS_KEYS.map((entry) => [entry.key, entry]));

export interface ParsedLens {
  /** What could be read; use it only when there are no problems. */
  readonly lens: Lens;
  readonly problems: readonly Problem[];
}

/**
 * Reads a lens from query text (with or without `?`). `others` are keys that the surface at hand uses for itself,
 * such as `format` in the API; every further key is a problem.
 */
export function parseLens(text: string, offer: Offer, others: readonly string[] = []): ParsedLens {
  const { pairs, problems } = readQuery(text);
  const values = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    if (KEYS_BY_NAME.has(key)) {
      if (value.trim() !== "") values.set(key, [...(values.get(key) ?? []), value]);
    } else if (!others.includes(key)) {
      const allowed = [...KEYS_BY_NAME.keys(), ...others].join(", ");
      problems.push(errorAt(shorten(key), `is not a key of the lens; allowed: ${allowed}`));
    }
  }
  const parts = [...values].map(([key, list]): Partial<Lens> => {
    const part = KEYS_BY_NAME.get(key)!.read(list, offer);
    if (!(part instanceof Refusal)) return part;
    problems.push(errorAt(key, part.message));
    return {};
  });
  const lens: Lens = Object.assign({}, ...parts);
  problems.push(...checkTogether(lens));
  return { lens, problems };
}

/** Keys that say nothing, or the opposite, together: nothing a lens says is passed over in silence. */
function checkTogether({ actors, depth, side, from, to, undated }: Lens): Problem[] {
  const problems: Problem[] = [];
  if (!actors && depth !== undefined)
    problems.push(errorAt("depth", "goes out from actors; give actor, too"));
  if (!actors && side) problems.push(errorAt("side", "widens actors; give actor, too"));
  if (undated === "only" && (from ?? to) !== undefined)
    problems.push(errorAt("undated", '"only" and from or to leave nothing; give one of them'));
  const [start, end] = [from && parseDate(from), to && parseDate(to)];
  if (start && end && start.from > end.to) problems.push(errorAt("from", `"${from}" is after to, "${to}"`));
  return problems;
}

/** The canonical text of a lens: keys in the table's order, `""` for the whole. `parseLens` reads it back equal. */
export function writeLens(lens: Lens, offer: Offer): string {
  return LENS_KEYS.flatMap(({ key, write }) => {
    const value = write(lens, offer);
    return value === undefined || value === "" ? [] : [`${key}=${encodeValue(value)}`];
  }).join("&");
}

/** Percent-encodes what a query cannot hold, and leaves readable what it can. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed())
    .replace(/%2C/g, ",")
    .replace(/%3A/g, ":")
    .replace(/%40/g, "@");
}

export interface ReadQuery {
  readonly pairs: [key: string, value: string][];
  readonly problems: Problem[];
}

/** Splits query text into decoded pairs. `+` is a space, as forms send it. */
export function readQuery(text: string): ReadQuery {
  const body = text.startsWith("?") ? text.slice(1) : text;
  if (body.length > LONGEST_QUERY) {
    const message = `the query has ${body.length} characters; ${LONGEST_QUERY} are allowed`;
    return { pairs: [], problems: [errorAt("", message)] };
  }
  const problems: Problem[] = [];
  const pairs: [string, string][] = [];
  for (const part of body.split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const [key, value] = at === -1 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    try {
      pairs.push([decode(key), decode(value)]);
    } catch {
      problems.push(errorAt(shorten(key), "is not percent-encoded text"));
    }
  }
  return { pairs, problems };
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
