/** Where the explorer runs: beside a server that has pages of the dossier, or alone with a dossier of its own. */
import type { ComponentType } from "preact";
import type { Tools } from "../../graph-data/formats/format.ts";

/** What of a location an address bar is read from. */
export type Location = Pick<globalThis.Location, "href" | "origin" | "pathname" | "search" | "hash">;

/** How the address bar holds the query text of a view. */
export interface AddressBar {
  read(location: Location): string;
  /** What the browser's history is given. */
  write(location: Location, query: string): string;
  /** The whole address, to hand on. */
  link(location: Location, query: string): string;
}

export interface Place {
  /** Path of the dossier's pages on the server; `null` where no server has them. */
  readonly pages: string | null;
  /** Path of its data in the API; `null` likewise. */
  readonly data: string | null;
  /** Whether there is a server with pages of its own, such as the list of dossiers. */
  readonly site: boolean;
  readonly bar: AddressBar;
  /** Goes to how the file was read, where it was opened here. */
  readonly report?: () => void;
  /** Loads the briefing desk; absent where there is none. */
  readonly desk?: () => Promise<DeskView>;
  /** Makes the explorer as one file, where it can be made here; the server makes it where there is `data`. */
  readonly explorer?: () => Promise<Tools["explorer"]>;
}

/** The desk over the explorer; `close` ends it. */
export type DeskView = ComponentType<{ close(): void }>;

export const IN_QUERY: AddressBar = {
  read: ({ search }) => search.replace(/^\?/, ""),
  write: ({ pathname }, query) => `${pathname}${query === "" ? "" : `?${query}`}`,
  link: ({ origin, pathname }, query) => `${origin}${pathname}${query === "" ? "" : `?${query}`}`,
};

/**
 * After `#`, for a file: a browser lets it change nothing else of its address. `opening` is the view of an address
 * without `#`; the whole dossier has an address that ends in `#`.
 */
export function afterHash(opening: string): AddressBar {
  return {
    read: ({ href, hash }) => (href.includes("#") ? hash.replace(/^#/, "") : opening),
    write: (_, query) => `#${query}`,
    link: ({ href }, query) => `${href.replace(/#.*$/s, "")}#${query}`,
  };
}

/** Below a server that has the dossier. */
export function servedAt(dossier: string): Place {
  const name = encodeURIComponent(dossier);
  return { pages: `/d/${name}`, data: `/api/dossiers/${name}`, site: true, bar: IN_QUERY };
}
