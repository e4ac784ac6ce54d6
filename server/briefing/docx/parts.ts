/** Parts of the file that docx would fill with clock and defaults: properties and fonts. */

import type { BriefingDocument } from "../../../graph-data/briefing/document.ts";
import { textTag } from "../../../graph-data/display/picture-xml.ts";
import { FONT_FAMILY } from "../../fonts.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The date of a document that has none; also the earliest that its archive can say. */
const NO_DATE = "1980-01-01";

/** The part `docProps/core.xml`. */
export function writeProperties({ title, running, author, date, language }: BriefingDocument): string {
  const moment = `${/^\d{4}-\d\d-\d\d$/.test(date ?? "") ? date : NO_DATE}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    HEAD,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    textTag("dc:title", {}, title),
    textTag("dc:subject", {}, running),
    author === null ? "" : textTag("dc:creator", {}, author),
    stamp("created"),
    stamp("modified"),
    `<dc:language>${language}</dc:language>`,
    "</cp:coreProperties>",
  ].join("");
}

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The part `word/fontTable.xml`: what to take where our font is not installed. */
export function writeFontTable(): string {
  return [
    HEAD,
    `<w:fonts xmlns:w="${NAMESPACE}"><w:font w:name="${FONT_FAMILY}"><w:altName w:val="Segoe UI"/>`,
    '<w:panose1 w:val="020B0502040504020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>',
    "</w:font></w:fonts>",
  ].join("");
}
