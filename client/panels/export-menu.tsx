/** Taking the current view away: the formats, under the same lens, and the link. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";

type List = typeof import("./export-list.tsx")["ExportList"];

export function ExportMenu() {
  const model = useModel();
  const [open, setOpen] = useState(false);
  const [List, setList] = useState<List | null>(null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys work from any of the entries
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (!open || !root.current) return;
        if (event.key === "Escape") {
          setOpen(false);
          root.current.querySelector("button")?.focus();
        } else if (!moveFocus(root.current, event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        class="tool words"
        aria-expanded={open}
        aria-controls="export"
        onClick={() => {
          setOpen(!open);
          // The list brings the writers of all formats along: nobody should wait for them to see a graph.
          void import("./export-list.tsx").then(({ ExportList }) => setList(() => ExportList));
        }}
      >
        Export ▾
      </button>
      {open && (
        <div class="menu-list" id="export">
          {List && <List onChosen={() => setOpen(false)} />}
          <hr />
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              // The address bar takes up a pan or zoom only after a moment.
              const link = model.place.bar.link(location, model.address.peek());
              void copyText(link, "Link to this view copied", model);
            }}
          >
            <span>Copy link to this view</span>
          </button>
        </div>
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** To another entry; in a choice the arrows choose. Whether it was a key of ours. */
function moveFocus(root: HTMLElement, { key, target }: KeyboardEvent): boolean {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (!step || target instanceof HTMLInputElement) return false;
  const entries = [...root.querySelectorAll<HTMLElement>("#export a, #export button")];
  entries[step(entries.indexOf(target as HTMLElement), entries.length - 1)]?.focus();
  return true;
}
