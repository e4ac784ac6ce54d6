/** `/d/:dossier/actors/:actor`: who it is, what it says and what is said of it. */

import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { actorLabel, describeLens } from "../../graph-data/display/words.ts";
import { NotFoundError } from "../../graph-data/errors.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { MEASURES } from "../../graph-data/measures/index.ts";
import { pair } from "./links.ts";
import type { LensPage, Page } from "./page.ts";
import { makeRows } from "./rows.ts";

/** Statements of each list; the table of statements has all. */
const MOST_STATEMENTS = 200;

export const actor: Page = {
  scope: "lens",
  path: "/d/:dossier/actors/:actor",
  view: "actor",
  build(context) {
    const { narrative, slice, links, path } = context;
    const found = narrative.actors.get(path.actor ?? "");
    if (!found) throw new NotFoundError(`There is no actor "${path.actor}" in this dossier.`);
    const { id, label, kind, aliases = [], partOf = [], description } = found;
    const named = (other: string) => ({ label: actorLabel(other, narrative), href: links.actor(other) });
    const parts = narrative.dossier.actors.filter((other) => other.partOf?.includes(id));
    return {
      title: `${label} – ${narrative.dossier.title}`,
      label,
      kind: KIND_WORDS[kind],
      aliases: aliases.filter((alias) => alias !== label),
      description: description ?? null,
      partOf: partOf.map(named),
      parts: parts.map((other) => named(other.id)),
      measures: listMeasures(context, id),
      shows: describeLens(slice.lens, narrative),
      lensed: context.lensText !== "",
      everything: links.actor(id).split("?")[0] + (context.theme ? `?theme=${context.theme}` : ""),
      explore: `${links.explorer.split("?")[0]}?${pair("actor", id)}`,
      lists: listStatements(context, id),
    };
  },
};

function listMeasures({ slice }: LensPage, id: string) {
  return MEASURES.map(({ label, question, run }) => {
    const value = run(slice).get(id) ?? 0;
    return { label, question, value: Number.isInteger(value) ? String(value) : value.toFixed(3) };
  });
}

function listStatements({ slice, narrative, links }: LensPage, id: string) {
  const row = makeRows(narrative, links);
  const lists: [heading: string, empty: string, wanted: (statement: StatementEdge) => boolean][] = [
    ["As source", "It is the source of no statement here.", ({ source }) => source === id],
    ["As target", "It is the target of no statement here.", ({ target }) => target === id],
    ["As voice", "No statement here is in its words.", ({ voice }) => voice === id],
  ];
  return lists.map(([heading, empty, wanted]) => {
    const statements = slice.statements.filter(wanted);
    return {
      heading,
      empty,
      count: statements.length,
      rows: statements.slice(0, MOST_STATEMENTS).map(row),
      more: Math.max(0, statements.length - MOST_STATEMENTS),
    };
  });
}
