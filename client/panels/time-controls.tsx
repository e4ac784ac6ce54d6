/** What moves the window by itself: playback, its mode, speed and loop; and which axis is shown. */
import { useEffect } from "preact/hooks";
import type { Axis } from "../../graph-data/time/axis.ts";
import { lookAt, windowOf } from "../../graph-data/time/window.ts";
import { useModel } from "../state/model.ts";
import { nextWindow, type TimeMode, timedStops } from "../state/time.ts";
import { CompareTools } from "./compare-tools.tsx";
import { DateField } from "./date-field.tsx";
import { Icon } from "./icon.tsx";

const SPEEDS = [0.5, 1, 2, 4] as const;

export interface TimeControlsProps {
  readonly axes: readonly Axis[];
  readonly axis: Axis;
}

export function TimeControls({ axes, axis }: TimeControlsProps) {
  const { transient, state, dispatch } = useModel();
  const { timeMode } = transient;
  usePlayback(axis);
  const { lens } = state.value;
  const windowed = windowOf(lens, axis) !== null || lens.phases || lens.from || lens.to || lens.undated;
  return (
    <div class="time-controls">
      <div class="row">
        <PlayButton />
        <ModeButton mode="so far" chosen={timeMode.value} onChoose={() => setMode("so far")} />
        <ModeButton mode="window" chosen={timeMode.value} onChoose={() => setMode("window")} />
      </div>
      <div class="row">
        {axes.length > 1 && <AxisSwitch axes={axes} axis={axis} />}
        <Speed />
        <button
          type="button"
          class="quiet"
          disabled={!windowed}
          onClick={() => dispatch({ type: "look", lens: lookAt(lens, axis, null) })}
        >
          All times
        </button>
      </div>
      <CompareTools />
      {axis.kind === "date" && (
        <div class="row dates">
          <DateField end="from" label="From" />
          <DateField end="to" label="To" />
        </div>
      )}
    </div>
  );

  function setMode(mode: TimeMode) {
    timeMode.value = mode;
    const window = windowOf(lens, axis);
    if (!window || window.last >= timedStops(axis)) return;
    const next =
      mode === "so far" ? { first: 0, last: window.last } : { first: window.last, last: window.last };
    dispatch({ type: "look", lens: lookAt(lens, axis, next) });
  }
}

function PlayButton() {
  const { transient, held } = useModel();
  const { playing } = transient;
  const action = playing.value ? "Pause" : "Play";
  const waits = held.value ? "Held while the pointer rests on what is shown. " : "";
  return (
    <button
      type="button"
      class={held.value ? "tool waits" : "tool"}
      aria-label={action}
      title={`${waits}${action} (Space)`}
      onClick={() => {
        playing.value = !playing.value;
      }}
    >
      <Icon name={playing.value ? "pause" : "play"} />
    </button>
  );
}

interface ModeButtonProps {
  readonly mode: TimeMode;
  readonly chosen: TimeMode;
  onChoose(): void;
}

const MODE_WORDS: Readonly<Record<TimeMode, readonly [label: string, title: string]>> = {
  "so far": ["so far", "Everything up to the end of the window"],
  window: ["this window", "Only what the window holds"],
};

function ModeButton({ mode, chosen, onChoose }: ModeButtonProps) {
  const [label, title] = MODE_WORDS[mode];
  return (
    <button type="button" class="mode" aria-pressed={mode === chosen} title={title} onClick={onChoose}>
      {label}
    </button>
  );
}

function AxisSwitch({ axes, axis }: TimeControlsProps) {
  const { dispatch } = useModel();
  return (
    <select
      aria-label="Axis of time"
      value={axis.kind}
      onChange={(event) => {
        const kind = event.currentTarget.value === "date" ? "date" : "phase";
        dispatch({ type: "axis", axis: kind });
      }}
    >
      {axes.map(({ kind, unit }) => (
        <option key={kind} value={kind}>
          {kind === "phase" ? "phases" : `${unit}s`}
        </option>
      ))}
    </select>
  );
}

function Speed() {
  const { speed, loop } = useModel().transient;
  return (
    <select
      aria-label="Speed of playback"
      title="Stops a second"
      value={`${speed.value}${loop.value ? " loop" : ""}`}
      onChange={(event) => {
        const [rate, again] = event.currentTarget.value.split(" ");
        speed.value = Number(rate);
        loop.value = again === "loop";
      }}
    >
      {SPEEDS.flatMap((rate) => [
        <option key={rate} value={String(rate)}>{`${rate} / s`}</option>,
        <option key={`${rate} loop`} value={`${rate} loop`}>{`${rate} / s, loop`}</option>,
      ])}
    </select>
  );
}

/** Moves the window on, stop by stop, while the pointer rests on nothing that is shown. */
function usePlayback(axis: Axis): void {
  const { state, dispatch, transient, held } = useModel();
  const { playing, timeMode, speed, loop } = transient;
  const [on, rate] = [playing.value, speed.value];
  useEffect(() => {
    if (!on) return;
    const step = () => {
      if (held.peek()) return;
      const { lens } = state.peek();
      const next = nextWindow(windowOf(lens, axis), timeMode.peek(), timedStops(axis), loop.peek());
      if (next) dispatch({ type: "look", lens: lookAt(lens, axis, next), adjusting: true });
      else playing.value = false;
    };
    const window = windowOf(state.peek().lens, axis);
    if (!window || window.last >= timedStops(axis) - 1) {
      const start = nextWindow(null, timeMode.peek(), timedStops(axis), true);
      dispatch({ type: "look", lens: lookAt(state.peek().lens, axis, start), adjusting: true });
    }
    const timer = setInterval(step, 1_000 / rate);
    return () => {
      clearInterval(timer);
      dispatch({ type: "settle" });
    };
  }, [on, rate, axis, state, dispatch, timeMode, loop, held, playing]);
}
