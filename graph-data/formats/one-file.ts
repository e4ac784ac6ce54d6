/** The page of the explorer as one file: a template with empty slots ⇄ a page that holds a dossier and a view. */
import type { Dossier } from "../dossier/records.ts";

/** Ids of the elements that hold JSON. */
export const SLOTS = { dossier: "dossier", address: "address" } as const;

const HOLDERS: readonly (readonly [open: string, close: string])[] = [
  ["<title>", "</title>"],
  ...Object.values(SLOTS).map((id) => [`<script type="application/json" id="${id}">`, "</script>"] as const),
];

/**
 * `template`: title, dossier and address empty, in this order, each once. What is put in can close no element and
 * cannot be taken for markup. Throws where the template has no such places.
 */
export function fillPage(template: string, dossier: Dossier, address: string): string {
  const values = [escapeText(`${dossier.title} – Narrascope`), escapeJson(dossier), escapeJson(address)];
  return replaceSlots(template, (at) => values[at]!);
}

/** The template that a page was made from. */
export function emptyPage(page: string): string {
  return replaceSlots(page, () => "");
}

function replaceSlots(page: string, write: (at: number) => string): string {
  let [done, rest] = ["", page];
  for (const [at, [open, close]] of HOLDERS.entries()) {
    const from = rest.indexOf(open) + open.length;
    const to = rest.indexOf(close, from);
    if (from < open.length || to === -1) throw new Error(`the page of the explorer has no ${open}`);
    done += rest.slice(0, from) + write(at);
    rest = rest.slice(to);
  }
  return done + rest;
}

/** `<` closes or opens nothing, and a line separator ends no line. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
