/** A date of the lens, in EDTF; what is no date is refused where it is typed. */
import { parseDate } from "../../graph-data/dossier/dates.ts";
import { useModel } from "../state/model.ts";

export function DateField({ end, label }: { readonly end: "from" | "to"; readonly label: string }) {
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
          const wrong = text !== "" && parseDate(text) === null;
          input.setCustomValidity(wrong ? "Write a date such as 2024-03-23, 2024-03 or 2024" : "");
          if (wrong) input.reportValidity();
          else dispatch({ type: "look", lens: { ...lens, [end]: text === "" ? undefined : text } });
        }}
      />
    </label>
  );
}
