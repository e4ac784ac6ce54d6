/** The explorer's start, wherever its dossier comes from: a view of the address, the panels onto the page. */
import "./styles/tokens.css";
import "./styles/explorer.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import type { NarrativeGraph } from "../graph-data/graph/build.ts";
import { parseAddress, type Theme } from "../graph-data/lens/view.ts";
import { App } from "./panels/app.tsx";
import { keepFocus } from "./panels/focus-keeper.ts";
import { listenForKeys } from "./panels/page-keys.ts";
import { followDesk } from "./state/desk-address.ts";
import { followAddress } from "./state/history.ts";
import { createModel, ModelProvider } from "./state/model.ts";
import type { Place } from "./state/place.ts";
import { followTheme } from "./theme.ts";

/**
 * The model stays reachable as `narrascope` in the console, for those who measure or explore. Throws for an address
 * that asks for what the dossier does not have.
 */
export function startExplorer(
  root: HTMLElement,
  narrative: NarrativeGraph,
  { place, problems }: { readonly place: Place; readonly problems: number },
): void {
  const { problems: wrong, ...address } = parseAddress(place.bar.read(location), narrative);
  if (wrong.length > 0) throw new Error(wrong.map(({ path, message }) => `${path}: ${message}`).join("; "));
  const model = createModel(narrative, { address, problems, place, systemTheme: watchSystemTheme() });
  root.replaceChildren();
  render(
    <ModelProvider value={model}>
      <App />
    </ModelProvider>,
    root,
  );
  followAddress(model, window);
  followDesk(model, window);
  Object.assign(window, { narrascope: model });
  followTheme(model);
  listenForKeys(model, document);
  keepFocus(root);
}

function watchSystemTheme() {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const theme = signal<Theme>(query.matches ? "dark" : "light");
  query.addEventListener("change", () => {
    theme.value = query.matches ? "dark" : "light";
  });
  return theme;
}

/** What stands in the explorer's place while it opens, or where it cannot. */
export function showMessage(root: HTMLElement, text: string, ...more: Node[]): void {
  const paragraph = document.createElement("p");
  paragraph.className = "opening";
  paragraph.setAttribute("role", "status");
  paragraph.append(text, ...more);
  root.replaceChildren(paragraph);
}

export function showFailure(root: HTMLElement, error: unknown): void {
  const again = Object.assign(document.createElement("button"), { type: "button", textContent: "Try again" });
  again.addEventListener("click", () => location.reload());
  const reason = error instanceof Error ? error.message : String(error);
  showMessage(root, `The dossier could not be opened: ${reason}. `, again);
}
