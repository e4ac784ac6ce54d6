/** The words as a file, away and back; and a clean sheet, which can be taken back. */
import { useRef } from "preact/hooks";
import { useDesk } from "./desk-model.ts";
import { focusSoon } from "./focus.ts";
import { loadWords } from "./load-words.ts";
import { saveWords } from "./take-away.ts";
import { isUnwritten, UNWRITTEN } from "./words.ts";

export function WordsFile() {
  const desk = useDesk();
  const { state, dispatch, unkept } = desk;
  const chooser = useRef<HTMLInputElement>(null);
  const empty = isUnwritten(state.value.words);
  return (
    <div class="desk-part desk-file">
      <h3>Your words as a file</h3>
      <div class="row">
        <button type="button" disabled={empty} onClick={() => void saveWords(desk)}>
          Download words
        </button>
        <button type="button" id="desk-load" onClick={() => chooser.current?.click()}>
          Load words …
        </button>
        <button
          type="button"
          class="quiet"
          disabled={empty}
          onClick={() => {
            dispatch({ type: "replace", words: UNWRITTEN, said: "All words were discarded." });
            focusSoon("desk-undo");
          }}
        >
          Discard all words
        </button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        aria-label="File of words"
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file) void loadWords(desk, file);
          // The same file can be chosen again once it is mended.
          field.value = "";
        }}
      />
      <TakeBack />
      <p class="hint">
        {unkept.value
          ? "Not kept in this browser."
          : "Kept in this browser alone, for this dossier, until you discard them."}
      </p>
    </div>
  );
}

function TakeBack() {
  const { state, dispatch } = useDesk();
  const { replaced } = state.value;
  const settle = (type: "take back" | "leave it") => {
    dispatch({ type });
    focusSoon("desk-undo", "desk-load");
  };
  return (
    <div role="status">
      {replaced && (
        <p class="desk-replaced row">
          <span dir="auto">{replaced.said}</span>
          <button type="button" id="desk-undo" onClick={() => settle("take back")}>
            Undo
          </button>
          <button type="button" class="quiet" onClick={() => settle("leave it")}>
            Leave it
          </button>
        </p>
      )}
    </div>
  );
}
