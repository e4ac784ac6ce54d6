/** The styles of the document as the part of the file that holds them. */
import { FONT_FAMILY } from "../../fonts.ts";
import {
  ACCENT,
  BOLD,
  border,
  CHARACTERS,
  color,
  GREY,
  HAIR,
  INK,
  PARAGRAPHS,
  type Style,
  size,
  space,
} from "./style-list.ts";

const FONTS = `<w:rFonts w:ascii="${FONT_FAMILY}" w:hAnsi="${FONT_FAMILY}" w:eastAsia="${FONT_FAMILY}" w:cs="Arial"/>`;

const HEAD_ROW = `<w:tblStylePr w:type="firstRow"><w:rPr>${BOLD}</w:rPr><w:tcPr><w:tcBorders>${border("bottom", 8, 0, ACCENT)}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`;
const CELLS =
  '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';

const tableStyle = (id: string, name: string, borders: string) =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders>${CELLS}</w:tblPr>${HEAD_ROW}</w:style>`;

const TABLES = [
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
  tableStyle("BriefingTable", "Briefing Table", border("bottom", 4, 0, GREY) + border("insideH", 4, 0, HAIR)),
  tableStyle("FacingTable", "Facing Table", border("bottom", 4, 0, GREY) + border("insideV", 4, 0, HAIR)),
];

/** Names that Word has itself; others are marked as ours. */
const BUILT_IN =
  /^(?:Title|Subtitle|heading \d|List (?:Bullet|Number)|Quote|caption|footnote (?:text|reference)|endnote (?:text|reference)|header|footer|Hyperlink)$/;

function writeStyle(type: "paragraph" | "character", style: Style): string {
  const { id, name, next, paragraph, run } = style;
  const basedOn = style.basedOn ?? (type === "paragraph" ? "Normal" : "DefaultParagraphFont");
  const custom = BUILT_IN.test(name) ? "" : ' w:customStyle="1"';
  return [
    `<w:style w:type="${type}"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? "" : `<w:next w:val="${next}"/>`,
    '<w:uiPriority w:val="1"/><w:qFormat/>',
    paragraph === undefined ? "" : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? "" : `<w:rPr>${run}</w:rPr>`,
    "</w:style>",
  ].join("");
}

/** The part `word/styles.xml`. `language`: of the words that are ours. */
export function writeStyles(language: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${FONTS}${color(INK)}${size(20)}<w:lang w:val="${language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${space(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
    ...PARAGRAPHS.map((style) => writeStyle("paragraph", style)),
    ...CHARACTERS.map((style) => writeStyle("character", style)),
    ...TABLES,
    "</w:styles>",
  ].join("");
}
