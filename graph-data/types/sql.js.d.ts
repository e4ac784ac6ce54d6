/** sql.js brings no types; this is what is used of it. */
declare module "sql.js" {
  type SqlValue = string | number | Uint8Array | null;
  interface Database {
    run(sql: string, values?: readonly SqlValue[]): Database;
    prepare(sql: string): { step(): boolean; getAsObject(): Record<string, SqlValue>; free(): void };
    export(): Uint8Array;
    close(): void;
  }
  /** `locateFile` says where the WebAssembly lies. */
  export default function initSqlJs(options?: {
    locateFile?(name: string): string;
  }): Promise<{ readonly Database: new (bytes?: Uint8Array) => Database }>;
}
