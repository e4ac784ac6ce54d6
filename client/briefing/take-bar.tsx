/** The forms of the briefing, a button each. */
import { FORM_FACTS, type FormFacts } from "../../graph-data/briefing/forms.ts";
import { useDesk } from "./desk-model.ts";
import { takeForm } from "./take-away.ts";

export function TakeAway() {
  const desk = useDesk();
  const { making, preview, model } = desk;
  const now = making.value;
  const isThere = preview.value.kind === "briefed";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="desk-take" role="group" aria-label="Download">
      <p class="desk-making" role="status">
        {now && <span>{now.form.label}: being made …</span>}
      </p>
      {now && (
        <button type="button" class="quiet" onClick={() => now.stop()}>
          Cancel
        </button>
      )}
      {FORM_FACTS.map((form) => (
        <FormButton
          key={form.id}
          form={form}
          absent={!isThere}
          busy={now !== null}
          missing={form.serverOnly === true && model.place.data === null}
          take={() => void takeForm(desk, form)}
        />
      ))}
      <div class="desk-form-entry">
        <button type="button" disabled={!isThere} aria-describedby="desk-what-print" onClick={() => print()}>
          Print
        </button>
        <span class="what" id="desk-what-print">
          The preview, on the paper of your printer.
        </span>
      </div>
    </div>
  );
}

interface FormButtonProps {
  readonly form: FormFacts;
  /** There is nothing to make it of. */
  readonly absent: boolean;
  /** Another is being made. The button keeps the focus meanwhile. */
  readonly busy: boolean;
  /** Nothing here can make it. */
  readonly missing: boolean;
  take(): void;
}

function FormButton({ form, absent, busy, missing, take }: FormButtonProps) {
  const { remark } = useDesk().model.transient;
  const { id, label, describe } = form;
  const explain = () => {
    remark.value = {
      title: `${label} is made by a server`,
      lines: [
        "This file was opened in the browser, and nothing of it is sent anywhere.",
        "Start the program with the file, npm start -- path/to/file, and write the briefing there; “Download words” takes your words along.",
        "Here it can be printed, also into a PDF file, and saved as HTML, Markdown and JSON.",
      ],
    };
  };
  return (
    <div class="desk-form-entry">
      <button
        type="button"
        class={missing ? "missing" : id === "pdf" ? "strong" : undefined}
        disabled={absent && !missing}
        aria-disabled={busy && !missing}
        title={missing ? "Made by a server" : describe}
        aria-describedby={`desk-what-${id}`}
        onClick={missing ? explain : take}
      >
        {label}
      </button>
      <span class="what" id={`desk-what-${id}`}>
        {missing ? "Made by a server: how, it says when pressed." : describe}
      </span>
    </div>
  );
}
