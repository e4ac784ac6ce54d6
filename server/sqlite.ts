/** Files of SQLite, opened by SQLite itself as WebAssembly; loaded when the first of them is read. */
import { type OpenSqlite, openSqliteWith, type SqlJs } from "../graph-data/formats/sqlite.ts";

let opener: OpenSqlite | null = null;

export async function loadSqlite(): Promise<OpenSqlite> {
  if (opener) return opener;
  const { default: initSqlJs } = await import("sql.js");
  opener = openSqliteWith((await initSqlJs()) as SqlJs);
  return opener;
}
