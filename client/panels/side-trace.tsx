/** What an actor, or all of its side, directs at whom over time: an alluvial chart whose blocks open the statements. */
import { useState } from "preact/hooks";
import { layoutAlluvial } from "../../graph-data/display/charts.ts";
import { actorLabel, countWords } from "../../graph-data/display/words.ts";
import type { Actor } from "../../graph-data/dossier/records.ts";
import type { StatementEdge } from "../../graph-data/graph/build.ts";
import { selectStatement } from "../../graph-data/lens/view.ts";
import { type Band, traceSide } from "../../graph-data/shift/trace.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { chooseAxis } from "../../graph-data/time/window.ts";
import { useModel } from "../state/model.ts";
import { axesOf } from "../state/time.ts";
import { FamilyMark } from "./family-mark.tsx";
import { Fold } from "./fold.tsx";

const SIZE = { width: 300, height: 150 } as const;
const MOST_BANDS = 12;

export function SideTrace({ actor }: { readonly actor: Actor }) {
  const { narrative, state } = useModel();
  const { lens, view } = state.value;
  const axis = chooseAxis(axesOf(narrative), view.axis, lens);
  if (!axis || axis.stops.length < 2) return null;
  return (
    <Fold title="Over time" open>
      {() => <Trace actor={actor} axis={axis} />}
    </Fold>
  );
}

function Trace({ actor, axis }: { readonly actor: Actor; readonly axis: Axis }) {
  const { narrative, allTimes } = useModel();
  const members = narrative.membersOf(actor.id);
  const [side, setSide] = useState(members.size > 1);
  const bands = traceSide(allTimes.value.statements, axis, { members: side ? members : new Set([actor.id]) });
  const shown = bands.slice(0, MOST_BANDS);
  return (
    <div class="side-trace">
      {members.size > 1 && (
        <label>
          <input type="checkbox" checked={side} onChange={(event) => setSide(event.currentTarget.checked)} />{" "}
          with all that is part of it
        </label>
      )}
      {shown.length === 0 ? (
        <p class="hint">Nothing here is directed at others.</p>
      ) : (
        <>
          <Alluvial bands={shown} axis={axis} />
          <ul class="bands">
            {shown.map((band) => (
              <BandRow key={`${band.target}~${band.family}`} band={band} axis={axis} />
            ))}
          </ul>
          {bands.length > shown.length && (
            <p class="faint">
              {countWords(bands.length - shown.length, "more band")} on the page “What shifted”.
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Alluvial({ bands, axis }: { readonly bands: readonly Band[]; readonly axis: Axis }) {
  const { narrative, styles, theme } = useModel();
  const open = useOpen();
  const { blocks, ribbons } = layoutAlluvial(
    bands.map(({ stops }) => stops.map(({ length }) => length)),
    SIZE,
  );
  const colour = (band: number) => styles.get(bands[band]!.family)?.colour[theme.value];
  const name = (band: number) =>
    `${narrative.codebook.families.get(bands[band]!.family)?.label}: ${actorLabel(bands[band]!.target, narrative)}`;
  return (
    <svg class="alluvial" viewBox={`0 0 ${SIZE.width} ${SIZE.height + 16}`} aria-hidden="true">
      {ribbons.map(({ band, from, to, path }) => (
        <path key={`${band} ${from} ${to}`} d={path} fill={colour(band)} fill-opacity={0.25} />
      ))}
      {blocks.map(({ band, stop, x, y, width, height }) => {
        const statements = bands[band]!.stops[stop]!;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the list below has the buttons
          <rect
            key={`${band} ${stop}`}
            {...{ x, y, width, height }}
            fill={colour(band)}
            onClick={() => open(statements)}
          >
            <title>{`${axis.stops[stop]?.label}. ${name(band)}, ${countWords(statements.length, "statement")}`}</title>
          </rect>
        );
      })}
      {axis.stops.map(({ id }, stop) => (
        <text
          key={id}
          x={((stop + 0.5) * SIZE.width) / axis.stops.length}
          y={SIZE.height + 13}
          text-anchor="middle"
        >
          {stop + 1}
        </text>
      ))}
    </svg>
  );
}

/** The same in words: one target and family, and at which stops how often; each count opens its statements. */
function BandRow({ band, axis }: { readonly band: Band; readonly axis: Axis }) {
  const { narrative } = useModel();
  const open = useOpen();
  return (
    <li>
      <FamilyMark family={band.family} />
      <span class="visually-hidden">{narrative.codebook.families.get(band.family)?.label}</span>
      <bdi>{actorLabel(band.target, narrative)}</bdi>
      <span class="stops-of-band">
        {band.stops.map((statements, stop) =>
          statements.length === 0 ? null : (
            <button
              key={axis.stops[stop]?.id}
              type="button"
              class="link"
              title={`${axis.stops[stop]?.label}: ${countWords(statements.length, "statement")}`}
              onClick={() => open(statements)}
            >
              <span class="visually-hidden">{axis.stops[stop]?.label}: </span>
              <small aria-hidden="true">{stop + 1}:</small>
              {statements.length}
            </button>
          ),
        )}
        {band.spread.length > 0 && <span class="faint">{band.spread.length} of uncertain date</span>}
      </span>
    </li>
  );
}

function useOpen(): (statements: readonly StatementEdge[]) => void {
  const { dispatch, narrative } = useModel();
  return (statements) =>
    dispatch({ type: "select", entries: statements.map(({ id }) => selectStatement(id, narrative)) });
}
