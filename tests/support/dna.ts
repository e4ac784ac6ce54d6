/** Makes files of Discourse Network Analyzer 3: the tables of its schema, filled by hand. */
import initSqlJs from "sql.js";
import { openSqliteWith } from "../../graph-data/formats/sqlite.ts";

const sqlJs = await initSqlJs();

export const sqlite = openSqliteWith(sqlJs);

const SCHEMA = [
  "SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL)",
  "CODERS(ID INTEGER PRIMARY KEY, Name TEXT NOT NULL)",
  "DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER, Author TEXT NOT NULL DEFAULT '', Source TEXT NOT NULL DEFAULT '', Section TEXT NOT NULL DEFAULT '', Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '', Date INTEGER NOT NULL)",
  "STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT NOT NULL)",
  "VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text', StatementTypeId INTEGER, UNIQUE (Variable, StatementTypeId))",
  "STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER NOT NULL, Stop INTEGER NOT NULL, Coder INTEGER)",
  "DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 1)",
  "DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value INTEGER NOT NULL DEFAULT 0)",
  "ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '', ChildOf INTEGER, UNIQUE (VariableId, Value))",
  "DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Entity INTEGER NOT NULL)",
  "DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, Value TEXT DEFAULT '')",
  "ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL)",
  "ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, AttributeValue TEXT NOT NULL DEFAULT '')",
];

type Row = readonly (string | number | null)[];

/** Rows of each table, a cell for each of its columns. `sql` runs at the end. */
export function makeDna(
  tables: Readonly<Record<string, readonly Row[]>>,
  sql: readonly string[] = [],
): Uint8Array {
  const database = new sqlJs.Database();
  for (const table of SCHEMA) database.run(`CREATE TABLE ${table}`);
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows)
      database.run(`INSERT INTO ${table} VALUES (${row.map(() => "?").join(", ")})`, row);
  for (const statement of sql) database.run(statement);
  const bytes = database.export();
  database.close();
  return bytes;
}
