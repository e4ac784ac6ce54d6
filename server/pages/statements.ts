/** `/d/:dossier/statements`: the statements of a lens as a table. */
import { countWords, describeLens } from "../../graph-data/display/words.ts";
import { errorAt } from "../../graph-data/errors.ts";
import { COLUMNS, type Column, SORTS, type Sort, sortStatements } from "../order.ts";
import { refuseQuery } from "../refusal.ts";
import { buildLensForm } from "./lens-form.ts";
import { joinQuery, linkDossier } from "./links.ts";
import type { LensPage, Page } from "./page.ts";
import { makeRows } from "./rows.ts";

const PER_PAGE = 200;

const HEADINGS: Readonly<Record<Column, string>> = {
  id: "No.",
  source: "Source",
  relation: "Relation",
  target: "Target",
  voice: "According to",
  phase: "Phase",
  date: "Date",
  grade: "Grade",
};

export const statements: Page = {
  scope: "lens",
  path: "/d/:dossier/statements",
  view: "statements",
  own: ["sort", "page"],
  build(context) {
    const { narrative, slice, links, entry, theme } = context;
    const sort = readSort(context.own.sort);
    const pages = Math.max(1, Math.ceil(slice.statements.length / PER_PAGE));
    const page = readPage(context.own.page, pages);
    const sorted = sortStatements(slice.statements, narrative, sort);
    const shown = sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const action = linkDossier(entry.id, "", null).statements;
    return {
      title: `Statements – ${narrative.dossier.title}`,
      current: "statements",
      form: buildLensForm(slice, action, theme, sort ? [`sort=${sort}`] : []),
      sort: sort ?? "",
      shows: `${describeLens(slice.lens, narrative)}: ${slice.statements.length} of ${countWords(narrative.statements.length, "statement")}.`,
      columns: COLUMNS.map((column) => heading(column, sort, context)),
      rows: shown.map(makeRows(narrative, links)),
      pages: { page, pages, ...turnPages(context, sort, page, pages) },
    };
  },
};

function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined) return undefined;
  const sort = SORTS.find((candidate) => candidate === text);
  if (!sort)
    throw refuseQuery(errorAt("sort", `"${text.slice(0, 60)}" is not allowed; allowed: ${SORTS.join(", ")}`));
  return sort;
}

function readPage(text: string | undefined, pages: number): number {
  if (text === undefined) return 1;
  const page = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > pages)
    throw refuseQuery(errorAt("page", `"${text.slice(0, 60)}" is not a page; there are ${pages}`));
  return page;
}

/** A first click sorts up, a second down, a third gives the order of the story back. */
function heading(column: Column, sort: Sort | undefined, context: LensPage) {
  const state = sort === column ? "ascending" : sort === `-${column}` ? "descending" : null;
  const next = { ascending: `-${column}`, descending: null, none: column }[state ?? "none"];
  return { label: HEADINGS[column], state, href: address(context, next, 1) };
}

function turnPages(context: LensPage, sort: Sort | undefined, page: number, pages: number) {
  return {
    previous: page > 1 ? address(context, sort ?? null, page - 1) : null,
    next: page < pages ? address(context, sort ?? null, page + 1) : null,
  };
}

function address({ entry, lensText, theme }: LensPage, sort: string | null, page: number): string {
  const { statements } = linkDossier(entry.id, "", null);
  return (
    statements +
    joinQuery(lensText, sort && `sort=${sort}`, page > 1 && `page=${page}`, theme && `theme=${theme}`)
  );
}
