/** The briefing desk: the analyst's words on the left, the paper on the right, and the forms to take it away in. */
import "../styles/desk.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { describeLens } from "../../graph-data/display/words.ts";
import { Icon } from "../panels/icon.tsx";
import { useModel } from "../state/model.ts";
import { type DeskModel, DeskProvider, openDesk, useDesk } from "./desk-model.ts";
import { DeskForm } from "./form.tsx";
import { STYLE } from "./html-file.tsx";
import { loadWords } from "./load-words.ts";
import { PreviewPane } from "./preview.tsx";
import { TakeAway } from "./take-bar.tsx";
import { today } from "./today.ts";

export function Desk({ close }: { close(): void }) {
  const model = useModel();
  const [desk, setDesk] = useState<DeskModel | null>(null);
  useEffect(() => {
    const opened = openDesk(model, today);
    setDesk(opened.desk);
    return opened.close;
  }, [model]);
  if (!desk) return null;
  return (
    <DeskProvider value={desk}>
      <Frame close={close} />
    </DeskProvider>
  );
}

function Frame({ close }: { close(): void }) {
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  useModal(frame);
  useEscape(close);
  const { narrative, slice } = desk.model;
  const lens = describeLens(slice.value.lens, narrative);
  return (
    // No <dialog>: confirmations beside it must stay within reach, and it is printed.
    <div
      ref={frame}
      class="desk"
      role="dialog"
      aria-modal="true"
      aria-labelledby="desk-title"
      data-sheet={desk.sheet.value}
      {...takeDrops(desk)}
    >
      <link rel="stylesheet" href={STYLE} />
      <div class="desk-head">
        <h2 id="desk-title" tabIndex={-1}>
          Briefing
        </h2>
        <p class="faint" dir="auto" title={lens}>
          {lens}
        </p>
      </div>
      <Sheets />
      <TakeAway />
      <div class="desk-close">
        <button
          type="button"
          class="tool"
          aria-label="Close the briefing"
          title="Close (Esc)"
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <DeskForm />
      <PreviewPane />
    </div>
  );
}

/** Nothing behind it can be reached; what has the focus now gets it back. Confirmations stay. */
function useModal(frame: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const own = frame.current;
    if (!own) return;
    const behind = [...(own.parentElement?.children ?? [])].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element !== own && !element.matches("[role=status]"),
    );
    for (const element of behind) element.inert = true;
    own.querySelector<HTMLElement>("#desk-title")?.focus();
    return () => {
      for (const element of behind) element.inert = false;
    };
  }, [frame]);
}

/** Wherever the focus is: a control that goes away leaves it on the page. */
function useEscape(close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [close]);
}

const SHEETS = [
  ["write", "Words"],
  ["preview", "Preview"],
  ["take", "Download"],
] as const;

/** On narrow screens one of the three is seen at a time. */
function Sheets() {
  const { sheet } = useDesk();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="desk-sheets" role="group" aria-label="Show">
      {SHEETS.map(([id, label]) => (
        <button
          key={id}
          type="button"
          aria-pressed={sheet.value === id}
          onClick={() => {
            sheet.value = id;
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** A file that is dropped here holds words; elsewhere on the page it would be opened as a dossier. */
function takeDrops(desk: DeskModel) {
  const take = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    const [file] = event.dataTransfer.files;
    if (event.type === "drop" && file) void loadWords(desk, file);
  };
  return { onDragEnter: take, onDragOver: take, onDrop: take };
}
