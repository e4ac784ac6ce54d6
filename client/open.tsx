/** The page `/open`: a file of this machine is read in the browser, reported on, and explored like any dossier. */
import "./styles/tokens.css";
import "./styles/open.css";
import { render } from "preact";
import { fillPage } from "../graph-data/formats/one-file.ts";
import { buildGraph } from "../graph-data/graph/build.ts";
import { loadDesk } from "./briefing/load.ts";
import { startDevReload } from "./dev-reload.ts";
import { acceptDrops } from "./open/drop.ts";
import { findKept, type Kept, keep } from "./open/kept.ts";
import { Opening } from "./open/opening.tsx";
import { showFailure, showMessage, startExplorer } from "./start.tsx";
import { IN_QUERY, type Place } from "./state/place.ts";

async function open(root: HTMLElement): Promise<void> {
  showMessage(root, "Looking for what was opened …");
  const kept = await findKept();
  if (kept?.opened && kept.explored) explore(root, kept);
  else {
    root.replaceChildren();
    render(<Opening kept={kept} explore={(read) => leaveFor(root, read)} />, root);
  }
  acceptDrops(document);
}

/** What cannot be kept can be explored all the same; a reload then reads the file again. */
async function leaveFor(root: HTMLElement, kept: Kept): Promise<void> {
  await keep({ ...kept, explored: true }).catch(() => undefined);
  render(null, root);
  try {
    explore(root, kept);
  } catch (error) {
    showFailure(root, error);
  }
}

function explore(root: HTMLElement, kept: Kept): void {
  const { opened } = kept;
  if (!opened) return;
  document.title = `${opened.dossier.title} – Narrascope`;
  startExplorer(root, buildGraph(opened.dossier), { place: placeOf(kept), problems: opened.problems.length });
}

/** No server knows the dossier; this one has pages of its own, and the explorer as a page. */
function placeOf(kept: Kept): Place {
  return {
    pages: null,
    data: null,
    site: true,
    bar: IN_QUERY,
    desk: loadDesk,
    explorer: async () => {
      const template = await fetchTemplate();
      return (dossier, address) => fillPage(template, dossier, address);
    },
    report: () => {
      void keep({ ...kept, explored: false }).then(() => location.assign("/open"));
    },
  };
}

async function fetchTemplate(): Promise<string> {
  const response = await fetch("/explorer.html");
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return response.text();
}

const root = document.getElementById("explorer");
if (root) open(root).catch((error: unknown) => showFailure(root, error));
if (__DEV__) startDevReload();
