/** The tables of a file of Discourse Network Analyzer 3, read as they are. */
import { errorAt, InvalidDataError } from "../errors.ts";
import type { OpenSqlite, SqliteFile, SqlRow } from "./sqlite.ts";

export interface DnaTables {
  readonly documents: readonly SqlRow[];
  readonly statements: readonly SqlRow[];
  readonly variables: readonly SqlRow[];
  readonly entities: readonly SqlRow[];
  readonly shortTexts: readonly SqlRow[];
  readonly booleans: readonly SqlRow[];
  readonly integers: readonly SqlRow[];
  readonly longTexts: readonly SqlRow[];
  readonly attributes: readonly SqlRow[];
}

/** What of each table is read; each is needed. */
const COLUMNS = {
  DOCUMENTS: ["ID", "Title", "Text", "Author", "Source", "Section", "Notes", "Type", "Date"],
  STATEMENTS: ["ID", "StatementTypeId", "DocumentId", "Start", "Stop"],
  VARIABLES: ["ID", "Variable", "DataType", "StatementTypeId"],
  ENTITIES: ["ID", "VariableId", "Value"],
  DATASHORTTEXT: ["StatementId", "VariableId", "Entity"],
  DATABOOLEAN: ["StatementId", "VariableId", "Value"],
  DATAINTEGER: ["StatementId", "VariableId", "Value"],
  DATALONGTEXT: ["StatementId", "VariableId", "Value"],
  ATTRIBUTEVARIABLES: ["ID", "AttributeVariable"],
  ATTRIBUTEVALUES: ["EntityId", "AttributeVariableId", "AttributeValue"],
} as const;

export function readDnaTables(bytes: Uint8Array, openSqlite: OpenSqlite): DnaTables {
  let file: SqliteFile | null = null;
  try {
    file = openSqlite(bytes);
    checkTables(file);
    return readTables(file);
  } catch (error) {
    if (error instanceof InvalidDataError) throw error;
    return refuse("", `SQLite cannot read it: ${error instanceof Error ? error.message : error}`);
  } finally {
    file?.close();
  }
}

function readTables(file: SqliteFile): DnaTables {
  const read = (table: keyof typeof COLUMNS, order: string) =>
    file.query(`SELECT ${COLUMNS[table].join(", ")} FROM ${table} ORDER BY ${order}`);
  return {
    documents: read("DOCUMENTS", "Date, ID"),
    statements: read("STATEMENTS", "DocumentId, Start, ID"),
    variables: read("VARIABLES", "ID"),
    entities: read("ENTITIES", "ID"),
    shortTexts: read("DATASHORTTEXT", "StatementId, VariableId"),
    booleans: read("DATABOOLEAN", "StatementId, VariableId"),
    integers: read("DATAINTEGER", "StatementId, VariableId"),
    longTexts: read("DATALONGTEXT", "StatementId, VariableId"),
    attributes: file.query(
      "SELECT EntityId, AttributeVariable, AttributeValue FROM ATTRIBUTEVALUES JOIN ATTRIBUTEVARIABLES ON ATTRIBUTEVARIABLES.ID = AttributeVariableId ORDER BY EntityId, AttributeVariableId",
    ),
  };
}

/** Only stored tables are read: a view of the same name could run for ever. */
function checkTables(file: SqliteFile): void {
  const stored = file.query(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'",
  );
  const names = new Set(stored.map(({ name }) => String(name).toUpperCase()));
  for (const [table, columns] of Object.entries(COLUMNS)) {
    if (!names.has(table))
      refuse(table, "there is no such table; files of version 2 have to be opened and saved in version 3");
    const present = file.query(`PRAGMA table_info(${table})`).map(({ name }) => String(name).toLowerCase());
    const missing = columns.filter((column) => !present.includes(column.toLowerCase()));
    if (missing.length > 0) refuse(table, `the table has no column ${missing.join(", ")}; version 3 has`);
  }
}

function refuse(path: string, why: string): never {
  throw new InvalidDataError("This is no file of Discourse Network Analyzer 3.", [errorAt(path, why)]);
}
