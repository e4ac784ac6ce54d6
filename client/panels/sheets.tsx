/** On narrow screens filters and reader are sheets over the lower part of the graph; this bar opens them. */
import { countWords } from "../../graph-data/display/words.ts";
import { useModel } from "../state/model.ts";
import { resolveSubject, type Subject } from "../state/selection.ts";
import { countWindows } from "../state/shown.ts";
import { BriefingButton } from "./briefing-desk.tsx";
import { CompareButton } from "./compare-tools.tsx";
import { StoryButton } from "./story.tsx";

export function SheetBar() {
  const { transient, shown, compared, state } = useModel();
  const { sheet } = transient;
  const button = (name: "filters" | "reader", label: string) => (
    <button
      type="button"
      aria-expanded={sheet.value === name}
      aria-controls={name}
      onClick={() => {
        sheet.value = sheet.value === name ? "none" : name;
      }}
    >
      {label}
    </button>
  );
  return (
    <nav class="sheet-bar" aria-label="Panels">
      {button("filters", "Filters")}
      <span class="faint sheet-subject" dir="auto">
        {subjectWords(resolveSubject(shown.value, state.value.view.select)) ??
          (compared.value
            ? countWindows(compared.value)
            : countWords(shown.value.statements.length, "statement"))}
      </span>
      <CompareButton />
      <StoryButton />
      <BriefingButton />
      {button("reader", "Reader")}
    </nav>
  );
}

/** What is selected, in few words; the reader's button stands beside it. */
function subjectWords(subject: Subject): string | null {
  switch (subject.kind) {
    case "nothing":
      return null;
    case "actor":
      return subject.actor.label;
    case "statement":
      return "1 statement";
    case "pair":
      return `${subject.a.label} and ${subject.b.label}`;
    case "tie":
      return `${subject.source.label} and ${subject.target.label}`;
    case "several":
      return countWords(subject.statements.length, "statement");
  }
}
