/** `/d/:dossier`: the explorer's shell and, without JavaScript, the same slice as form, picture and tables. */
import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, countWords, describeLens } from "../../graph-data/display/words.ts";
import { groupFormats } from "../../graph-data/formats/index.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { type Slice, sliceGraph, tiesOf } from "../../graph-data/lens/slice.ts";
import type { Theme } from "../../graph-data/lens/view.ts";
import { strength } from "../../graph-data/measures/strength.ts";
import { describeLed, indexBetween, lensBetween, withoutPlace } from "./between.ts";
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
      shows: summarize(slice),
      pictures: pictureLinks(links, theme),
      actors: tableActors(context),
      ties: tableTies(context),
      exports: exportLinks(entry.id, lensText),
      statementsHref: links.statements,
    };
  },
};

function summarize(slice: Slice): string {
  const { narrative, lens, statements, actors } = slice;
  const counted = `${statements.length} of ${countWords(narrative.statements.length, "statement")}`;
  return `${describeLens(lens, narrative)}: ${counted}, ${countWords(actors.length, "actor")}, ${countWords(tiesOf(slice).length, "tie")}.`;
}

function pictureLinks({ picture }: Links, theme: Theme | null) {
  const themed = (value: Theme) => `${picture}${picture.includes("?") ? "&" : "?"}theme=${value}`;
  return { light: themed(theme ?? "light"), dark: themed(theme ?? "dark") };
}

function exportLinks(dossier: string, lensText: string) {
  const link = (id: string, unit = "") =>
    `/api/dossiers/${encodeURIComponent(dossier)}/graph${joinQuery(pair("format", id), unit, "download=1", lensText)}`;
  return groupFormats().map(({ heading, formats }) => ({
    heading,
    formats: formats.map(({ id, label, extension, describe, units }) => {
      const others = units.slice(1).map((unit) => ({ unit, href: link(id, pair("unit", unit)) }));
      return { label, extension, describe, href: link(id), others };
    }),
  }));
}

function tableActors({ slice, links }: LensPage) {
  const counts = strength.run(slice);
  const count = (id: string) => counts.get(id) ?? 0;
  const { shown, more } = cutRows(slice.actors, ({ id }) => count(id));
  const rows = shown.map(({ id, label, kind }) => {
    return { label, href: links.actor(id), kind: KIND_WORDS[kind], statements: count(id) };
  });
  return { rows, more };
}

function tableTies({ slice, entry, theme, narrative, links }: LensPage) {
  const lines = sampleLines(narrative.codebook);
  const between = indexBetween(sliceGraph(narrative, withoutPlace(slice.lens)).statements);
  const named = (id: string) => ({ label: actorLabel(id, narrative), href: links.actor(id) });
  const { shown, more } = cutRows(tiesOf(slice), ({ statements }) => statements.length);
  const rows = shown.map(({ source, target, family, statements, quoted }) => {
    const lens = writeLens(lensBetween(slice.lens, source, target, family), narrative);
    return {
      source: named(source),
      target: named(target),
      family: narrative.codebook.families.get(family)?.label ?? family,
      line: lines.get(family)!,
      weight: statements.length,
      others: describeLed(statements.length, between(source, target, family).length),
      quoted,
      href: linkDossier(entry.id, lens, theme).statements,
    };
  });
  return { rows, more };
}

/** The greatest first; how many are left out. */
function cutRows<T>(all: readonly T[], size: (row: T) => number): { shown: readonly T[]; more: number } {
  const shown = [...all].sort((a, b) => size(b) - size(a)).slice(0, MOST_ROWS);
  return { shown, more: all.length - shown.length };
}
