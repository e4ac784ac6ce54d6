/**
 * A workbook for Excel, LibreOffice and their like (ECMA-376): the sheets statements, actors, ties and documents.
 * Text is written as text, so that nothing is a formula; a statement's document and a document's address are links.
 */

import type { Slice } from "../lens/slice.ts";
import { writeArchive } from "./archive.ts";
import type { Format } from "./format.ts";
import { listTableLosses } from "./table-losses.ts";
import {
  actorTable,
  documentTable,
  STATEMENT_COLUMNS,
  statementTable,
  type Table,
  tieTable,
} from "./tables.ts";
import { LIMITS, type Link, writeSheet } from "./xlsx-sheet.ts";

export const xlsx: Format = {
  id: "xlsx",
  label: "Workbook",
  group: "tables",
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  describe: "Statements, actors, ties and documents as sheets of a workbook, with links to the documents.",
  units: ["statements"],
  write(slice) {
    const sheets = [
      { table: statementTable(slice), links: linkStatements(slice) },
      { table: actorTable(slice), links: [] },
      { table: tieTable(slice), links: [] },
      { table: documentTable(slice, { texts: false }), links: linkDocuments(slice) },
    ];
    const written = sheets.map(({ table, links }) => writeSheet(table, links));
    return {
      content: writeArchive([
        ["[Content_Types].xml", contentTypes(sheets.length)],
        ["_rels/.rels", relations([[OFFICE, "officeDocument", "xl/workbook.xml"]])],
        ["xl/workbook.xml", workbook(sheets.map(({ table }) => table.name))],
        ["xl/_rels/workbook.xml.rels", workbookRelations(sheets.length)],
        ["xl/styles.xml", STYLES],
        ...written.flatMap(({ sheet, relations: links }, at): [string, string][] => [
          [`xl/worksheets/sheet${at + 1}.xml`, sheet],
          ...(links === null
            ? []
            : [[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, links] as [string, string]]),
        ]),
      ]),
      omitted: [
        ...listTableLosses(slice, ["texts", "documentFields"]),
        ...sheets.flatMap(({ table }) => listCuts(table)),
      ],
    };
  },
};

function linkStatements({ narrative, statements }: Slice): Link[] {
  const column = STATEMENT_COLUMNS.indexOf("document");
  return statements.flatMap(({ record }, row) => {
    const url = record.evidence.map(({ document }) => narrative.documents.get(document)?.url).find(Boolean);
    return url ? [{ row, column, url }] : [];
  });
}

function linkDocuments(slice: Slice): Link[] {
  const { header, rows } = documentTable(slice, { texts: false });
  const column = header.indexOf("url");
  return rows.flatMap((cells, row) => (cells[column] ? [{ row, column, url: String(cells[column]) }] : []));
}

function listCuts({ name, rows }: Table): string[] {
  const long = rows.flat().filter((cell) => typeof cell === "string" && cell.length > LIMITS.cell).length;
  const many = rows.length - LIMITS.rows;
  return [
    ...(long > 0 ? [`the ends of ${long} cells of ${name} beyond ${LIMITS.cell} characters`] : []),
    ...(many > 0 ? [`${many} rows of ${name} beyond ${LIMITS.rows}`] : []),
  ];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, "worksheet"));
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("styles", "styles")}${parts.join("")}</Types>`;
}

function relations(list: readonly (readonly [base: string, type: string, target: string])[]): string {
  const one = list.map(
    ([base, type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${one.join("")}</Relationships>`;
}

function workbookRelations(sheets: number): string {
  return relations([
    ...Array.from(
      { length: sheets },
      (_, at) => [OFFICE, "worksheet", `worksheets/sheet${at + 1}.xml`] as const,
    ),
    [OFFICE, "styles", "styles.xml"],
  ]);
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** Plain, bold for the header, and blue underlined for links. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" fontId="2" applyFont="1"/></cellXfs></styleSheet>`;
