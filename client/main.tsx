/** The explorer of a dossier that the server holds. */
import type { Dossier } from "../graph-data/dossier/records.ts";
import { buildGraph } from "../graph-data/graph/build.ts";
import { loadDesk } from "./briefing/load.ts";
import { startDevReload } from "./dev-reload.ts";
import { acceptDrops } from "./open/drop.ts";
import { showFailure, showMessage, startExplorer } from "./start.tsx";
import { servedAt } from "./state/place.ts";

async function open(root: HTMLElement): Promise<void> {
  showMessage(root, "Opening the dossier …");
  const { dossier = "", source = "", problems } = root.dataset;
  const narrative = buildGraph(await fetchDossier(source));
  const place = { ...servedAt(dossier), desk: loadDesk };
  startExplorer(root, narrative, { place, problems: Number(problems ?? 0) });
}

async function fetchDossier(source: string): Promise<Dossier> {
  const response = await fetch(source, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return response.json();
}

const root = document.getElementById("explorer");
acceptDrops(document);
if (root) open(root).catch((error: unknown) => showFailure(root, error));
if (__DEV__) startDevReload();
