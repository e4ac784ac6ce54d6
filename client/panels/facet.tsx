/** Filters that are lists of choices, each with the number of statements that it would leave in the graph. */
import { formatNumber } from "../../graph-data/display/words.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { type Choice, countChoices, type FacetField, toggleChoice } from "../state/facets.ts";
import { useModel } from "../state/model.ts";
import { FamilyMark } from "./family-mark.tsx";
import { Fold } from "./fold.tsx";

interface FacetProps {
  readonly field: FacetField;
  readonly title: string;
  readonly open?: boolean;
  readonly marks?: boolean;
  readonly hint?: string;
}

export function Facet({ field, title, open, marks, hint }: FacetProps) {
  const { lens } = useModel().state.value;
  return (
    <Fold title={title} open={open || lens[field] !== undefined}>
      {() => (
        <>
          {hint && <p class="hint">{hint}</p>}
          <Choices field={field} marks={marks} />
          <ClearFacet field={field} />
        </>
      )}
    </Fold>
  );
}

function Choices({ field, marks }: Pick<FacetProps, "field" | "marks">) {
  const { state, narrative, dispatch } = useModel();
  const { lens, view } = state.value;
  const choices = countChoices(narrative, lens, field, view.compare);
  if (choices.length === 0) return <p class="hint">None in what is shown</p>;
  const order = choices.map(({ id }) => id);
  return (
    <ul>
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.id}
          choice={choice}
          dimmed={lens[field] !== undefined && !choice.chosen}
          mark={marks ? <FamilyMark family={choice.id} /> : null}
          onToggle={() => dispatch({ type: "look", lens: toggleChoice(lens, field, choice.id, order) })}
        />
      ))}
    </ul>
  );
}

interface ChoiceRowProps {
  readonly choice: Choice;
  readonly dimmed: boolean;
  readonly mark: preact.ComponentChildren;
  onToggle(): void;
}

function ChoiceRow({ choice, dimmed, mark, onToggle }: ChoiceRowProps) {
  return (
    <li class={dimmed ? "choice dimmed" : "choice"}>
      <label>
        <input type="checkbox" checked={choice.chosen} onChange={onToggle} />
        {mark}
        <span class="choice-label" dir="auto">
          {choice.label}
        </span>
        <span class="count">{formatNumber(choice.count)}</span>
      </label>
    </li>
  );
}

function ClearFacet({ field }: { readonly field: FacetField }) {
  const { state, dispatch } = useModel();
  const { lens } = state.value;
  if (lens[field] === undefined) return null;
  const { [field]: _, ...rest } = lens;
  return (
    <button type="button" class="quiet clear" onClick={() => dispatch({ type: "look", lens: rest })}>
      Clear
    </button>
  );
}

/** The voice switch: the network as everyone tells it, or as one speaker does. */
export function VoiceFacet() {
  return (
    <Fold title="As told by" open>
      {() => <Voices />}
    </Fold>
  );
}

function Voices() {
  const { state, narrative, dispatch } = useModel();
  const { lens, view } = state.value;
  const voices = countChoices(narrative, lens, "voices", view.compare);
  const single = lens.voices?.length === 1 ? lens.voices[0] : undefined;
  const choose = (voices: Lens["voices"]) => {
    const { voices: _, ...rest } = lens;
    dispatch({ type: "look", lens: voices ? { ...rest, voices } : rest });
  };
  const total = voices.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul aria-label="As told by">
      {[{ id: undefined, label: "everyone", count: total }, ...voices].map(({ id, label, count }) => (
        <li class={single !== undefined && single !== id ? "choice dimmed" : "choice"} key={id ?? ""}>
          <label>
            <input
              type="radio"
              name="voice"
              checked={id === single && (id !== undefined || lens.voices === undefined)}
              onChange={() => choose(id === undefined ? undefined : [id])}
            />
            <span class="choice-label" dir="auto">
              {label}
            </span>
            <span class="count">{formatNumber(count)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
