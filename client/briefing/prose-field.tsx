/** A field of Markdown: citations are put in at the caret, and it says how many sentences have none. */
import type { ComponentChildren } from "preact";
import { countUncited } from "../../graph-data/briefing/cited.ts";
import { CitePicker } from "./cite-picker.tsx";
import { citeAt, type Insertion } from "./citing.ts";
import { useDesk } from "./desk-model.ts";
import { Wrong } from "./field.tsx";

interface ProseFieldProps {
  readonly id: string;
  readonly label: string;
  /** The name stands above it already. */
  readonly hidesLabel?: boolean;
  readonly rows: number;
  readonly value: string;
  readonly placeholder?: string;
  readonly problems: readonly string[];
  /** Whether each sentence should rest on something. */
  readonly asksForCitations?: boolean;
  readonly children?: ComponentChildren;
  onInput(text: string): void;
}

export function ProseField({ asksForCitations = true, children, ...props }: ProseFieldProps) {
  const { id, label, hidesLabel = false, rows, value, placeholder, problems, onInput } = props;
  const { citing } = useDesk();
  const open = citing.value === id;
  const uncited = asksForCitations ? countUncited(value) : 0;
  const leave = () => {
    citing.value = null;
    fieldOf(id)?.focus();
  };
  return (
    <div class="desk-field">
      <label for={id} class={hidesLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        value={value}
        placeholder={placeholder}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-wrong ${id}-uncited`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <div class="desk-prose-tools">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-cite`}
          aria-label={`Cite in: ${label}`}
          onClick={() => {
            citing.value = open ? null : id;
          }}
        >
          Cite …
        </button>
        {children}
        <span class="desk-uncited" id={`${id}-uncited`}>
          {uncited > 0 && (uncited === 1 ? "1 sentence cites nothing" : `${uncited} sentences cite nothing`)}
        </span>
      </div>
      {open && (
        <CitePicker
          id={`${id}-cite`}
          leave={leave}
          choose={(statement) => {
            const field = fieldOf(id);
            const insertion = field && citeAt(field.value, field.selectionEnd, statement);
            citing.value = null;
            if (insertion) insertText(id, insertion);
            else field?.focus();
          }}
        />
      )}
      <Wrong id={id} problems={problems} />
    </div>
  );
}

function fieldOf(id: string): HTMLTextAreaElement | null {
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** As if it were typed, so that the browser's own undo takes it back. */
export function insertText(id: string, { from, to, insert }: Insertion): void {
  const field = fieldOf(id);
  if (!field) return;
  field.focus();
  field.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, insert)) return;
  field.setRangeText(insert, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
