/** The filters: what the lens lets through, with live counts of what each choice would give. */

import { countWords, formatNumber } from "../../graph-data/display/words.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { type Choice, countChoices, type FacetField, toggleChoice } from "../state/facets.ts";
import { useModel } from "../state/model.ts";
import { DateField } from "./date-field.tsx";
import { FamilyMark } from "./family-mark.tsx";

export function Filters() {
  const { slice, narrative, transient } = useModel();
  return (
    <div class="filters">
      <div class="panel-head">
        <h2>Filters</h2>
        <button
          type="button"
          class="quiet narrow-only"
          onClick={() => {
            transient.sheet.value = "none";
          }}
        >
          Close
        </button>
        <p class="faint" data-testid="slice-count">
          {formatNumber(slice.value.statements.length)} of{" "}
          {countWords(narrative.statements.length, "statement")}
        </p>
      </div>
      <div class="panel-scroll">
        <Facet field="families" title="Families" open marks />
        <VoiceFacet />
        <Facet field="narratives" title="Narratives" open />
        <ActorFacet />
        <GradeFilter />
        <Facet
          field="modalities"
          title="Modality"
          hint="Without a choice: all but hypothetical and desired"
        />
        <Facet field="types" title="Relation types" />
        {narrative.documents.size > 1 && <Facet field="documents" title="Documents" />}
        <DateFilter />
      </div>
    </div>
  );
}

interface FacetProps {
  readonly field: FacetField;
  readonly title: string;
  readonly open?: boolean;
  readonly marks?: boolean;
  readonly hint?: string;
}

function Facet({ field, title, open, marks, hint }: FacetProps) {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  const choices = countChoices(narrative, lens, field);
  if (choices.length === 0) return null;
  const order = choices.map(({ id }) => id);
  return (
    <details class="facet" open={open || lens[field] !== undefined}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {hint && <p class="hint">{hint}</p>}
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
      <ClearFacet field={field} />
    </details>
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
function VoiceFacet() {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  const voices = countChoices(narrative, lens, "voices");
  const single = lens.voices?.length === 1 ? lens.voices[0] : undefined;
  const choose = (voices: Lens["voices"]) => {
    const { voices: _, ...rest } = lens;
    dispatch({ type: "look", lens: voices ? { ...rest, voices } : rest });
  };
  const total = voices.reduce((sum, { count }) => sum + count, 0);
  return (
    <details class="facet" open>
      <summary>
        <h3>As told by</h3>
      </summary>
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
    </details>
  );
}

/** Actors of the lens, and how far it goes around them. Actors are added from the search, the graph or the reader. */
function ActorFacet() {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  const { actors = [] } = lens;
  const look = (part: Partial<Lens>) => dispatch({ type: "look", lens: { ...lens, ...part } });
  const rest = narrative.dossier.actors.filter(({ id }) => !actors.includes(id));
  return (
    <details class="facet" open={actors.length > 0}>
      <summary>
        <h3>Actors</h3>
      </summary>
      <ul>
        {actors.map((id) => (
          <li class="choice" key={id}>
            <label>
              <input
                type="checkbox"
                checked
                onChange={() => {
                  const left = actors.filter((other) => other !== id);
                  look(
                    left.length > 0
                      ? { actors: left }
                      : { actors: undefined, depth: undefined, side: undefined },
                  );
                }}
              />
              <span class="choice-label" dir="auto">
                {narrative.actors.get(id)?.label}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <select
        aria-label="Add an actor to the lens"
        value=""
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          event.currentTarget.value = "";
          if (chosen === "") return;
          const wanted = new Set([...actors, chosen]);
          look({ actors: [...narrative.actors.keys()].filter((id) => wanted.has(id)) });
        }}
      >
        <option value="">Add an actor …</option>
        {rest.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {actors.length > 0 && <ActorReach lens={lens} look={look} />}
    </details>
  );
}

function ActorReach({ lens, look }: { readonly lens: Lens; look(part: Partial<Lens>): void }) {
  const depth = lens.depth ?? 1;
  return (
    <div class="reach">
      <label>
        <input
          type="checkbox"
          checked={lens.side === true}
          onChange={(event) => look({ side: event.currentTarget.checked ? true : undefined })}
        />{" "}
        with all that is part of them
      </label>
      <label>
        Steps out{" "}
        <input
          type="number"
          min={1}
          max={10}
          value={depth}
          onChange={(event) => {
            const steps = Math.min(10, Math.max(1, Math.round(Number(event.currentTarget.value) || 1)));
            look({ depth: steps === 1 ? undefined : steps });
          }}
        />
      </label>
    </div>
  );
}

function GradeFilter() {
  const { state, dispatch } = useModel();
  const { lens } = state.value;
  return (
    <details class="facet" open={lens.credibility !== undefined}>
      <summary>
        <h3>Grade</h3>
      </summary>
      <label class="field">
        Credibility
        <select
          value={lens.credibility ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            dispatch({
              type: "look",
              lens: { ...lens, credibility: value === "" ? undefined : Number(value) },
            });
          }}
        >
          <option value="">any, and ungraded</option>
          <option value="1">1: confirmed</option>
          <option value="2">2 or better: probably true</option>
          <option value="3">3 or better: possibly true</option>
          <option value="4">4 or better: doubtful</option>
          <option value="5">5 or better: improbable</option>
          <option value="6">6 or better: graded at all</option>
        </select>
      </label>
    </details>
  );
}

function DateFilter() {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  if (narrative.statements.every(({ span }) => span === null)) return null;
  const look = (part: Partial<Lens>) => dispatch({ type: "look", lens: { ...lens, ...part } });
  return (
    <details
      class="facet"
      open={lens.from !== undefined || lens.to !== undefined || lens.undated !== undefined}
    >
      <summary>
        <h3>Dates</h3>
      </summary>
      <DateField end="from" label="From" />
      <DateField end="to" label="To" />
      <label class="field">
        Undated
        <select
          value={lens.undated ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            look({ undated: value === "only" || value === "no" ? value : undefined });
          }}
        >
          <option value="">{lens.from || lens.to ? "left out by the dates" : "shown"}</option>
          <option value="no">left out</option>
          <option value="only">alone</option>
        </select>
      </label>
    </details>
  );
}
