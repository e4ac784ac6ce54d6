/** Nothing matches: says so, and how to see more. */
import { describeLens, lensChips } from "../../graph-data/display/words.ts";
import { useModel } from "../state/model.ts";

export function EmptyGraph() {
  const { shown, compared, narrative, state, dispatch } = useModel();
  if (shown.value.statements.length > 0) return null;
  const { lens } = state.value;
  const chips = lensChips(lens, narrative);
  return (
    <div class="empty" role="status">
      <h2>
        {narrative.statements.length === 0
          ? "No statement to show"
          : `Nothing matches this lens${compared.value ? " in either window" : ""}`}
      </h2>
      <p dir="auto">
        {chips.length === 0 ? "This dossier holds no statements." : describeLens(lens, narrative)}
      </p>
      <div class="row">
        {chips.slice(0, 4).map(({ key, label, without }) => (
          <button type="button" key={key} onClick={() => dispatch({ type: "look", lens: without })}>
            Without “{label}”
          </button>
        ))}
        {chips.length > 0 && (
          <button type="button" class="strong" onClick={() => dispatch({ type: "look", lens: {} })}>
            Show everything
          </button>
        )}
      </div>
    </div>
  );
}
