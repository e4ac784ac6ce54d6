/** Taking the current view away: the formats, under the same lens, and the link. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Format } from "../../graph-data/formats/format.ts";
import { useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";
import { ExportEntry } from "./export-entry.tsx";

export function ExportMenu() {
  const model = useModel();
  const [open, setOpen] = useState(false);
  const [formats, setFormats] = useState<readonly Format[]>([]);
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
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from any of its entries
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        root.current?.querySelector("button")?.focus();
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
          // The table of formats brings their writers along: nobody should wait for them to see a graph.
          void import("../../graph-data/formats/index.ts").then(({ FORMATS }) => setFormats(FORMATS));
        }}
      >
        Export ▾
      </button>
      {open && (
        <div class="menu-list" id="export">
          <p class="faint">What the lens lets through:</p>
          {formats.map((format) => (
            <ExportEntry key={format.id} format={format} onChosen={() => setOpen(false)} />
          ))}
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
