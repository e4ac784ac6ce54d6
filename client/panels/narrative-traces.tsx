/** Narratives over time: the share of each at every stop, when it starts, who advances and who undermines it. */
import { layoutStream } from "../../graph-data/display/charts.ts";
import { formatNumber, listWords, voiceLabel } from "../../graph-data/display/words.ts";
import { selectStatement } from "../../graph-data/lens/view.ts";
import { type NarrativeTrace, traceNarrative, type Uptake } from "../../graph-data/shift/narratives.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { chooseAxis } from "../../graph-data/time/window.ts";
import { useModel } from "../state/model.ts";
import { axesOf } from "../state/time.ts";

const MOST_NAMED = 8;
const SIZE = { width: 300, height: 90 } as const;
/** Shades of the accent, told apart by the numbers in the list as well. */
const SHADES = [0.9, 0.68, 0.5, 0.34, 0.2, 0.1] as const;

export function NarrativeTraces() {
  const { narrative, state, allTimes, dispatch } = useModel();
  const { lens, view } = state.value;
  const axis = chooseAxis(axesOf(narrative), view.axis, lens);
  const narratives = narrative.dossier.narratives ?? [];
  if (narratives.length === 0) return null;
  const traces = axis ? narratives.map(({ id }) => traceNarrative(allTimes.value.statements, id, axis)) : [];
  return (
    <>
      <h3>Narratives</h3>
      {axis && axis.stops.length > 1 && <Stream traces={traces} />}
      <ol class="narratives">
        {narratives.map(({ id, label, gist }, at) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              onClick={() => dispatch({ type: "look", lens: { ...lens, narratives: [id] } })}
            >
              <i class="shade" style={{ opacity: SHADES[at % SHADES.length] }} aria-hidden="true" />
              <span dir="auto">{label}</span>
            </button>
            {gist && <span dir="auto">{gist}</span>}
            {axis && traces[at]?.first && <Course trace={traces[at]} axis={axis} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Stream({ traces }: { readonly traces: readonly NarrativeTrace[] }) {
  const areas = layoutStream(
    traces.map(({ stops }) => stops.map(({ share }) => share ?? 0)),
    SIZE,
  );
  return (
    <svg
      class="stream"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label="Share of each narrative at every stop; the list below says it in words"
    >
      {areas.map((path, at) => (
        <path key={traces[at]?.id} d={path} fill-opacity={SHADES[at % SHADES.length]} />
      ))}
    </svg>
  );
}

/** "Starts with “Ukraine blamed”, advanced first by Vladimir Putin; taken up by …; undermined by …". */
function Course({ trace, axis }: { readonly trace: NarrativeTrace; readonly axis: Axis }) {
  const { narrative, dispatch } = useModel();
  const { first, advanced, undermined } = trace;
  if (!first) return null;
  const names = (list: readonly Uptake[]) => {
    const all = [...new Set(list.map(({ who }) => voiceLabel(who, narrative)))];
    const more = all.length - MOST_NAMED;
    return listWords(more > 0 ? [...all.slice(0, MOST_NAMED), `${formatNumber(more)} more`] : all);
  };
  const later = names(advanced.slice(1));
  const against = names(undermined);
  return (
    <span class="course" dir="auto">
      Starts{" "}
      <button
        type="button"
        class="link"
        onClick={() => dispatch({ type: "select", entries: [selectStatement(first.id, narrative)] })}
      >
        with “{axis.stops[axis.place(first)[0]]?.label}”
      </button>
      , advanced first by {names(advanced.slice(0, 1))}
      {later && `; taken up by ${later}`}
      {against && `; undermined by ${against}`}.
    </span>
  );
}
