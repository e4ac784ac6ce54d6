/** Addresses of the pages, with the lens that is looked through and the theme. */
import { encodeValue } from "../../graph-data/lens/query.ts";
import type { Theme } from "../../graph-data/lens/view.ts";

export interface Links {
  /** The dossier's first page, without a query. */
  readonly base: string;
  readonly explorer: string;
  readonly statements: string;
  readonly shift: string;
  readonly story: string;
  readonly briefing: string;
  readonly briefingStyle: string;
  readonly problems: string;
  readonly about: string;
  readonly picture: string;
  actor(id: string): string;
  /** `anchor`: a paragraph's or a statement's. */
  read(document: string, anchor?: string): string;
}

/** `lensText` is canonical query text. Pages that do not depend on the lens keep it, so that the way back has it. */
export function linkDossier(dossier: string, lensText: string, theme: Theme | null): Links {
  const base = `/d/${encodeURIComponent(dossier)}`;
  const query = joinQuery(lensText, theme && `theme=${theme}`);
  return {
    base,
    explorer: `${base}${query}`,
    statements: `${base}/statements${query}`,
    shift: `${base}/shift${query}`,
    story: `${base}/story${query}`,
    briefing: `${base}/briefing${query}`,
    briefingStyle: `${base}/briefing.css`,
    problems: `${base}/problems${joinQuery(theme && `theme=${theme}`)}`,
    about: `${base}/about${joinQuery(theme && `theme=${theme}`)}`,
    picture: `${base}/picture.svg${joinQuery(lensText)}`,
    actor: (id) => `${base}/actors/${encodeURIComponent(id)}${query}`,
    read: (document, anchor) =>
      `${base}/read/${encodeURIComponent(document)}${query}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`,
  };
}

/** `?a&b`, or nothing. */
export function joinQuery(...parts: readonly (string | null | undefined | false)[]): string {
  const query = parts.filter(Boolean).join("&");
  return query === "" ? "" : `?${query}`;
}

export function pair(key: string, value: string): string {
  return `${key}=${encodeValue(value)}`;
}
