/** One page that loads nothing, made where there is no server: what the preview shows, with its style inside. */
import { render } from "preact";
import type { BriefingDocument } from "../../graph-data/briefing/document.ts";
import { styleBriefing } from "../../graph-data/briefing/style.ts";
import { Article } from "./document.tsx";

export const STYLE = "/briefing.css";

/** Throws where the style sheet cannot be had. */
export async function writeHtmlFile(briefing: BriefingDocument): Promise<string> {
  const response = await fetch(STYLE);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const style = styleBriefing(await response.text(), briefing.running, briefing.handling);
  const page = document.implementation.createHTMLDocument(briefing.title);
  page.documentElement.lang = briefing.language;
  const policy = `default-src 'none'; style-src ${await sourceOf(style)}; base-uri 'none'; form-action 'none'`;
  page.head.prepend(
    meta(page, { charset: "utf-8" }),
    meta(page, { "http-equiv": "Content-Security-Policy", content: policy }),
    meta(page, { name: "viewport", content: "width=device-width, initial-scale=1" }),
    meta(page, { name: "color-scheme", content: "light" }),
    meta(page, { name: "generator", content: "Narrascope" }),
    ...(briefing.author === null ? [] : [meta(page, { name: "author", content: briefing.author })]),
  );
  const main = page.createElement("main");
  page.body.append(main);
  main.append(...drawArticle(briefing));
  // As an element it would have to obey the policy of this page. `styleBriefing` leaves no sign that ends it.
  const written = page.documentElement.outerHTML.replace("</head>", () => `<style>${style}</style>\n</head>`);
  return `<!doctype html>\n${written}\n`;
}

/** Drawn apart from the page, in one go. */
function drawArticle(briefing: BriefingDocument): ChildNode[] {
  const box = document.createElement("div");
  render(<Article document={briefing} />, box);
  return [...box.childNodes];
}

function meta(page: Document, attributes: Readonly<Record<string, string>>): HTMLMetaElement {
  const element = page.createElement("meta");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The style's digest; browsers compute none on pages that came without TLS from another machine. */
async function sourceOf(style: string): Promise<string> {
  if (!globalThis.crypto?.subtle) return "'unsafe-inline'";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
