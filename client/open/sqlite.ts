/** Files of SQLite, opened by SQLite itself as WebAssembly; loaded when the first of them is read. */
import wasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import { UsageError } from "../../graph-data/errors.ts";
import { type OpenSqlite, openSqliteWith } from "../../graph-data/formats/sqlite.ts";

/** Throws `UsageError` where it cannot be loaded, as without a network. */
export async function loadSqlite(): Promise<OpenSqlite> {
  try {
    const { default: initSqlJs } = await import("sql.js");
    return openSqliteWith(await initSqlJs({ locateFile: () => wasm }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UsageError(`What opens files of SQLite could not be loaded: ${reason}`);
  }
}
