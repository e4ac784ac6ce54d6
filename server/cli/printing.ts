/** Output to somebody who may stop reading. */
import type { Writable } from "node:stream";

export type Print = (content: string | Uint8Array) => Promise<void>;

/**
 * Resolves when the content is handed over, and also when the reader has gone: `narrascope export … | head` is no
 * failure. Rejects when it cannot be written, as on a full disk.
 */
export function printTo(stream: Writable): Print {
  let gone = false;
  // It is told of by the callback, too.
  stream.on("error", () => undefined);
  return (content) =>
    new Promise((resolve, reject) => {
      if (gone) resolve();
      else
        stream.write(content, (error) => {
          gone ||= (error as NodeJS.ErrnoException | null | undefined)?.code === "EPIPE";
          if (error && !gone) reject(error);
          else resolve();
        });
    });
}
