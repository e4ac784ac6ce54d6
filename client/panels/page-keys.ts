/** Keys that work anywhere on the page, unless something is being typed. */
import type { Model } from "../state/model.ts";
import { goToStep } from "./story.tsx";

/** Listens until the function it gives back is called. */
export function listenForKeys(model: Model, document: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || model.transient.desk.peek() || isTyping(event.target)) return;
    if (event.key === " " && isPressable(event.target)) return;
    const act = actionOf(event, model, document);
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox], [type=radio]), select, textarea")
  );
}

/** The space bar presses what has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("button, summary, a, input");
}

function actionOf(event: KeyboardEvent, model: Model, document: Document): (() => void) | undefined {
  const { transient, dispatch } = model;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === "z") return () => dispatch({ type: event.shiftKey ? "redo" : "undo" });
    return event.key.toLowerCase() === "y" ? () => dispatch({ type: "redo" }) : undefined;
  }
  if (event.altKey || transient.help.peek()) return undefined;
  const press = (name: string) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
  const shortcut = (key: string) =>
    document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)?.click();
  const { story } = model.state.peek().view;
  const telling: Readonly<Record<string, () => void>> =
    story === undefined
      ? {}
      : {
          PageDown: () => goToStep(model, story + 1),
          PageUp: () => goToStep(model, story - 1),
          ArrowRight: () => goToStep(model, story + 1),
          ArrowLeft: () => goToStep(model, story - 1),
        };
  const keys: Readonly<Record<string, () => void>> = {
    "/": () => document.querySelector<HTMLInputElement>("#search")?.focus(),
    "?": () => {
      transient.help.value = true;
    },
    g: () => document.querySelector<HTMLElement>(".graph")?.focus(),
    ...telling,
    c: () => shortcut("c"),
    s: () => shortcut("s"),
    d: () => shortcut("d"),
    f: () => press("Fit what is shown"),
    t: () => {
      transient.table.value = !transient.table.peek();
    },
    b: () => {
      transient.filters.value = !transient.filters.peek();
    },
    r: () => dispatch({ type: "reset" }),
    " ": () => {
      transient.playing.value = !transient.playing.peek();
    },
    Escape: () => {
      if (transient.table.peek()) transient.table.value = false;
      else dispatch({ type: "select", entries: [] });
    },
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
