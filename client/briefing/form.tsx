/** The form: whose words, the bottom line, judgements, comments on shifts, sections, paper; and the words as a file. */
import { PAPER_LABELS, PAPERS } from "../../graph-data/briefing/forms.ts";
import { TLP, TLP_MARKS, type TlpMark } from "../../graph-data/briefing/scales.ts";
import { SECTION_LABELS, SECTIONS } from "../../graph-data/briefing/words-model.ts";
import { writeCited } from "./citing.ts";
import { Comments } from "./comments.tsx";
import { useDesk } from "./desk-model.ts";
import { Choice, Field, problemsAt } from "./field.tsx";
import { WordsFile } from "./file-tools.tsx";
import { Judgements } from "./judgements.tsx";
import { insertText, ProseField } from "./prose-field.tsx";
import { today } from "./today.ts";

export function DeskForm() {
  return (
    <section class="desk-form" aria-label="Your words">
      <Unkept />
      <Head />
      <BottomLine />
      <Judgements />
      <Comments />
      <Sections />
      <WordsFile />
    </section>
  );
}

/** Words that vanish with the page must not do so unannounced. */
function Unkept() {
  const { unkept } = useDesk();
  return (
    <div role="status">
      {unkept.value && (
        <p class="caveat">
          Your words are not kept in this browser: {unkept.value}. Download them before you leave the page.
        </p>
      )}
    </div>
  );
}

const HANDLINGS: readonly (readonly [TlpMark | "", string])[] = [
  ["", "no mark"],
  ...TLP_MARKS.map((mark) => [mark, `${mark}: ${TLP[mark]}`] as const),
];

function Head() {
  const { state, preview, dispatch } = useDesk();
  const { words, date, paper } = state.value;
  const now = preview.value;
  const drafted = now.kind === "briefed" && words.title === "" ? now.document.title : "";
  const write = (field: "title" | "author" | "note") => (text: string) =>
    dispatch({ type: "edit", edit: { type: "write", field, text } });
  return (
    <div class="desk-part">
      <Field
        id="desk-title-field"
        label="Title"
        value={words.title}
        placeholder={drafted}
        onInput={write("title")}
        problems={problemsAt(now, "title")}
      />
      <Field
        id="desk-author"
        label="Author"
        value={words.author}
        onInput={write("author")}
        problems={problemsAt(now, "author")}
      />
      <div class="desk-pair">
        <div class="desk-field">
          <label for="desk-date">Date</label>
          <input
            id="desk-date"
            type="date"
            value={date ?? today()}
            onInput={(event) => dispatch({ type: "date", date: event.currentTarget.value })}
          />
        </div>
        <Choice
          id="desk-paper"
          label="Paper of PDF and Word"
          value={paper}
          choices={PAPERS.map((one) => [one, PAPER_LABELS[one]])}
          choose={(one) => dispatch({ type: "paper", paper: one })}
        />
      </div>
      <Choice
        id="desk-tlp"
        label="Handling"
        value={words.tlp}
        choices={HANDLINGS}
        choose={(tlp) => dispatch({ type: "edit", edit: { type: "handle", tlp } })}
      />
      <Field
        id="desk-note"
        label="Handling note"
        value={words.note}
        onInput={write("note")}
        problems={problemsAt(now, "handling", "note")}
      />
    </div>
  );
}

function BottomLine() {
  const { state, preview, dispatch } = useDesk();
  const { bottomLine, off } = state.value.words;
  const now = preview.value;
  const draft = now.kind === "briefed" ? now.outline.draft : null;
  return (
    <div class="desk-part">
      <h3>Bottom line</h3>
      <ProseField
        id="desk-bottom-line"
        label="Bottom line"
        hidesLabel
        rows={5}
        value={bottomLine}
        placeholder={off.includes("bottomLine") ? "Left out, see sections" : "Empty: the draft stands"}
        onInput={(text) => dispatch({ type: "edit", edit: { type: "write", field: "bottomLine", text } })}
        problems={problemsAt(now, "bottomLine")}
      >
        {bottomLine === "" && draft && (
          <button
            type="button"
            class="quiet"
            onClick={() => insertText("desk-bottom-line", { from: 0, to: 0, insert: writeCited(draft) })}
          >
            Start from the draft
          </button>
        )}
      </ProseField>
    </div>
  );
}

function Sections() {
  const { state, dispatch } = useDesk();
  const { off } = state.value.words;
  return (
    <fieldset class="desk-part desk-sections">
      <legend>Sections</legend>
      {SECTIONS.map((section) => (
        <label key={section}>
          <input
            type="checkbox"
            checked={!off.includes(section)}
            onChange={(event) => {
              const shown = event.currentTarget.checked;
              dispatch({ type: "edit", edit: { type: "section", section, shown } });
            }}
          />
          {SECTION_LABELS[section]}
        </label>
      ))}
      <p class="hint">Evidence, sources and limits always stay.</p>
    </fieldset>
  );
}
