/** The desk's long work, wherever it runs: an order about a dossier's briefing → its answer. */
import { stringify } from "yaml";
import { buildBriefing, type Survey, surveySlice } from "../../graph-data/briefing/briefing.ts";
import { composeBriefing } from "../../graph-data/briefing/compose.ts";
import type { BriefingDocument, Figure } from "../../graph-data/briefing/document.ts";
import type { FormId } from "../../graph-data/briefing/forms.ts";
import { writeMarkdown } from "../../graph-data/briefing/markdown.ts";
import { zipMarkdown } from "../../graph-data/briefing/markdown-archive.ts";
import type { Briefing } from "../../graph-data/briefing/model.ts";
import { checkWords, parseWords } from "../../graph-data/briefing/words.ts";
import { UsageError } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseAddress, type View } from "../../graph-data/lens/view.ts";
import type { Answer, Asking, Order, Placed } from "./messages.ts";
import { outlineBriefing } from "./outline.ts";

interface Surveyed {
  readonly address: string;
  readonly slice: Slice;
  readonly view: View;
  readonly survey: Survey;
}

export function createBriefer(narrative: NarrativeGraph, version: string): (order: Order) => Answer {
  let known: Surveyed | null = null;
  // Words change with every key, the view does not: what depends on it alone is found once.
  const survey = (address: string): Surveyed => {
    if (known?.address !== address) known = surveyAddress(address, narrative);
    return known;
  };
  const brief = ({ address, words, date, base }: Asking): Briefing => {
    const { slice, view, survey: found } = survey(address);
    const { compare, axis } = view;
    return buildBriefing(slice, { words, date, compare, axis, base: base ?? "", version }, found);
  };
  return (order) => answerSafely(order, () => answer(order, narrative, brief));
}

function surveyAddress(address: string, narrative: NarrativeGraph): Surveyed {
  const { lens, view, problems } = parseAddress(address, narrative);
  if (problems.length > 0) throw new UsageError("The view cannot be briefed on.", problems);
  const slice = sliceGraph(narrative, lens);
  return { address, slice, view, survey: surveySlice(slice, view) };
}

function answer(order: Order, narrative: NarrativeGraph, brief: (asking: Asking) => Briefing): Answer {
  switch (order.kind) {
    case "brief": {
      const briefing = brief(order.asking);
      return {
        kind: "briefed",
        document: compose(briefing, order.asking),
        outline: outlineBriefing(briefing),
        problems: placeProblems(order.asking.words, narrative),
      };
    }
    case "write": {
      const briefing = brief(order.asking);
      const document = compose(briefing, order.asking);
      return { kind: "written", document, content: writeForm(order.form, document, briefing) };
    }
    case "read": {
      const { words, problems } = parseWords(order.text, narrative);
      return words
        ? { kind: "read", words }
        : { kind: "refused", message: "These words cannot be used", problems };
    }
    case "save":
      return { kind: "saved", text: stringify(order.words, { lineWidth: 100 }) };
  }
}

function answerSafely(order: Order, run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof UsageError)
      return { kind: "refused", message: error.message, problems: error.problems };
    throw new Error(`${order.kind}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Every problem with the way to its field, which the desk needs to show it there. */
function placeProblems(words: Asking["words"], narrative: NarrativeGraph): Placed[] {
  return checkWords(words, narrative, (path) => JSON.stringify(path)).problems.map(({ path, message }) => ({
    path: JSON.parse(path === "" ? "[]" : path),
    message,
  }));
}

/** Without a server there are no pages for links to lead to; the original's address stays. */
function compose(briefing: Briefing, { base }: Asking): BriefingDocument {
  const document = composeBriefing(briefing);
  if (base !== null) return document;
  const blocks = document.blocks.map((block) =>
    block.kind === "evidence"
      ? { ...block, links: block.links.filter(({ href }) => /^https?:/i.test(href)) }
      : block,
  );
  return { ...document, blocks };
}

function writeForm(form: FormId, document: BriefingDocument, briefing: Briefing): string | Uint8Array {
  switch (form) {
    case "md":
      return writeMarkdown(document, inlineFigure);
    case "md-zip":
      return zipMarkdown(document);
    case "json":
      return `${JSON.stringify(briefing, null, 2)}\n`;
    case "html":
      // The page's own elements make it.
      return "";
    case "pdf":
    case "docx":
      throw new UsageError("PDF and Word are made by a server.");
  }
}

function inlineFigure({ svg }: Figure): string {
  const bytes = Array.from(new TextEncoder().encode(svg), (byte) => String.fromCharCode(byte));
  return `data:image/svg+xml;base64,${btoa(bytes.join(""))}`;
}
