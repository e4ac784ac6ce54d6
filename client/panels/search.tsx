/** Search with suggestions: an ARIA combobox. `/` puts the cursor here from anywhere. */
import { useRef, useState } from "preact/hooks";
import { useModel } from "../state/model.ts";
import { type Suggestion, suggest } from "../state/suggest.ts";
import { focusGraph } from "./focus-keeper.ts";

/** What makes the field a combobox. Apart, because the typings know a combobox only with a `<datalist>`. */
function comboboxProps(open: boolean, at: number): object {
  return {
    role: "combobox",
    "aria-controls": "suggestions",
    "aria-autocomplete": "list",
    "aria-expanded": open,
    "aria-activedescendant": open ? `suggestion-${at}` : undefined,
  };
}

export function Search() {
  const model = useModel();
  const { narrative, state, dispatch, transient } = model;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = open ? suggest(narrative, state.value.lens, query) : [];
  const shown = list.length > 0;

  const choose = (suggestion: Suggestion) => {
    if (suggestion.lens) dispatch({ type: "look", lens: suggestion.lens });
    if (suggestion.select !== undefined) {
      dispatch({ type: "select", entries: [suggestion.select] });
      if (suggestion.kind === "actor") transient.focus.value = suggestion.select;
      transient.sheet.value = "reader";
    }
    setQuery("");
    setOpen(false);
    focusGraph(document);
  };

  return (
    <search class="search">
      <input
        {...comboboxProps(shown, at)}
        ref={input}
        id="search"
        type="search"
        aria-label="Search actors and words"
        placeholder="Search actors and words"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(list.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter" && list[at]) choose(list[at]);
          else if (event.key === "Escape" && query !== "") setQuery("");
          else if (event.key === "Escape") focusGraph(document);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="key-hint" aria-hidden="true">
        /
      </span>
      <div id="suggestions" role="listbox" aria-label="Suggestions" class="suggestions" hidden={!shown}>
        {list.map((suggestion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input's keys choose
          <div
            key={suggestion.id}
            id={`suggestion-${index}`}
            role="option"
            aria-selected={index === at}
            class={`suggestion ${suggestion.kind}`}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(suggestion)}
          >
            <span dir="auto" class="suggestion-label">
              {suggestion.label}
            </span>
            <span dir="auto" class="suggestion-detail">
              {suggestion.detail}
            </span>
          </div>
        ))}
      </div>
    </search>
  );
}
