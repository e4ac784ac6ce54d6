/** Filters by a value: the grade, the dates. */
import type { Lens } from "../../graph-data/lens/lens.ts";
import { useModel } from "../state/model.ts";
import { DateField } from "./date-field.tsx";
import { Fold } from "./fold.tsx";

export function GradeFilter() {
  const { state, dispatch } = useModel();
  const { lens } = state.value;
  return (
    <Fold title="Grade" open={lens.credibility !== undefined}>
      {() => (
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
      )}
    </Fold>
  );
}

/** In a comparison window A has dates of its own, which the address and the time strip hold. */
export function DateFilter() {
  const { state, narrative, dispatch } = useModel();
  const { lens, view } = state.value;
  if (narrative.statements.every(({ span }) => span === null)) return null;
  const look = (part: Partial<Lens>) => dispatch({ type: "look", lens: { ...lens, ...part } });
  return (
    <Fold
      title={view.compare ? "Dates of window B" : "Dates"}
      open={lens.from !== undefined || lens.to !== undefined || lens.undated !== undefined}
    >
      {() => (
        <>
          <DateField end="from" label="From" />
          <DateField end="to" label="To" />
          <label class="field">
            Undated
            <select
              value={lens.undated ?? ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                if (value === "only") look({ undated: value, from: undefined, to: undefined });
                else look({ undated: value === "no" ? value : undefined });
              }}
            >
              <option value="">{lens.from || lens.to ? "left out by the dates" : "shown"}</option>
              <option value="no">left out</option>
              <option value="only">alone</option>
            </select>
          </label>
        </>
      )}
    </Fold>
  );
}
