/** Bytes from a file → text, or what is wrong with them. */
import { errorAt, type Problem } from "../../graph-data/errors.ts";

export type Decoded =
  | { readonly text: string; readonly problems: readonly Problem[] }
  | { readonly problem: Problem };

/** UTF-8 alone. A byte order mark at the start is passed over. */
export function decodeText(bytes: Uint8Array, path: string): Decoded {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const message = `is not UTF-8 text: byte ${firstBadByte(bytes)} does not belong`;
    return { problem: errorAt(path, message) };
  }
}

/** Counted from 0. The replacement character stands where bytes were lost: there, written back, they differ. */
function firstBadByte(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at === -1 ? bytes.length : at;
}

/** What the format asks of a document's text beyond UTF-8. Nothing is changed: offsets count what is in the file. */
export function checkText(text: string, path: string): Problem[] {
  const problems: Problem[] = [];
  const warn = (message: string) => problems.push({ path, message, severity: "warning" });
  if (text.includes("\r")) warn("has CR LF or CR line ends; the format asks for LF");
  if (text.normalize("NFC") !== text) warn("is not in Unicode normal form C, which the format asks for");
  return problems;
}
