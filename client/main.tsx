/** The explorer's start: dossier from the server, address from the bar, the panels onto the page. */
import "./styles/tokens.css";
import "./styles/explorer.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import type { Dossier } from "../graph-data/dossier/records.ts";
import { buildGraph } from "../graph-data/graph/build.ts";
import { parseAddress, type Theme } from "../graph-data/lens/view.ts";
import { startDevReload } from "./dev-reload.ts";
import { App } from "./panels/app.tsx";
import { keepFocus } from "./panels/focus-keeper.ts";
import { listenForKeys } from "./panels/page-keys.ts";
import { followAddress } from "./state/history.ts";
import { createModel, ModelProvider } from "./state/model.ts";
import { followTheme } from "./theme.ts";

/** The model stays reachable as `narrascope` in the console, for those who measure or explore. */
async function start(root: HTMLElement): Promise<void> {
  root.replaceChildren(message("Opening the dossier …"));
  const narrative = buildGraph(await fetchDossier(root.dataset.source ?? ""));
  const { problems, ...address } = parseAddress(location.search, narrative);
  if (problems.length > 0)
    throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("; "));
  const model = createModel(narrative, {
    address,
    problems: Number(root.dataset.problems ?? 0),
    systemTheme: watchSystemTheme(),
  });
  root.replaceChildren();
  render(
    <ModelProvider value={model}>
      <App />
    </ModelProvider>,
    root,
  );
  followAddress(model, window);
  Object.assign(window, { narrascope: model });
  followTheme(model);
  listenForKeys(model, document);
  keepFocus(root);
}

async function fetchDossier(source: string): Promise<Dossier> {
  const response = await fetch(source, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return response.json();
}

function watchSystemTheme() {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const theme = signal<Theme>(query.matches ? "dark" : "light");
  query.addEventListener("change", () => {
    theme.value = query.matches ? "dark" : "light";
  });
  return theme;
}

function message(text: string, ...more: Node[]): HTMLElement {
  const paragraph = document.createElement("p");
  paragraph.className = "opening";
  paragraph.setAttribute("role", "status");
  paragraph.append(text, ...more);
  return paragraph;
}

function fail(root: HTMLElement, error: unknown): void {
  const again = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
  again.addEventListener("click", () => location.reload());
  const reason = error instanceof Error ? error.message : String(error);
  root.replaceChildren(message(`The dossier could not be opened: ${reason}. `, again));
}

const root = document.getElementById("explorer");
if (root) start(root).catch((error: unknown) => fail(root, error));
if (__DEV__) startDevReload();
