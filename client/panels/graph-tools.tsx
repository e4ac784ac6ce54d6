/** Buttons over the graph: zoom, fit, table, reset; and what can be done with the actors chosen. */
import type { Network } from "../graph/network.ts";
import { ZOOM } from "../graph/viewport.ts";
import { useModel } from "../state/model.ts";
import { Icon } from "./icon.tsx";

export function GraphTools({ network }: { readonly network: Network | null }) {
  const { dispatch, transient, state } = useModel();
  const { past, view, lens } = state.value;
  const untouched = past.length === 0 && Object.keys(view).length === 0 && Object.keys(lens).length === 0;
  const tool = (label: string, key: string, icon: Parameters<typeof Icon>[0]["name"], act: () => void) => (
    <button type="button" class="tool" title={`${label} (${key})`} aria-label={label} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="graph-tools" role="toolbar" aria-label="Graph tools">
      {tool("Filters", "B", "panel", () => {
        transient.filters.value = !transient.filters.value;
      })}
      {tool("Zoom in", "+", "plus", () => network?.zoomBy(ZOOM.step))}
      {tool("Zoom out", "−", "minus", () => network?.zoomBy(1 / ZOOM.step))}
      {tool("Fit what is shown", "F", "fit", () => network?.fit())}
      {tool("Table of actors and ties", "T", "table", () => {
        transient.table.value = !transient.table.value;
      })}
      {!untouched && (
        <button
          type="button"
          class="tool words"
          title="Back to the dossier as it opens (R)"
          onClick={() => dispatch({ type: "reset" })}
        >
          Reset
        </button>
      )}
    </div>
  );
}
