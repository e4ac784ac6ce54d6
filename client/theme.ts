/** The theme of the address, on the page; without one, the system's. */
import { effect } from "@preact/signals";
import type { Model } from "./state/model.ts";

export function followTheme({ state }: Model): () => void {
  return effect(() => {
    const { theme } = state.value.view;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  });
}
