/** A briefing as PDF, set by Typst, which is loaded when a PDF is first asked for: its binary is not there for every machine. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { BriefingDocument } from "../../graph-data/briefing/document.ts";
import { UnavailableError } from "../../graph-data/errors.ts";
import { FAMILIES, type Fonts, readFonts } from "../fonts.ts";
import { findPackage } from "../root.ts";
import { prepareDrawing } from "./drawing.ts";
import type { Paper } from "./forms.ts";
import { prepareInput } from "./pdf-input.ts";

export interface PdfOptions {
  readonly paper?: Paper;
}

/**
 * Tagged, as PDF/UA-1 where every letter has a shape in our fonts, else without that claim. The same document gives the same
 * bytes. Synchronous: half a second of work and more for the thread that calls it.
 */
export function writePdf(document: BriefingDocument, { paper = "a4" }: PdfOptions = {}): Uint8Array {
  setting ??= prepareSetting();
  const { compiler, fonts, template } = setting;
  const input = prepareInput(document, paper, (svg) => prepareDrawing(svg, fonts.hasAll));
  try {
    return compile(compiler, template, {
      briefing: JSON.stringify(input),
      fonts: JSON.stringify(FAMILIES),
    });
  } finally {
    // What Typst remembers of a document is as large as the document, and hardly ever asked for again.
    compiler.evictCache(0);
  }
}

interface Setting {
  readonly compiler: NodeCompiler;
  readonly fonts: Fonts;
  readonly template: string;
}

let setting: Setting | null = null;

function prepareSetting(): Setting {
  const { NodeCompiler } = loadTypst();
  const views = join(findPackage(import.meta.url).root, "views");
  const fonts = readFonts();
  const compiler = NodeCompiler.create({
    workspace: views,
    fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }],
  });
  return { compiler, fonts, template: readFileSync(join(views, "briefing.typ"), "utf8") };
}

function loadTypst(): typeof import("@myriaddreamin/typst-ts-node-compiler") {
  try {
    return createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    throw new UnavailableError(
      "No PDF can be made on this kind of machine; the briefing can be taken as HTML, Word or Markdown.",
    );
  }
}

function compile(compiler: NodeCompiler, template: string, inputs: Record<string, string>): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const document = compiled.result;
  if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1" });
  } catch {
    return compiler.pdf(document);
  }
}
