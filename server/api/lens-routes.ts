/** Routes about what a lens lets through. */
import { z } from "zod";
import { describeLens, describeSources } from "../../graph-data/display/words.ts";
import { errorAt, UsageError } from "../../graph-data/errors.ts";
import { FORMATS, type Format, fileName } from "../../graph-data/formats/index.ts";
import { plainActor, plainStatement } from "../../graph-data/formats/plain.ts";
import { writeFormat } from "../../graph-data/formats/write.ts";
import { listShortestPaths } from "../../graph-data/graph/distances.ts";
import { tiesOf } from "../../graph-data/lens/slice.ts";
import { MEASURES } from "../../graph-data/measures/index.ts";
import { SORTS, sortStatements } from "../order.ts";
import { download } from "./dossier-routes.ts";
import { answerJson, defineRoute, JSON_TYPE, type LensContext } from "./route.ts";
import { actorsShape, pathsShape, statementsShape, tiesShape } from "./shapes.ts";

const DOSSIER = { dossier: "The dossier's id" };
const MOST_PATHS = 100;
const FORMAT_IDS = FORMATS.map(({ id }) => id) as [string, ...string[]];

function formatOf(id: string): Format {
  return FORMATS.find((format) => format.id === id)!;
}

/** What every answer for a lens says of itself. */
export function heading({ entry, slice, lensText, narrative }: LensContext) {
  return {
    dossier: entry.id,
    lens: lensText,
    shows: describeLens(slice.lens, narrative),
    sources: describeSources(narrative),
  };
}

export const graphRoute = defineRoute({
  id: "getGraph",
  scope: "lens",
  path: "/api/dossiers/{dossier}/graph",
  summary: "The graph of a lens, in the format asked for",
  parts: DOSSIER,
  steps: 500,
  query: z.object({
    format: z
      .enum(FORMAT_IDS)
      .default(FORMAT_IDS[0])
      .describe(FORMATS.map(({ id, describe }) => `${id}: ${describe}`).join(" ")),
    unit: z
      .enum(["statements", "ties"])
      .optional()
      .describe("What becomes an edge or a row; a format's first is the default."),
    theme: z.enum(["light", "dark"]).optional().describe("Of pictures and colours; light unless given."),
    scale: z
      .enum(["1", "2", "3", "4"])
      .optional()
      .describe("Device pixels to a unit, of a PNG; 2 unless given."),
    download,
  }),
  answers: Object.fromEntries(FORMATS.map(({ mediaType }) => [mediaType, null])),
  holdsView: (query) => formatOf(query.format).view === true,
  handle({ narrative, slice, lensText, address, query, tools }) {
    const format = formatOf(query.format);
    const { unit, theme, scale } = query;
    const options = { unit, theme, scale: scale && Number(scale), address, tools };
    const { content, omitted } = writeFormat(format, slice, options);
    const name = fileName(narrative.dossier.id, lensText, format.extension);
    return { text: content, mediaType: format.mediaType, fileName: name, omitted };
  },
});

export const actorsRoute = defineRoute({
  id: "listActors",
  scope: "lens",
  path: "/api/dossiers/{dossier}/actors",
  summary: "The actors of a lens, each with its measures",
  parts: DOSSIER,
  answers: { [JSON_TYPE]: actorsShape },
  handle(context) {
    const runs = MEASURES.map(({ id, run }) => [id, run(context.slice)] as const);
    return answerJson({
      ...heading(context),
      measures: MEASURES.map(({ id, label, question }) => ({ id, label, question })),
      actors: context.slice.actors.map((actor) => ({
        ...plainActor(actor),
        measures: Object.fromEntries(runs.map(([id, values]) => [id, values.get(actor.id) ?? 0])),
      })),
    });
  },
});

export const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,6}$/, `is not a whole number from 1 to ${most}`)
    .refine((text) => Number(text) <= most, `is not a whole number from 1 to ${most}`);

export const statementsRoute = defineRoute({
  id: "listStatements",
  scope: "lens",
  path: "/api/dossiers/{dossier}/statements",
  summary: "The statements of a lens, in the order of the story or another",
  parts: DOSSIER,
  query: z.object({
    sort: z.enum(SORTS).optional().describe("A column; with - before it, the other way round"),
    page: wholeNumber(1_000_000).default("1"),
    per: wholeNumber(1_000).default("200").describe("Statements a page, 1000 at most"),
  }),
  answers: { [JSON_TYPE]: statementsShape },
  handle(context) {
    const { slice, narrative, query } = context;
    const [page, per] = [Number(query.page), Number(query.per)];
    const sorted = sortStatements(slice.statements, narrative, query.sort);
    const shown = sorted.slice((page - 1) * per, page * per);
    return answerJson({
      ...heading(context),
      total: sorted.length,
      page,
      per,
      statements: shown.map((statement) => plainStatement(statement, narrative)),
    });
  },
});

export const tiesRoute = defineRoute({
  id: "listTies",
  scope: "lens",
  path: "/api/dossiers/{dossier}/ties",
  summary: "The ties of a lens: all statements of one family from one actor to another",
  parts: DOSSIER,
  steps: 150,
  answers: { [JSON_TYPE]: tiesShape },
  handle: (context) =>
    answerJson({
      ...heading(context),
      ties: tiesOf(context.slice).map(({ statements, ...tie }) => ({
        ...tie,
        weight: statements.length,
        statements: statements.map(({ id }) => id),
      })),
    }),
});

export const pathsRoute = defineRoute({
  id: "listPaths",
  scope: "lens",
  path: "/api/dossiers/{dossier}/paths",
  summary: "The shortest paths between two actors, given as path=a..b",
  parts: DOSSIER,
  answers: { [JSON_TYPE]: pathsShape },
  handle(context) {
    const { lens, statements } = context.slice;
    if (!lens.path) {
      const missing = errorAt("path", "is missing; two actors, written a..b");
      throw new UsageError("Paths need two actors.", [missing]);
    }
    const [from, to] = lens.path;
    const found = listShortestPaths(statements, from, to, MOST_PATHS + 1);
    const paths = found.slice(0, MOST_PATHS);
    return answerJson({
      ...heading(context),
      from,
      to,
      length: paths[0] ? paths[0].length - 1 : null,
      complete: found.length === paths.length,
      paths,
      statements: statements.map(({ id }) => id),
    });
  },
});
