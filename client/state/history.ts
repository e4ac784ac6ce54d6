/**
 * State ⇄ address bar. What was looked at becomes a step of the browser's history; pan, zoom and dragging
 * replace the last.
 */
import { effect } from "@preact/signals";
import { parseAddress, writeAddress } from "../../graph-data/lens/view.ts";
import type { Model } from "./model.ts";

/** Milliseconds that a pan or zoom must rest before the address takes it up. */
const REST = 250;

/** Keeps the address bar and the model in step, both ways. Returns the way to stop. */
export function followAddress(model: Model, win: Window): () => void {
  const { bar: place } = model.place;
  const bar = writeLater(win, (query) => place.write(win.location, query));
  let written = model.address.peek();
  let adjusting = false;
  const stop = effect(() => {
    const query = model.address.value;
    const goesOn = adjusting && model.state.value.adjusting;
    adjusting = model.state.value.adjusting;
    if (query === written) return;
    const step = !goesOn && withoutViewport(query) !== withoutViewport(written);
    written = query;
    bar.write({ query, step });
  });
  const visit = () => {
    bar.forget();
    const { problems, ...address } = parseAddress(place.read(win.location), model.narrative);
    if (problems.length > 0) return;
    written = writeAddress(address, model.narrative);
    model.dispatch({ type: "visit", address });
  };
  win.addEventListener("popstate", visit);
  return () => {
    stop();
    bar.forget();
    win.removeEventListener("popstate", visit);
  };
}

interface Writing {
  readonly query: string;
  /** A step of its own; otherwise it replaces the last. */
  readonly step: boolean;
}

/** Writing an address costs a browser several milliseconds: the picture goes first. No step is left out. */
function writeLater(win: Window, addressOf: (query: string) => string) {
  let timer: number | undefined;
  let waiting: Writing | null = null;
  const forget = () => {
    win.clearTimeout(timer);
    waiting = null;
  };
  const writeNow = () => {
    if (!waiting) return;
    const { query, step } = waiting;
    forget();
    const url = addressOf(query);
    if (step) win.history.pushState(null, "", url);
    else win.history.replaceState(null, "", url);
  };
  return {
    forget,
    write({ query, step }: Writing) {
      if (step && waiting?.step) writeNow();
      const isStep = step || waiting?.step === true;
      forget();
      waiting = { query, step: isStep };
      timer = win.setTimeout(writeNow, isStep ? 0 : REST);
    },
  };
}

function withoutViewport(query: string): string {
  return query
    .split("&")
    .filter((part) => !/^(zoom|theme)=/.test(part))
    .join("&");
}
