/** The time strip: the phases in order, each with its statements stacked by family. A click looks at one phase. */
import { countWords } from "../../graph-data/display/words.ts";
import type { Lens } from "../../graph-data/lens/lens.ts";
import { type Bar, buildBars, phaseRun } from "../state/bars.ts";
import { useModel } from "../state/model.ts";

const HEIGHT = 44;

export function TimeStrip() {
  const { narrative, state, dispatch } = useModel();
  const { lens } = state.value;
  const bars = buildBars(narrative, lens);
  if (narrative.phases.length === 0) return null;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const look = (phases: Lens["phases"]) => {
    const { phases: _, ...rest } = lens;
    dispatch({ type: "look", lens: phases ? { ...rest, phases } : rest });
  };
  return (
    <section class="time-strip" aria-label="Time">
      <button type="button" class="quiet" disabled={!lens.phases} onClick={() => look(undefined)}>
        All phases
      </button>
      <ol>
        {bars.map((bar) => (
          <li key={bar.id} class={barClass(bar, lens)}>
            <button
              type="button"
              aria-pressed={lens.phases?.includes(bar.id) ?? false}
              title={`${bar.label}: ${countWords(bar.total, "statement")}. Shift+click extends the run of phases.`}
              onClick={(event) =>
                look(event.shiftKey ? phaseRun(narrative, lens, bar.id) : onlyPhase(lens, bar.id))
              }
            >
              <Stack bar={bar} most={most} />
              <span class="bar-label" dir="auto">
                {bar.label}
              </span>
              <span class="visually-hidden">{countWords(bar.total, "statement")}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A second click on the only phase shows all again. */
function onlyPhase(lens: Lens, id: string): Lens["phases"] {
  return lens.phases?.length === 1 && lens.phases[0] === id ? undefined : [id];
}

function barClass(bar: Bar, lens: Lens): string {
  if (!lens.phases) return "bar";
  return lens.phases.includes(bar.id) ? "bar chosen" : "bar outside";
}

function Stack({ bar, most }: { readonly bar: Bar; readonly most: number }) {
  const { styles, theme } = useModel();
  let below = 0;
  return (
    <svg
      class="stack"
      width="100%"
      height={HEIGHT}
      viewBox={`0 0 10 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bar.parts.map(({ family, count }) => {
        const height = (count / most) * HEIGHT;
        below += height;
        return (
          <rect
            key={family}
            x="0"
            y={HEIGHT - below}
            width="10"
            height={Math.max(0, height - 0.6)}
            fill={styles.get(family)?.colour[theme.value]}
          />
        );
      })}
    </svg>
  );
}
