/** The explorer as one file: its dossier and its opening view stand in the page, and nothing is asked of anybody. */
import type { Dossier } from "../graph-data/dossier/records.ts";
import { emptyPage, fillPage, SLOTS } from "../graph-data/formats/one-file.ts";
import { buildGraph } from "../graph-data/graph/build.ts";
import { showFailure, startExplorer } from "./start.tsx";
import { afterHash } from "./state/place.ts";

function open(root: HTMLElement): void {
  // Before anything is drawn: the page itself is what a part of it is taken away in.
  const template = emptyPage(`<!doctype html>\n${document.documentElement.outerHTML}\n`);
  const narrative = buildGraph(readSlot<Dossier>(SLOTS.dossier));
  const place = {
    pages: null,
    data: null,
    site: false,
    bar: afterHash(readSlot<string>(SLOTS.address)),
    explorer: async () => (dossier: Dossier, address: string) => fillPage(template, dossier, address),
  };
  startExplorer(root, narrative, { place, problems: 0 });
}

function readSlot<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

const root = document.getElementById("explorer");
try {
  if (root) open(root);
} catch (error) {
  if (root) showFailure(root, error);
}
