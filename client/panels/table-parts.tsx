/** Parts of the tables that stand beside the graph: columns of counts, and the rows that are not shown yet. */
import { formatNumber } from "../../graph-data/display/words.ts";
import { useModel } from "../state/model.ts";

/** Rows shown at first, and with each step more. */
export const ROWS = 200;

/** Heads of the columns that count statements: one, or one for each window of a comparison. */
export function CountHeads() {
  const { compared } = useModel();
  if (!compared.value)
    return (
      <th scope="col" class="number">
        Statements
      </th>
    );
  return (
    <>
      {(["a", "b"] as const).map((side) => (
        <th key={side} scope="col" class="number">
          <span class="visually-hidden">Statements in </span>
          <b class={`side side-${side}`}>{side.toUpperCase()}</b>
        </th>
      ))}
    </>
  );
}

/** In each column, the statements of one window. */
export function Counts({ counts }: { readonly counts: readonly number[] }) {
  return (
    <>
      {counts.map((count, at) => (
        <td key={at} class={count === 0 ? "number faint" : "number"}>
          {formatNumber(count)}
        </td>
      ))}
    </>
  );
}

/** Long tables grow on demand. */
export function More({ left, onMore }: { readonly left: number; onMore(): void }) {
  if (left <= 0) return null;
  return (
    <button type="button" onClick={onMore}>
      Show {formatNumber(Math.min(left, ROWS))} more of {formatNumber(left)}
    </button>
  );
}
