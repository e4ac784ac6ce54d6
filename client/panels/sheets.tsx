/** On narrow screens filters and reader are sheets over the lower part of the graph; this bar opens them. */
import { countWords } from "../../graph-data/display/words.ts";
import { useModel } from "../state/model.ts";

export function SheetBar() {
  const { transient, slice } = useModel();
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
      <span class="faint">{countWords(slice.value.statements.length, "statement")}</span>
      {button("reader", "Reader")}
    </nav>
  );
}
