/** A date of the lens, in EDTF; what is no date is refused where it is typed. */
import { parseDate } from "../../graph-data/dossier/dates.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { useModel } from "../state/model.ts";

type End = "from" | "to";

export function DateField({ end, label }: { readonly end: End; readonly label: string }) {
  const { state, dispatch } = useModel();
  const { lens } = state.value;
  return (
    <label class="field">
      {label}
      <input
        type="text"
        size={11}
        placeholder="2024-03-23"
        value={lens[end] ?? ""}
        onChange={(event) => {
          const input = event.currentTarget;
          const text = input.value.trim();
          const refusal = refuse(text, end, lens);
          input.setCustomValidity(refusal);
          if (refusal !== "") input.reportValidity();
          else dispatch({ type: "look", lens: withDate(lens, end, text) });
        }}
      />
    </label>
  );
}

/** Why a date cannot be taken, or nothing. */
function refuse(text: string, end: End, lens: Lens): string {
  if (text === "") return "";
  const date = parseDate(text);
  if (!date) return "Write a date such as 2024-03-23, 2024-03 or 2024";
  const other = lens[end === "from" ? "to" : "from"];
  const beyond = other === undefined ? null : parseDate(other);
  const [start, finish] = end === "from" ? [date, beyond] : [beyond, date];
  return start && finish && start.from > finish.to ? "The first date is after the last" : "";
}

/** Undated statements alone, and a date: the later wish holds. */
function withDate({ undated, ...lens }: Lens, end: End, text: string): Lens {
  const kept = undated === "only" && text !== "" ? {} : { undated };
  return { ...lens, ...kept, [end]: text === "" ? undefined : text };
}
