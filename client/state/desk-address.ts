/** The desk ⇄ `#briefing` behind the address: a link opens it, a reload keeps it open. */
import { effect } from "@preact/signals";
import type { Model } from "./model.ts";

const HASH = "#briefing";

/** Where the view itself stands behind the hash, there is no desk. Returns the way to stop. */
export function followDesk({ place, transient: { desk } }: Model, win: Window): () => void {
  if (!place.desk) return () => {};
  const read = () => {
    if (win.location.hash === HASH) desk.value = true;
  };
  read();
  const stop = effect(() => {
    const { pathname, search, hash } = win.location;
    if (desk.value !== (hash === HASH))
      win.history.replaceState(null, "", `${pathname}${search}${desk.value ? HASH : ""}`);
  });
  win.addEventListener("hashchange", read);
  return () => {
    stop();
    win.removeEventListener("hashchange", read);
  };
}
