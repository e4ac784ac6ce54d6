/** How each style of the document looks, as WordprocessingML. Sizes of letters in half points, lengths in twips. */
export const INK = "1D2025";
export const GREY = "595959";
export const HAIR = "BFBFBF";
export const ACCENT = "0B57C2";
const TINT = "EEF3FB";

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Properties of the paragraph and of its letters, in the order that the schema wants. */
  readonly paragraph?: string;
  readonly run?: string;
}

export const space = (before: number, after: number, line = 259) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const indent = (left: number, hanging = 0) => `<w:ind w:left="${left}" w:hanging="${hanging}"/>`;
export const border = (side: string, size: number, gap: number, color: string) =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="${gap}" w:color="${color}"/>`;
const frame = (...borders: string[]) => `<w:pBdr>${borders.join("")}</w:pBdr>`;
const tabAt = (position: number) => `<w:tabs><w:tab w:val="left" w:pos="${position}"/></w:tabs>`;
export const color = (value: string) => `<w:color w:val="${value}"/>`;
export const size = (value: number) => `<w:sz w:val="${value}"/><w:szCs w:val="${value}"/>`;
const level = (value: number) => `<w:outlineLvl w:val="${value}"/>`;
export const BOLD = "<w:b/><w:bCs/>";
const KEEP = "<w:keepNext/><w:keepLines/>";

export const PARAGRAPHS: readonly Style[] = [
  {
    id: "Title",
    name: "Title",
    next: "Subtitle",
    paragraph: KEEP + space(0, 80, 240),
    run: BOLD + color(INK) + size(40),
  },
  {
    id: "Subtitle",
    name: "Subtitle",
    next: "Normal",
    paragraph: KEEP + space(0, 160),
    run: color(GREY) + size(20),
  },
  { id: "Fact", name: "Fact", paragraph: tabAt(1247) + space(0, 40) + indent(1247, 1247), run: size(19) },
  {
    id: "Heading1",
    name: "heading 1",
    next: "Normal",
    paragraph: KEEP + space(400, 120, 240) + level(0),
    run: BOLD + color(ACCENT) + size(30),
  },
  {
    id: "Heading2",
    name: "heading 2",
    next: "Normal",
    paragraph: KEEP + space(280, 80, 240) + level(1),
    run: BOLD + color(INK) + size(23),
  },
  {
    id: "Heading3",
    name: "heading 3",
    next: "Normal",
    paragraph: KEEP + space(200, 80, 240) + level(2),
    run: color(INK) + size(20),
  },
  { id: "Lead", name: "Lead", paragraph: space(0, 120, 269), run: size(23) },
  {
    id: "Warning",
    name: "Warning",
    paragraph: `<w:keepLines/>${frame(border("top", 4, 4, TINT), border("left", 24, 8, ACCENT), border("bottom", 4, 4, TINT))}<w:shd w:val="clear" w:color="auto" w:fill="${TINT}"/>${space(120, 200)}<w:ind w:left="227" w:right="0"/>`,
  },
  { id: "Note", name: "Note", paragraph: space(0, 120), run: color(GREY) + size(17) },
  { id: "ListBullet", name: "List Bullet", paragraph: space(0, 80) + indent(340, 340) },
  { id: "ListNumber", name: "List Number", paragraph: space(0, 80) + indent(340, 340) },
  {
    id: "Quote",
    name: "Quote",
    next: "Normal",
    paragraph: `${space(60, 120)}<w:ind w:left="567" w:right="567"/>`,
  },
  {
    id: "Figure",
    name: "Figure",
    next: "Caption",
    paragraph: `${KEEP + space(120, 80, 240)}<w:jc w:val="center"/>`,
  },
  {
    id: "Caption",
    name: "caption",
    next: "Normal",
    paragraph: `<w:keepLines/>${space(0, 240)}`,
    run: size(18),
  },
  {
    id: "TableCaption",
    name: "Table Caption",
    basedOn: "Caption",
    paragraph: KEEP + space(160, 100),
    run: BOLD,
  },
  { id: "TableText", name: "Table Text", paragraph: space(0, 0, 240), run: size(18) },
  { id: "TableHead", name: "Table Head", basedOn: "TableText", paragraph: KEEP, run: BOLD },
  { id: "TableQuote", name: "Table Quote", basedOn: "TableText" },
  { id: "TableQuoteRight", name: "Table Quote Right", basedOn: "TableQuote", paragraph: "<w:bidi/>" },
  { id: "AfterTable", name: "After Table", paragraph: space(0, 0, 160), run: size(8) },
  {
    id: "EvidenceClaim",
    name: "Evidence Claim",
    next: "EvidenceQuote",
    paragraph: KEEP + tabAt(567) + space(160, 20, 240) + indent(567, 567),
    run: size(18),
  },
  {
    id: "EvidenceQuote",
    name: "Evidence Quote",
    basedOn: "Quote",
    next: "EvidenceSource",
    paragraph: `${KEEP + space(0, 20)}<w:ind w:left="567" w:right="0"/>`,
  },
  {
    id: "EvidenceQuoteRight",
    name: "Evidence Quote Right",
    basedOn: "EvidenceQuote",
    next: "EvidenceSource",
    paragraph: '<w:bidi/><w:ind w:left="0" w:right="567"/>',
  },
  {
    id: "EvidenceSource",
    name: "Evidence Source",
    paragraph: `<w:keepLines/>${space(0, 0, 240)}<w:ind w:left="567"/>`,
    run: color(GREY) + size(16),
  },
  {
    id: "FootnoteText",
    name: "footnote text",
    paragraph: tabAt(340) + space(0, 20, 240) + indent(340, 340),
    run: size(16),
  },
  { id: "EndnoteText", name: "endnote text", paragraph: space(0, 20, 240), run: size(16) },
  {
    id: "Header",
    name: "header",
    paragraph: frame(border("bottom", 4, 4, HAIR)) + space(0, 120, 240),
    run: color(GREY) + size(17),
  },
  {
    id: "Footer",
    name: "footer",
    paragraph: frame(border("top", 4, 4, HAIR)) + space(120, 0, 240),
    run: color(GREY) + size(17),
  },
  {
    id: "Handling",
    name: "Handling",
    paragraph: `${space(0, 40, 240)}<w:jc w:val="right"/>`,
    run: BOLD + color("000000") + size(24),
  },
];

export const CHARACTERS: readonly Style[] = [
  { id: "Hyperlink", name: "Hyperlink", run: `${color(ACCENT)}<w:u w:val="single"/>` },
  {
    id: "FootnoteReference",
    name: "footnote reference",
    run: `${color(ACCENT)}<w:vertAlign w:val="baseline"/>`,
  },
  { id: "EndnoteReference", name: "endnote reference", run: color(ACCENT) },
  { id: "Citation", name: "Citation", run: color(ACCENT) },
  { id: "EvidenceNumber", name: "Evidence Number", run: BOLD + color(ACCENT) },
  { id: "Remark", name: "Remark", run: `<w:i/><w:iCs/>${color(INK)}` },
  {
    id: "Code",
    name: "Code",
    run: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
  },
];
