/** A table → a sheet of a workbook, in XML. */
import type { Cell, Table } from "./tables.ts";

/** Counts from 0, without the header. */
export interface Link {
  readonly row: number;
  readonly column: number;
  readonly url: string;
}

/** What a sheet holds at most: rows with the header taken off, characters of a cell, links and their length. */
export const LIMITS = { rows: 1_048_575, cell: 32_767, links: 65_530, url: 2_000 } as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const PLAIN = 0;
const BOLD = 1;
const LINKED = 2;

/** The relations say where links lead; `null` without links. */
export function writeSheet(
  { header, rows }: Table,
  links: readonly Link[],
): { readonly sheet: string; readonly relations: string | null } {
  const kept = links
    .filter(({ row, url }) => row < LIMITS.rows && url.length <= LIMITS.url)
    .slice(0, LIMITS.links);
  const linked = new Set(kept.map(({ row, column }) => cellName(row + 1, column)));
  const lines = [
    writeRow(header, 0, () => BOLD),
    ...rows
      .slice(0, LIMITS.rows)
      .map((cells, at) => writeRow(cells, at + 1, (name) => (linked.has(name) ? LINKED : PLAIN))),
  ];
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return {
    sheet: `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>${lines.join("\n")}</sheetData>${writeLinks(kept)}</worksheet>`,
    relations: kept.length === 0 ? null : writeTargets(kept),
  };
}

function writeRow(cells: readonly Cell[], row: number, styleOf: (name: string) => number): string {
  const written = cells.map((cell, column) => {
    if (cell === null || cell === "") return "";
    const name = cellName(row, column);
    const style = styleOf(name);
    const head = `<c r="${name}"${style === PLAIN ? "" : ` s="${style}"`}`;
    if (typeof cell === "number") return `${head}><v>${cell}</v></c>`;
    return `${head} t="inlineStr"><is><t xml:space="preserve">${writeText(cell)}</t></is></c>`;
  });
  return `<row r="${row + 1}">${written.join("")}</row>`;
}

/** `(0, 0)` → `A1`, `(1, 27)` → `AB2`. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Characters that XML cannot hold, written `_x0007_` as the format wants it; also what only looks like that. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

function writeText(text: string): string {
  const short = text.length > LIMITS.cell ? text.slice(0, LIMITS.cell) : text;
  return escapeXml(
    short
      .toWellFormed()
      .replace(UNSPEAKABLE, (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ESCAPES[one]!);
}

function writeLinks(links: readonly Link[]): string {
  if (links.length === 0) return "";
  const one = links.map(
    ({ row, column }, at) => `<hyperlink ref="${cellName(row + 1, column)}" r:id="rId${at + 1}"/>`,
  );
  return `<hyperlinks>${one.join("")}</hyperlinks>`;
}

function writeTargets(links: readonly Link[]): string {
  const one = links.map(
    ({ url }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/hyperlink" Target="${escapeXml(encodeUrl(url))}" TargetMode="External"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${one.join("")}</Relationships>`;
}

/** Spreadsheets refuse a whole workbook for one address that is none. */
function encodeUrl(url: string): string {
  return encodeURI(url.toWellFormed()).replaceAll("%25", "%").replace(/[[\]]/g, encodeURIComponent);
}
