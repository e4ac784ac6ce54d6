/** What all pages share: head, menu, foot. */
import { describeSources } from "../../graph-data/display/words.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import type { Assets, Bundle } from "../http/assets.ts";
import type { Entry } from "../stores/store.ts";
import { joinQuery, linkDossier } from "./links.ts";
import type { Content } from "./page.ts";

export interface MenuItem {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface Frame {
  readonly title: string;
  readonly theme: Theme | null;
  readonly bundle: Bundle;
  /** Styles for readers without JavaScript, where the bundle's are for those with it. */
  readonly plainStyles: readonly string[];
  readonly home: string;
  readonly about: string;
  readonly version: string;
  /** Of the dossier or, outside of one, of the whole. */
  readonly menu: { readonly name: string; readonly items: readonly MenuItem[] };
  /** The dossier a page belongs to. */
  readonly dossier: {
    readonly title: string;
    readonly href: string;
    /** On how many documents it rests. */
    readonly sources: string | null;
  } | null;
}

export interface FrameOptions {
  readonly content: Content;
  readonly entry: Entry | null;
  readonly lensText: string;
  readonly theme: Theme | null;
  readonly assets: Assets;
  readonly version: string;
  readonly page: { readonly view: string };
}

export function buildFrame({ content, entry, lensText, theme, assets, version, page }: FrameOptions): Frame {
  const themed = joinQuery(theme && `theme=${theme}`);
  return {
    title: content.title === "Narrascope" ? content.title : `${content.title} – Narrascope`,
    theme,
    bundle: bundleOf(page.view, assets, entry),
    plainStyles: page.view === "explorer" || page.view === "open" ? assets.page.styles : [],
    home: `/${themed}`,
    about: `/about${themed}`,
    version,
    menu: entry
      ? { name: "Dossier", items: dossierMenu(entry, content.current, lensText, theme) }
      : { name: "Narrascope", items: siteMenu(page.view, themed) },
    dossier: entry && describeDossier(entry, lensText, theme),
  };
}

function bundleOf(view: string, assets: Assets, entry: Entry | null): Bundle {
  if (view === "explorer" || view === "open") return assets[view];
  if (view !== "briefing" || !entry) return assets.page;
  return { ...assets.page, styles: [...assets.page.styles, linkDossier(entry.id, "", null).briefingStyle] };
}

function siteMenu(view: string, themed: string): MenuItem[] {
  return [
    { label: "Dossiers", href: `/${themed}`, current: view === "home" },
    { label: "About", href: `/about${themed}`, current: view === "about" },
  ];
}

function describeDossier({ id, title, narrative }: Entry, lensText: string, theme: Theme | null) {
  const links = linkDossier(id, lensText, theme);
  const href = narrative ? links.explorer : links.problems;
  return { title, href, sources: narrative && describeSources(narrative) };
}

/** More documents than this are reached from the statements that rest on them. */
const MOST_DOCUMENTS = 6;

function dossierMenu(
  entry: Entry,
  current: Content["current"],
  lensText: string,
  theme: Theme | null,
): MenuItem[] {
  const { narrative, problems } = entry;
  const links = linkDossier(entry.id, lensText, theme);
  const menu: MenuItem[] = [];
  const add = (label: string, href: string, name: Content["current"]) => {
    menu.push({ label, href, current: name === current });
  };
  if (narrative) {
    add("Explorer", links.explorer, "explorer");
    add("Statements", links.statements, "statements");
    add("Shift", links.shift, "shift");
    if ((narrative.dossier.story ?? []).length > 0) add("Story", links.story, "story");
    add("Briefing", links.briefing, "briefing");
    const documents = narrative.dossier.documents.slice(0, MOST_DOCUMENTS);
    for (const { id, title: label } of documents) {
      add(documents.length === 1 ? "Text" : label, links.read(id), `read ${id}`);
    }
    add("Method", links.about, "about");
  }
  if (problems.length > 0) add(`Problems (${problems.length})`, links.problems, "problems");
  return menu;
}
