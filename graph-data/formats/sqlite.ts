/** SQLite files are opened by a tool that is passed in: these sources load nothing, least of all WebAssembly. */

export type SqlValue = string | number | Uint8Array | null;

export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqliteFile {
  query(sql: string): SqlRow[];
  close(): void;
}

/** Throws where the bytes are no SQLite file. */
export type OpenSqlite = (bytes: Uint8Array) => SqliteFile;

/** What is used of sql.js once it is loaded. */
export interface SqlJs {
  readonly Database: new (
    bytes?: Uint8Array,
  ) => {
    prepare(sql: string): { step(): boolean; getAsObject(): Record<string, SqlValue>; free(): void };
    close(): void;
  };
}

/** `openSqliteWith(await initSqlJs())` is the tool. */
export function openSqliteWith({ Database }: SqlJs): OpenSqlite {
  return (bytes) => {
    const database = new Database(bytes);
    return {
      query(sql) {
        const statement = database.prepare(sql);
        const rows: SqlRow[] = [];
        while (statement.step()) rows.push(statement.getAsObject());
        statement.free();
        return rows;
      },
      close: () => database.close(),
    };
  };
}
