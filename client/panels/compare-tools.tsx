/** The controls of a comparison: begin and end it, side by side or in one, which window the brush moves. */

import { chooseAxis } from "../../graph-data/time/window.ts";
import { openComparison } from "../state/comparison.ts";
import { useModel } from "../state/model.ts";
import { axesOf } from "../state/time.ts";

export function CompareButton() {
  const { state, narrative, dispatch, transient } = useModel();
  const { lens, view } = state.value;
  const axis = chooseAxis(axesOf(narrative), view.axis, lens);
  if (!axis) return null;
  const begin = () => {
    const opened = openComparison(narrative, lens, axis);
    if (opened) dispatch({ type: "compare", ...opened });
    else transient.notice.value = "There are no two times to compare in what is shown";
  };
  return (
    <button
      type="button"
      class="tool words"
      aria-pressed={view.compare !== undefined}
      aria-keyshortcuts="c"
      title={view.compare ? "End the comparison (C)" : "Compare two windows of time (C)"}
      onClick={() => (view.compare ? dispatch({ type: "compare", compare: undefined }) : begin())}
    >
      Compare
    </button>
  );
}

export function CompareTools() {
  const { state, dispatch, transient } = useModel();
  const { compare, beside } = state.value.view;
  if (!compare) return null;
  return (
    <div class="row compare-tools">
      <span class="faint">Brush</span>
      {(["a", "b"] as const).map((side) => (
        <button
          key={side}
          type="button"
          class={`mode side-${side}`}
          aria-pressed={transient.brush.value === side}
          title={`A drag over the time strip draws window ${side.toUpperCase()}`}
          onClick={() => {
            transient.brush.value = side;
          }}
        >
          {side.toUpperCase()}
        </button>
      ))}
      <button
        type="button"
        class="mode"
        aria-pressed={beside === true}
        title="The two networks side by side, in place of one that holds both"
        onClick={() => dispatch({ type: "beside", beside: !beside })}
      >
        Side by side
      </button>
    </div>
  );
}
