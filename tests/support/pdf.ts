/** Reads as much of a PDF as its tests need: no library, so that the oracle is not the writer's. */
import { spawnSync } from "node:child_process";
import { inflateSync } from "node:zlib";

/** The whole file as text: what stands open in it, and all compressed streams after each other. */
export function unpackPdf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const open = bytes.toString("latin1");
  const streams = [...open.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap(
    ({ index, 0: { length } }) => {
      const from = index + length;
      try {
        return [inflateSync(bytes.subarray(from, open.indexOf("endstream", from))).toString("latin1")];
      } catch {
        return [];
      }
    },
  );
  return [open, ...streams].join("\n");
}

/** Names of fonts, without the letters before `+` that tell subsets apart. */
export function fontsOf(unpacked: string): string[] {
  const names = [...unpacked.matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name!);
  return [...new Set(names)].sort();
}

export const hasPdftotext = spawnSync("pdftotext", ["-v"]).error === undefined;

/** The words in the order of reading, by poppler. */
export function textOf(pdf: Uint8Array): string {
  const { stdout, stderr, status } = spawnSync("pdftotext", ["-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
