/** The paper, as it stands now. Its citations lead to its own evidence, other links to a page beside this one. */
import { useDesk } from "./desk-model.ts";
import { Article } from "./document.tsx";

export function PreviewPane() {
  const { preview, behind } = useDesk();
  const now = preview.value;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: links are pressed with the keyboard, too
    <section
      class="desk-preview"
      aria-label="Preview"
      aria-busy={behind.value}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      onClick={(event) => followLink(event)}
    >
      {now.kind === "waiting" && (
        <p class="desk-empty" role="status">
          The briefing is being made …
        </p>
      )}
      {now.kind === "refused" && (
        <p class="desk-empty" role="status" dir="auto">
          {now.message}
        </p>
      )}
      {now.kind === "briefed" && <Article document={now.document} />}
    </section>
  );
}

function followLink(event: MouseEvent & { readonly currentTarget: HTMLElement }): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href");
  if (!link || !href) return;
  if (!href.startsWith("#")) {
    link.target = "_blank";
    return;
  }
  event.preventDefault();
  const pane = event.currentTarget;
  const goal = pane.querySelector<HTMLElement>(`#${CSS.escape(href.slice(1))}`);
  if (!goal) return;
  for (const one of pane.querySelectorAll(".desk-found")) one.classList.remove("desk-found");
  goal.classList.add("desk-found");
  goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  goal.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
