/** Document → Markdown of the GitHub flavour. Text of a dossier comes out as text: what Markdown would read is escaped. */
import { runsOf } from "./citations.ts";
import type { Block, BriefingDocument, EvidenceEntry, Figure, Inline } from "./document.ts";

/** `picture`: where a figure's drawing is, an address or a path beside the file. */
export function writeMarkdown(document: BriefingDocument, picture: (figure: Figure) => string): string {
  const { title, date, author, handling, facts, blocks } = document;
  const by = [date, author].filter(Boolean).join(" · ");
  const head = [
    ...(handling === null ? [] : [`**${escapeMarkdown(handling)}**`]),
    `# ${escapeMarkdown(title)}`,
    ...(by === "" ? [] : [escapeMarkdown(by)]),
    facts.map(({ label, value }) => `- **${label}:** ${escapeMarkdown(value)}`).join("\n"),
  ];
  return `${[...head, ...blocks.map((block) => writeBlock(block, picture))].join("\n\n")}\n`;
}

function writeBlock(block: Block, picture: (figure: Figure) => string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "paragraph": {
      const words = writeInlines(block.content);
      if (block.role === "warning") return `> **Note:** ${words}`;
      return block.role === "note" ? `*${words}*` : words;
    }
    case "list":
      return block.items
        .map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${writeInlines(item)}`)
        .join("\n");
    case "table":
      return [
        `**${escapeMarkdown(block.caption)}**`,
        "",
        row(block.columns.map(({ label }) => escapeMarkdown(label))),
        row(block.columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
        ...block.rows.map((cells) => row(cells.map(writeInlines))),
      ].join("\n");
    case "figure": {
      const alt = escapeMarkdown(block.alt);
      return `![${alt}](${picture(block)})\n\n**Figure ${block.number}.** ${writeInlines(block.caption)}`;
    }
    case "facing":
      return [
        writeInlines(block.title),
        "",
        row(block.sides.map(({ label }) => escapeMarkdown(label))),
        row(["---", "---"]),
        row(block.sides.map(({ reads }) => writeInlines(reads))),
        row(block.sides.map(({ quotation }) => quote(quotation))),
      ].join("\n");
    case "evidence":
      return writeEvidence(block);
  }
}

/** An anchor of HTML, which GitHub keeps: citations lead to it. */
function writeEvidence(entry: EvidenceEntry): string {
  const { number, reads, quotation, remark, source, details, links } = entry;
  const lines = [
    `<a id="evidence-${number}"></a>**[${number}]** ${quote(quotation)}${remark ? ` *(${escapeMarkdown(remark)})*` : ""}`,
    escapeMarkdown(reads),
    escapeMarkdown([source, ...details].join(" · ")),
    links.map(({ text, href }) => writeLink(text, href)).join(" · "),
  ];
  return lines.join("  \n");
}

function quote(quotation: string | null): string {
  return quotation === null ? "*no quotation*" : `“${escapeMarkdown(quotation)}”`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join("");
}

function writeInline(inline: Inline): string {
  switch (inline.kind) {
    case "cite":
      return `\\[${runsOf(inline.numbers)
        .map(([first, last]) => (first === last ? cited(first) : `${cited(first)}–${cited(last)}`))
        .join(", ")}\\]`;
    case "link":
      return writeLink(inline.text, inline.href);
    case "text":
      return writeText(inline);
  }
}

function cited(number: number): string {
  return `[${number}](#evidence-${number})`;
}

function writeLink(text: string, href: string): string {
  return `[${escapeMarkdown(text)}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** Marks hold to the words: the space around them stays outside. */
function writeText({ text, strong, emphasis, code }: Extract<Inline, { kind: "text" }>): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === "") return text === "" ? "" : " ";
  if (code) return `${before}<code>${escapeMarkdown(words)}</code>${after}`;
  const marks = `${strong ? "**" : ""}${emphasis ? "*" : ""}`;
  return `${before}${marks}${escapeMarkdown(words)}${[...marks].reverse().join("")}${after}`;
}

/** What Markdown or GitHub would read as anything but text is escaped. Lines become one. */
export function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]!)
    .replace(/[\\`*_[\]|~$]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+#=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(https?|ftp|www|mailto|xmpp)([:.])/gi, "$1\\$2");
}
