/** `/d/:dossier`: the explorer's shell and, without JavaScript, the same slice as form, picture and tables. */

import { mergePositions } from "../../graph-data/display/elements.ts";
import { drawPicture } from "../../graph-data/display/picture.ts";
import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, countWords, describeLens } from "../../graph-data/display/words.ts";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { buildTies, type Tie } from "../../graph-data/graph/ties.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import type { Slice } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import { buildLensForm } from "./lens-form.ts";
import { sampleLines } from "./line-sample.ts";
import { joinQuery, type Links, linkDossier, pair } from "./links.ts";
import type { LensPage, Page } from "./page.ts";

/** Rows of each table: readers with JavaScript load this page, too, and need none of them. */
const MOST_ROWS = 100;

export const explorer: Page = {
  scope: "lens",
  path: "/d/:dossier",
  view: "explorer",
  build(context) {
    const { entry, narrative, slice, lensText, links, theme } = context;
    const ties = buildTies(slice.statements);
    const action = linkDossier(entry.id, "", null).explorer;
    return {
      title: narrative.dossier.title,
      current: "explorer",
      dossier: entry.id,
      data: `/api/dossiers/${encodeURIComponent(entry.id)}`,
      problemCount: entry.problems.length,
      heading: narrative.dossier.title,
      summary: narrative.dossier.summary ?? null,
      form: buildLensForm(slice, action, theme),
      shows: summarize(slice, ties.length),
      pictures: pictureLinks(links, theme),
      actors: tableActors(context),
      ties: tableTies(context, ties),
      exports: exportLinks(entry.id, lensText),
      statementsHref: links.statements,
    };
  },
};

function summarize(slice: Slice, ties: number): string {
  const { narrative, lens, statements, actors } = slice;
  const counted = `${statements.length} of ${countWords(narrative.statements.length, "statement")}`;
  return `${describeLens(lens, narrative)}: ${counted}, ${countWords(actors.length, "actor")}, ${countWords(ties, "tie")}.`;
}

function pictureLinks({ picture }: Links, theme: Theme | null) {
  const themed = (value: Theme) => `${picture}${picture.includes("?") ? "&" : "?"}theme=${value}`;
  return { light: themed(theme ?? "light"), dark: themed(theme ?? "dark") };
}

function exportLinks(dossier: string, lensText: string) {
  return FORMATS.map(({ id, label, describe }) => {
    const query = joinQuery(pair("format", id), "download=1", lensText);
    return { label, describe, href: `/api/dossiers/${encodeURIComponent(dossier)}/graph${query}` };
  });
}

function tableActors({ slice, links }: LensPage) {
  const rows = slice.actors.map(({ id, label, kind }) => {
    const touching = slice.statements.filter(({ source, target }) => source === id || target === id).length;
    return { label, href: links.actor(id), kind: KIND_WORDS[kind], statements: touching };
  });
  rows.sort((a, b) => b.statements - a.statements);
  return { rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) };
}

function tableTies({ slice, entry, theme, narrative, links }: LensPage, ties: readonly Tie[]) {
  const lines = sampleLines(narrative.codebook);
  const named = (id: string) => ({ label: actorLabel(id, narrative), href: links.actor(id) });
  const rows = ties.map((tie) => ({
    source: named(tie.source),
    target: named(tie.target),
    family: narrative.codebook.families.get(tie.family)?.label ?? tie.family,
    line: lines.get(tie.family)!,
    weight: tie.statements.length,
    quoted: tie.quoted,
    href: linkDossier(entry.id, writeLens(lensOfTie(slice.lens, tie), narrative), theme).statements,
  }));
  rows.sort((a, b) => b.weight - a.weight);
  return { rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) };
}

/** The shortest path between a tie's two ends, in its family, is the tie and the one that answers it. */
function lensOfTie(
  { path: _path, actors: _actors, depth: _depth, ...lens }: Lens,
  { source, target, family }: Tie,
): Lens {
  const between: Lens = source === target ? { actors: [source] } : { path: [source, target] };
  return { ...lens, ...between, families: [family] };
}

/** The picture of a slice as a file, in a theme. */
export function writePicture(slice: Slice, theme: Theme): string {
  return drawPicture(slice, { positions: mergePositions(slice.narrative.dossier.positions), theme });
}
