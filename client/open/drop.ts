/** Files from a disk onto a page: chosen or dropped, they are kept in the browser and opened by the page `/open`. */
import "../styles/drop.css";
import { keepFile } from "./kept.ts";

const OPENING_PAGE = "/open";
const INVITATION = "Drop the file to open it. It is read in this browser and sent nowhere.";
/** Milliseconds that a refusal is shown. */
const SHOWN_FOR = 5_000;

/** Takes files that are dropped anywhere on the page. */
export function acceptDrops(page: Document): void {
  const veil = page.createElement("div");
  veil.className = "drop-veil";
  veil.hidden = true;
  veil.setAttribute("role", "status");
  veil.textContent = INVITATION;
  page.body.append(veil);
  // Each element that the pointer crosses sends its own leaving.
  let depth = 0;
  const cover = (now: number) => {
    depth = Math.max(0, now);
    veil.hidden = depth === 0;
  };
  const on = (type: "dragenter" | "dragleave" | "dragover" | "drop", act: (event: DragEvent) => void) =>
    page.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      act(event);
    });
  on("dragenter", () => cover(depth + 1));
  on("dragleave", () => cover(depth - 1));
  on("dragover", () => undefined);
  on("drop", ({ dataTransfer }) => {
    cover(0);
    void openFiles(dataTransfer?.files, (words) => {
      veil.textContent = words;
      veil.hidden = false;
      setTimeout(() => {
        veil.textContent = INVITATION;
        veil.hidden = true;
      }, SHOWN_FOR);
    });
  });
}

/** Makes a button choose a file; `say`: where it is told what hinders. */
export function chooseFile(page: Document, say: (words: string) => void): void {
  const input = Object.assign(page.createElement("input"), { type: "file" });
  input.addEventListener("change", () => void openFiles(input.files, say));
  input.click();
}

/** Goes to the page that reads it. */
async function openFiles(files: FileList | null | undefined, say: (words: string) => void): Promise<void> {
  const [file, ...more] = files ?? [];
  if (!file) return;
  if (more.length > 0) {
    say("One file at a time can be opened.");
    return;
  }
  try {
    await keepFile(file);
    location.assign(OPENING_PAGE);
  } catch (error) {
    say(`This browser cannot keep the file: ${error instanceof Error ? error.message : error}`);
  }
}
