/** The desk's long work, without its worker: orders and their answers. */
import { describe, expect, test } from "@jest/globals";
import { createBriefer } from "../../../client/briefing/briefer.ts";
import type { Asking, Briefed } from "../../../client/briefing/messages.ts";
import { firstDossierGraph } from "../../support/first-dossier.ts";

const NARRATIVE = firstDossierGraph();
const brief = createBriefer(NARRATIVE, "0.0.0-test");
const ASKING: Asking = { address: "family=blame", words: {}, date: undefined, base: "https://host/d/x" };

const briefed = (asking: Partial<Asking> = {}): Briefed => {
  const answer = brief({ kind: "brief", asking: { ...ASKING, ...asking } });
  if (answer.kind !== "briefed") throw new Error(JSON.stringify(answer));
  return answer;
};

const hrefs = ({ document }: Briefed) =>
  document.blocks.flatMap((block) => (block.kind === "evidence" ? block.links.map(({ href }) => href) : []));

describe("the desk's worker", () => {
  test("gives the document, and what can be written on", () => {
    const { document, outline, problems } = briefed({ words: { title: "T" } });
    expect(document.title).toBe("T");
    expect(outline.draft?.length).toBeGreaterThan(0);
    const cited = new Set(outline.evidence.map(({ statement }) => statement));
    for (const { statements } of outline.draft!) expect(statements.every((id) => cited.has(id))).toBe(true);
    expect(new Set(outline.shifts.map(({ tie }) => tie)).size).toBe(outline.shifts.length);
    expect(problems).toEqual([]);
    expect(briefed({ words: { bottomLine: "Mine." } }).outline.draft).toBeNull();
  });

  test("says where each problem is, and still gives a preview", () => {
    const words = {
      title: "x".repeat(301),
      judgements: [{ text: "Fine." }, { text: "Odd [@s999]." }],
      comments: { "putin~nobody~blame": "?" },
    };
    expect(briefed({ words }).problems).toEqual([
      { path: ["title"], message: "is longer than 300 characters" },
    ]);
    expect(briefed({ words: { ...words, title: "T" } }).problems).toEqual([
      { path: ["judgements", 1, "text"], message: 'there is no statement "s999" that could be cited' },
      { path: ["comments", "putin~nobody~blame"], message: "is no tie here; a tie is source~target~family" },
    ]);
  });

  test("without a server there are no links to pages of one", () => {
    expect(hrefs(briefed()).some((href) => href.startsWith("https://host/d/x"))).toBe(true);
    expect(hrefs(briefed({ base: null })).filter((href) => !/^https?:/.test(href))).toEqual([]);
  });

  test("refuses a lens that lets nothing through, and takes the next order", () => {
    const answer = brief({ kind: "brief", asking: { ...ASKING, address: "family=blame&voice=putin&q=zzz" } });
    expect(answer).toMatchObject({ kind: "refused", message: expect.stringMatching(/^Nothing matches/) });
    expect(briefed().kind).toBe("briefed");
  });

  test("reads words, tells line and column, and writes what it reads", () => {
    const broken = brief({ kind: "read", text: "title: Fine\njudgements:\n  - text: [unclosed\n" });
    expect(broken).toMatchObject({ kind: "refused" });
    expect(JSON.stringify(broken)).toMatch(/line \d+, column \d+/);
    const words = { title: "T: with a colon", bottomLine: "One [@s1].\n\n- two\n- three\n" };
    const saved = brief({ kind: "save", words });
    expect(saved.kind).toBe("saved");
    expect(brief({ kind: "read", text: saved.kind === "saved" ? saved.text : "" })).toEqual({
      kind: "read",
      words,
    });
  });

  test.each(["md", "md-zip", "json"] as const)("writes %s where there is no server", (form) => {
    const answer = brief({ kind: "write", form, asking: { ...ASKING, base: null } });
    expect(answer.kind === "written" && answer.content.length).toBeGreaterThan(1_000);
  });
});
