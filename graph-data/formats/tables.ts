/** A slice as tables: statements, actors, ties and documents. One place decides the columns; a format only spells them. */
import { actorLabel } from "../display/words.ts";
import type { NarrativeGraph } from "../graph/build.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { BETWEEN } from "./cells.ts";
import { type PlainStatement, plainActor, plainStatement } from "./plain.ts";

export type Cell = string | number | null;

export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Column = readonly [name: string, read: (row: PlainStatement, narrative: NarrativeGraph) => Cell];

const COLUMNS: readonly Column[] = [
  ["id", ({ id }) => id],
  ["source", ({ source }) => source],
  ["source_label", ({ source }, narrative) => actorLabel(source, narrative)],
  ["type", ({ type }) => type],
  ["reads_as", ({ label }) => label],
  ["family", ({ family }) => family],
  ["target", ({ target }) => target],
  ["target_label", ({ target }, narrative) => actorLabel(target, narrative)],
  ["about", ({ about }) => about],
  ["voice", ({ voice }) => voice],
  ["voice_label", ({ voiceLabel }) => voiceLabel],
  ["modality", ({ modality }) => modality],
  ["phase", ({ phase }) => phase],
  ["date", ({ date }) => date],
  ["date_basis", ({ dateBasis }) => dateBasis],
  ["credibility", ({ credibility }) => credibility],
  ["grade", ({ grade }) => grade],
  ["narratives", ({ narratives }) => narratives.map(({ id, role }) => `${role}:${id}`).join(BETWEEN)],
  ["document", ({ evidence }) => evidence.map(({ document }) => document).join(BETWEEN)],
  ["quotation", ({ evidence }) => evidence.map(({ exact }) => exact ?? "").join(BETWEEN)],
  ["start", ({ evidence }) => evidence.map(({ start }) => start ?? "").join(BETWEEN)],
  ["end", ({ evidence }) => evidence.map(({ end }) => end ?? "").join(BETWEEN)],
  ["evidence", ({ evidence }) => evidence.map(({ state }) => state).join(BETWEEN)],
  ["note", ({ note }) => note],
];

export const STATEMENT_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

export function statementTable({ narrative, statements }: Slice): Table {
  return {
    name: "statements",
    header: STATEMENT_COLUMNS,
    rows: statements.map((statement) => {
      const row = plainStatement(statement, narrative);
      return COLUMNS.map(([, read]) => read(row, narrative));
    }),
  };
}

export function actorTable({ actors }: Slice): Table {
  return {
    name: "actors",
    header: ["id", "label", "kind", "aliases", "part_of", "description"],
    rows: actors.map((actor) => {
      const { id, label, kind, aliases, partOf, description } = plainActor(actor);
      return [id, label, kind, aliases.join(BETWEEN), partOf.join(BETWEEN), description];
    }),
  };
}

export function tieTable(slice: Slice): Table {
  const label = (id: string) => actorLabel(id, slice.narrative);
  return {
    name: "ties",
    header: [
      "id",
      "source",
      "source_label",
      "family",
      "sign",
      "target",
      "target_label",
      "weight",
      "statements",
    ],
    rows: tiesOf(slice).map(({ id, source, target, family, sign, statements }) => [
      id,
      source,
      label(source),
      family,
      sign,
      target,
      label(target),
      statements.length,
      statements.map((statement) => statement.id).join(BETWEEN),
    ]),
  };
}

type DocumentColumn = (typeof DOCUMENT_COLUMNS)[number];

const DOCUMENT_COLUMNS = [
  ...(["id", "title", "author", "publisher", "published", "url", "language", "reliability"] as const),
  "text",
] as const;

/** Those that the statements rest on; their texts, too, unless the format has no room for them. */
export function documentTable({ narrative, statements }: Slice, { texts }: { texts: boolean }): Table {
  const columns: readonly DocumentColumn[] = texts ? DOCUMENT_COLUMNS : DOCUMENT_COLUMNS.slice(0, -1);
  const cited = new Set(statements.flatMap(({ record }) => record.evidence.map(({ document }) => document)));
  return {
    name: "documents",
    header: columns,
    rows: narrative.dossier.documents
      .filter(({ id }) => cited.has(id))
      .map((document) => columns.map((column) => document[column] ?? null)),
  };
}
