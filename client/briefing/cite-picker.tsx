/** Choosing what to cite: a search field over a list; the arrows go through it, Enter chooses. */
import { useEffect, useRef, useState } from "preact/hooks";
import { resolveSubject } from "../state/selection.ts";
import { type Candidate, listCandidates, MOST_LISTED } from "./candidates.ts";
import { useDesk } from "./desk-model.ts";

interface CitePickerProps {
  readonly id: string;
  choose(statement: string): void;
  leave(): void;
}

/** What makes the field a combobox. Apart, because the typings know a combobox only with a `<datalist>`. */
function comboboxProps(list: string, at: Candidate | undefined): object {
  return {
    role: "combobox",
    "aria-controls": list,
    "aria-autocomplete": "list",
    "aria-expanded": true,
    "aria-activedescendant": at ? `${list}-${at.id}` : undefined,
  };
}

export function CitePicker({ id, choose, leave }: CitePickerProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useCandidates(words);
  const active = list[Math.min(at, list.length - 1)];
  const listId = `${id}-list`;
  useEffect(() => {
    input.current?.focus();
    input.current?.closest(".desk-cite")?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    if (active) document.getElementById(`${listId}-${active.id}`)?.scrollIntoView({ block: "nearest" });
  }, [active?.id, listId]);
  return (
    <div class="desk-cite" id={id}>
      <input
        {...comboboxProps(listId, active)}
        ref={input}
        type="search"
        aria-label="Find a statement to cite"
        placeholder="Find by actor or words"
        autocomplete="off"
        spellcheck={false}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(list.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter" && active) choose(active.id);
          else if (event.key === "Escape") leave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div id={listId} role="listbox" aria-label="Statements to cite" class="desk-candidates">
        {groupsOf(list).map(({ group, candidates }) => (
          // biome-ignore lint/a11y/useSemanticElements: of options, within a listbox
          <div key={group} role="group" aria-label={group}>
            <div class="desk-group" aria-hidden="true">
              {group}
            </div>
            {candidates.map((candidate) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus (aria-activedescendant)
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input's keys choose
              <div
                key={candidate.id}
                id={`${listId}-${candidate.id}`}
                role="option"
                aria-selected={candidate === active}
                class="desk-candidate"
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setAt(list.indexOf(candidate))}
                onClick={() => choose(candidate.id)}
              >
                <Entry {...candidate} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="status">{list.length === 0 && <p class="hint">No statement has these words.</p>}</div>
      {list.length === MOST_LISTED && <p class="hint">The first {MOST_LISTED}; more words narrow them.</p>}
    </div>
  );
}

function groupsOf(list: readonly Candidate[]) {
  const groups = [...new Set(list.map(({ group }) => group))];
  return groups.map((group) => ({ group, candidates: list.filter((one) => one.group === group) }));
}

function Entry({ id, number, reads, quotation }: Candidate) {
  return (
    <>
      <span dir="auto">
        <b class="desk-cited">{number === null ? id : `[${number}]`}</b> {reads}
      </span>
      {quotation !== null && (
        <span class="faint" dir="auto">
          “{quotation}”
        </span>
      )}
    </>
  );
}

function useCandidates(words: string): Candidate[] {
  const { model, preview } = useDesk();
  const { narrative, shown, state } = model;
  const now = preview.value;
  const subject = resolveSubject(shown.value, state.value.view.select);
  const selected =
    subject.kind === "statement" ? [subject.statement] : subject.kind === "nothing" ? [] : subject.statements;
  const evidence = now.kind === "briefed" ? now.outline.evidence.map(({ statement }) => statement) : [];
  return listCandidates(words, { narrative, selected, evidence });
}
