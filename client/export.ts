/** Taking away what is looked at, without a server: a format writes it, the browser saves it. */
import type { Format, Written } from "../graph-data/formats/format.ts";
import { fileName } from "../graph-data/formats/names.ts";
import { writeLens } from "../graph-data/lens/query.ts";
import type { Model } from "./state/model.ts";

/** Milliseconds that a browser is given to take over what it saves. */
const TAKEN_OVER = 10_000;

/** Where the server has the slice in a format, under the lens and, where the format holds one, the view. */
export function linkFormat({ id, view }: Format, { place, narrative, state, address }: Model): string | null {
  if (place.data === null) return null;
  const lens = view ? address.value : writeLens(state.value.lens, narrative);
  return `${place.data}/graph?format=${id}${lens === "" ? "" : `&${lens}`}&download=1`;
}

/** Writes and saves; gives what is said of it. */
export async function saveFormat(format: Format, model: Model): Promise<string> {
  const { content, omitted } = await writeHere(format, model);
  const name = saveFile(new Blob([asPart(content)], { type: format.mediaType }), format.extension, model);
  return omitted.length === 0 ? `Saved ${name}` : `Saved ${name}, without ${omitted.join("; ")}`;
}

/** The slice as it stands, in a format. */
export async function writeHere(
  format: Format,
  { slice, theme, positions, address, place }: Model,
): Promise<Written> {
  const tools = { explorer: format.needs?.includes("explorer") ? await place.explorer?.() : undefined };
  return format.write(slice.peek(), {
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
  const name = fileName(narrative.dossier.id, writeLens(state.peek().lens, narrative), extension);
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER);
  return name;
}
