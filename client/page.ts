/** Pages other than the explorer: their style; on the list of dossiers, opening a file. */
import "./styles/tokens.css";
import "./styles/page.css";
import { startDevReload } from "./dev-reload.ts";
import { acceptDrops, chooseFile } from "./open/drop.ts";

const opener = document.querySelector<HTMLElement>("[data-open-file]");
if (opener) {
  const status = opener.querySelector("[role=status]");
  opener.hidden = false;
  opener.querySelector("button")?.addEventListener("click", () => {
    chooseFile(document, (words) => {
      if (status) status.textContent = words;
    });
  });
  acceptDrops(document);
}
if (__DEV__) startDevReload();
