/** Taking away what is looked at, without a server: a format writes it, the browser saves it. */
import { describeProblem, type Problem } from "../graph-data/errors.ts";
import type { Format, Unit, Written } from "../graph-data/formats/format.ts";
import { fileName } from "../graph-data/formats/names.ts";
import { writeFormat } from "../graph-data/formats/write.ts";
import { writeLens } from "../graph-data/lens/query.ts";
import type { Model } from "./state/model.ts";

/** Milliseconds that a browser is given to take over what it saves. */
const TAKEN_OVER = 10_000;

/** A file that the browser was given. */
export interface Saved {
  readonly name: string;
  /** What the format could not hold of the slice. */
  readonly omitted: readonly string[];
}

/** Where the server has the slice in a format, under the lens and, where the format holds one, the view. */
export function linkFormat(format: Format, unit: Unit, model: Model): string | null {
  const { place, narrative, state, address } = model;
  if (place.data === null) return null;
  const lens = format.view ? address.value : writeLens(state.value.lens, narrative);
  const wanted = unitOf(format, unit);
  return `${place.data}/graph?format=${format.id}${wanted ? `&unit=${wanted}` : ""}${lens === "" ? "" : `&${lens}`}&download=1`;
}

/** `undefined` where the format has no choice. */
function unitOf({ units }: Format, unit: Unit): Unit | undefined {
  return units.length > 1 ? unit : undefined;
}

/** Fetches what the server writes and saves it. Throws with the server's reason, which may have several lines. */
export async function fetchFile(href: string, asked: RequestInit = {}): Promise<Saved> {
  const response = await fetch(href, asked);
  if (!response.ok) throw new Error(await reasonOf(response));
  const { headers } = response;
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get("Content-Disposition") ?? "")?.[1];
  const omitted = decodeURIComponent(headers.get("X-Narrascope-Omitted") ?? "");
  const file = await response.blob();
  return {
    name: handOver(file, decodeURIComponent(name ?? "narrascope")),
    omitted: omitted === "" ? [] : omitted.split("; "),
  };
}

async function reasonOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => null);
  const { detail, problems } = (problem ?? {}) as { readonly detail?: unknown; readonly problems?: unknown };
  if (typeof detail !== "string") return `the server answered ${response.status}`;
  const places = Array.isArray(problems) ? (problems as Problem[]).map(describeProblem) : [];
  return [detail, ...places].join("\n");
}

/** Writes and saves. */
export async function saveFormat(format: Format, unit: Unit, model: Model): Promise<Saved> {
  const { content, omitted } = await writeHere(format, model, unit);
  const file = new Blob([asPart(content)], { type: format.mediaType });
  return { name: saveFile(file, format.extension, model), omitted };
}

/** The slice as it stands, in a format. */
export async function writeHere(
  format: Format,
  { slice, theme, positions, address, place }: Model,
  unit: Unit = "statements",
): Promise<Written> {
  const tools = { explorer: format.needs?.includes("explorer") ? await place.explorer?.() : undefined };
  return writeFormat(format, slice.peek(), {
    unit: unitOf(format, unit),
    theme: theme.peek(),
    positions: positions.peek(),
    address: address.peek(),
    date: new Date().toISOString().slice(0, 10),
    tools,
  });
}

/** Blobs take no view of memory that is shared. */
function asPart(content: string | Uint8Array): BlobPart {
  return typeof content === "string" ? content : new Uint8Array(content);
}

/** Gives it a name that says dossier and lens, and hands it to the browser. */
export function saveFile(file: Blob, extension: string, { narrative, state }: Model): string {
  return handOver(file, fileName(narrative.dossier.id, writeLens(state.peek().lens, narrative), extension));
}

/** Downloads a file; its name is given back. */
export function handOver(file: Blob, name: string): string {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER);
  return name;
}
