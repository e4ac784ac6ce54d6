/** Taking the current view away: data from the API, under the same lens; the picture; the link. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Format } from "../../graph-data/formats/format.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";

export function ExportMenu() {
  const model = useModel();
  const { state, narrative, transient } = model;
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
  const lens = writeLens(state.value.lens, narrative);
  const href = (format: string) =>
    `/api/dossiers/${narrative.dossier.id}/graph?format=${format}${lens === "" ? "" : `&${lens}`}&download=1`;
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
          {formats.map(({ id, label, extension }) => (
            <a key={id} href={href(id)} download onClick={() => setOpen(false)}>
              <span>{label}</span>
              <span class="faint">.{extension}</span>
            </a>
          ))}
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              transient.notice.value = "Drawing the picture …";
              void import("../picture.ts")
                .then(({ savePicture }) => savePicture(model))
                .then((name) => {
                  transient.notice.value = `Saved ${name}`;
                })
                .catch((error: unknown) => {
                  transient.notice.value = `The picture could not be drawn: ${error instanceof Error ? error.message : error}`;
                });
            }}
          >
            <span>Picture with its legend</span>
            <span class="faint">.png</span>
          </button>
          <hr />
          <button
            type="button"
            onClick={() => {
              setOpen(false);
              // The address bar takes up a pan or zoom only after a moment.
              const query = model.address.peek();
              const link = `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}`;
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
