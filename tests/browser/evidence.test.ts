/** Evidence first: whatever is chosen in the first dossier, the reader shows words that are in the document. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { Dossier } from "../../graph-data/dossier/records.ts";
import { DOSSIER, eventually, useStage } from "../support/browser.ts";
import { type Explorer, openExplorer } from "../support/explorer.ts";

const FOLDER = new URL(`../../graph-data/dossiers/${DOSSIER}/`, import.meta.url);
const dossier: Dossier = JSON.parse(readFileSync(new URL("dossier.json", FOLDER), "utf8"));
const texts = new Map(
  dossier.documents.map(({ id, file, text }) => [
    id,
    text ?? readFileSync(new URL(file ?? "", FOLDER), "utf8"),
  ]),
);
const words = new Map(
  dossier.statements.map(({ id, evidence }) => [id, evidence.map(({ exact }) => exact ?? "")]),
);
const EVERYTHING = "modality=asserted,insinuated,reported,hypothetical,desired";

const stage = useStage();

interface Passage {
  readonly before: string;
  readonly quotation: string;
  readonly after: string;
}

/** The quotations of the reader, each with what stands around it in its paragraph. */
function readPassages({ page }: Explorer): Promise<Passage[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("#reader blockquote")].map((block) => {
      const mark = block.querySelector("mark");
      const around = (step: "previousSibling" | "nextSibling") => {
        const parts: string[] = [];
        for (let node = mark?.[step]; node; node = node[step]) parts.push(node.textContent ?? "");
        return step === "nextSibling" ? parts.join("") : parts.reverse().join("");
      };
      return {
        before: around("previousSibling").replace(/^… /, ""),
        quotation: mark?.textContent ?? "",
        after: around("nextSibling").replace(/ …$/, ""),
      };
    }),
  );
}

async function expectQuotations(explorer: Explorer, statements: readonly string[]): Promise<void> {
  const expected = statements.flatMap((id) => words.get(id) ?? []);
  const passages = await eventually(async () => {
    const found = await readPassages(explorer);
    expect(found.map(({ quotation }) => quotation)).toEqual(expected);
    return found;
  });
  for (const { before, quotation, after } of passages) {
    expect([...texts.values()].some((text) => text.includes(before + quotation + after))).toBe(true);
  }
}

describe("the reader", () => {
  test("opens the words of every line, with what stands around them", async () => {
    const explorer = await openExplorer(stage, EVERYTHING);
    const lines = await explorer.lines();
    expect(lines.flatMap(({ statements }) => statements)).toHaveLength(dossier.statements.length);
    for (const { id, statements } of lines) {
      await explorer.visit(`${EVERYTHING}&select=${id}`);
      await expectQuotations(explorer, statements);
    }
  });

  test("opens the words of every statement, and shows the whole paragraph on demand", async () => {
    const explorer = await openExplorer(stage, EVERYTHING);
    for (const { id } of dossier.statements) {
      await explorer.visit(`select=${id}`);
      await expectQuotations(explorer, [id]);
    }
    const { page } = explorer;
    const long = dossier.statements.find(({ evidence: [piece] }) => {
      const text = texts.get(piece!.document)!;
      return piece!.start! > text.indexOf("\n\n") + 400;
    })!;
    await explorer.visit(`select=${long.id}`);
    await page.getByRole("button", { name: "whole paragraph" }).first().click();
    const [passage] = await eventually(async () => {
      const found = await readPassages(explorer);
      expect(found[0]!.before.length + found[0]!.after.length).toBeGreaterThan(220);
      return found;
    });
    const paragraphs = [...texts.values()].flatMap((text) => text.split(/\n\s*\n/));
    const { before, quotation, after } = passage!;
    expect(paragraphs.map((paragraph) => paragraph.trim())).toContain((before + quotation + after).trim());
  });

  test("links each quotation to its place in the whole text", async () => {
    const explorer = await openExplorer(stage, `select=${dossier.statements[3]!.id}`);
    await explorer.page.locator("#reader .place a").first().click();
    await eventually(() => expect(explorer.page.url()).toContain(`/read/`));
    const anchor = decodeURIComponent(new URL(explorer.page.url()).hash.slice(1));
    const target = explorer.page.locator(`[id="${anchor}"]`);
    await target.first().waitFor({ state: "attached" });
    const marked = (await explorer.page.locator("mark").allTextContents()).join(" ");
    const [first] = words.get(dossier.statements[3]!.id)!;
    expect(marked).toContain(first!.split(" ").slice(0, 2).join(" "));
    expect(await target.first().evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(800);
  });
});
