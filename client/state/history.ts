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
  let timer: number | undefined;
  const write = (query: string, step: boolean) => {
    const url = `${win.location.pathname}${query === "" ? "" : `?${query}`}`;
    if (step) win.history.pushState(null, "", url);
    else win.history.replaceState(null, "", url);
  };
  let written = model.address.peek();
  let adjusting = false;
  const stop = effect(() => {
    const query = model.address.value;
    const goesOn = adjusting && model.state.value.adjusting;
    adjusting = model.state.value.adjusting;
    if (query === written) return;
    const step = !goesOn && withoutViewport(query) !== withoutViewport(written);
    written = query;
    win.clearTimeout(timer);
    if (step) write(query, true);
    else timer = win.setTimeout(() => write(query, false), REST);
  });
  const visit = () => {
    win.clearTimeout(timer);
    const { problems, ...address } = parseAddress(win.location.search, model.narrative);
    if (problems.length > 0) return;
    written = writeAddress(address, model.narrative);
    model.dispatch({ type: "visit", address });
  };
  win.addEventListener("popstate", visit);
  return () => {
    stop();
    win.clearTimeout(timer);
    win.removeEventListener("popstate", visit);
  };
}

function withoutViewport(query: string): string {
  return query
    .split("&")
    .filter((part) => !/^(zoom|theme)=/.test(part))
    .join("&");
}
