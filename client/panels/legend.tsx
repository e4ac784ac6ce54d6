/** The legend under the graph: families and kinds of actor that are shown, counted. */
import { buildLegend } from "../../graph-data/display/legend.ts";
import { SHAPES } from "../../graph-data/display/styles.ts";
import { formatNumber } from "../../graph-data/display/words.ts";
import type { ActorKind } from "../../graph-data/dossier/records.ts";
import { countShifts, SHIFT_KINDS, type ShiftKind } from "../../graph-data/shift/compare.ts";
import { SHIFT_WORDS } from "../../graph-data/shift/words.ts";
import { useModel } from "../state/model.ts";
import { FamilyMark } from "./family-mark.tsx";
import { ShiftMark } from "./shift-mark.tsx";

export function Legend() {
  const { shown, styles } = useModel();
  const legend = buildLegend(shown.value, styles);
  return (
    <section class="legend" aria-label="Legend">
      <ShiftKinds />
      <ul>
        <li class="share">{legend.share}</li>
        {legend.families.map(({ id, label, statements }) => (
          <li key={id}>
            <FamilyMark family={id} />
            <span dir="auto">{label}</span>
            <span class="count">{formatNumber(statements)}</span>
          </li>
        ))}
        {legend.quoted.statements > 0 && (
          <li title="Statements that the text gives as an actor’s words, not as its author’s">
            <span class="quoted-mark" aria-hidden="true">
              ❝
            </span>
            <span>in an actor’s own voice</span>
            <span class="count">{formatNumber(legend.quoted.statements)}</span>
          </li>
        )}
      </ul>
      <ul class="kinds">
        {legend.kinds.map(({ kind, word }) => (
          <li key={kind}>
            <KindMark kind={kind} />
            {word}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In a comparison: how many ties are of each kind; one or several kinds can be looked at alone. */
function ShiftKinds() {
  const { compared, state, dispatch } = useModel();
  if (!compared.value) return null;
  const counts = countShifts(compared.value.shifts);
  const chosen = state.value.view.shift ?? [];
  const toggle = (kind: ShiftKind) =>
    dispatch({
      type: "shifts",
      kinds: SHIFT_KINDS.filter((one) => (one === kind) !== chosen.includes(one)),
    });
  return (
    <ul class="shift-kinds" aria-label="Kinds of shift">
      {SHIFT_KINDS.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            class={chosen.length > 0 && !chosen.includes(kind) ? "kind dimmed" : "kind"}
            aria-pressed={chosen.includes(kind)}
            disabled={counts.get(kind) === 0 && !chosen.includes(kind)}
            title={`Show only what is ${SHIFT_WORDS[kind]}`}
            onClick={() => toggle(kind)}
          >
            <ShiftMark kind={kind} />
            {SHIFT_WORDS[kind]}
            <span class="count">{formatNumber(counts.get(kind) ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function KindMark({ kind }: { readonly kind: ActorKind }) {
  const corners = SHAPES[kind];
  const fill = kind === "event" ? "event" : "plain";
  return (
    <svg class={`kind-mark ${fill}`} width="14" height="14" viewBox="-1.5 -1.5 3 3" aria-hidden="true">
      {corners ? (
        <polygon points={corners.map((corner) => corner.join(",")).join(" ")} />
      ) : (
        <circle r="1.1" />
      )}
    </svg>
  );
}
