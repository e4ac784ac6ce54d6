/** The time strip: the stops of an axis with their bars, and the window that the lens looks through. */
import { useComputed } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { countWords } from "../../graph-data/display/words.ts";
import type { Axis } from "../../graph-data/time/axis.ts";
import { type Bar, buildBars } from "../../graph-data/time/bars.ts";
import { chooseAxis, lookAt, type TimeWindow, windowOf } from "../../graph-data/time/window.ts";
import { useModel } from "../state/model.ts";
import { isLarge, pass, rest } from "../state/passing.ts";
import { axesOf, moveEnd, slide, type TimeMode, timedStops, timedWindow, windowAt } from "../state/time.ts";
import { useHover } from "./hover.ts";
import { TimeControls } from "./time-controls.tsx";

const HEIGHT = 44;

export function TimeStrip() {
  const { narrative, state } = useModel();
  const { lens, view } = state.value;
  const axes = axesOf(narrative);
  const axis = chooseAxis(axes, view.axis, lens);
  if (!axis) return null;
  return (
    <section class="time-strip" aria-label="Time">
      <TimeControls axes={axes} axis={axis} />
      <AxisStops key={axis.kind} axis={axis} />
    </section>
  );
}

interface StopsProps {
  readonly axis: Axis;
  /** One for each stop, under the lens without its time: what a window could show. */
  readonly bars: readonly Bar[];
}

function AxisStops({ axis }: { readonly axis: Axis }) {
  const { narrative, allTimes } = useModel();
  const bars = useComputed(() =>
    buildBars(axis, allTimes.value.statements, [...narrative.codebook.families.keys()]),
  ).value;
  return (
    <>
      <Stops axis={axis} bars={bars} />
      <Timeless axis={axis} bars={bars} />
    </>
  );
}

function Stops({ axis, bars }: StopsProps) {
  const { state, transient, held } = useModel();
  const { lens, view } = state.value;
  const passing = transient.passing.value;
  const passed = (side: Side) => (passing?.side === side ? passing.window : null);
  const window = passed("b") ?? windowOf(lens, axis);
  const before = view.compare ? { window: passed("a") ?? windowOf(view.compare, axis) } : null;
  const list = useRef<HTMLOListElement>(null);
  const windows = { a: timedWindow(axis, before?.window ?? null), b: timedWindow(axis, window) };
  const brush = useBrush(axis, windows, list);
  const hover = useHover("stops");
  // While a window moves over a hundred stops, only classes change: the list is drawn again for other bars alone.
  const drawn = useMemo(() => <StopList axis={axis} bars={bars} list={list} />, [axis, bars]);
  useLayoutEffect(() => {
    for (const [at, item] of [...(list.current?.children ?? [])].entries()) {
      const inside = isInside(at, window) || (before !== null && isInside(at, before.window));
      item.classList.toggle("outside", !inside);
    }
  });
  return (
    <div class={`stops ${axis.kind}`} {...brush} {...hover}>
      {drawn}
      {before && <WindowFrame axis={axis} window={before.window} side="a" />}
      <WindowFrame axis={axis} window={window} side="b" />
      {held.value && <b class="held">held</b>}
    </div>
  );
}

interface StopListProps extends StopsProps {
  readonly list: { current: HTMLOListElement | null };
}

function StopList({ axis, bars, list }: StopListProps) {
  const timed = axis.stops.slice(0, timedStops(axis));
  const most = Math.max(1, ...bars.slice(0, timed.length).map(({ height }) => height));
  const stride = axis.kind === "phase" ? 1 : Math.ceil(timed.length / 8);
  return (
    <ol ref={list}>
      {timed.map((stop, at) => {
        const bar = bars[at];
        return (
          <li
            key={stop.id}
            class="stop"
            title={`${stop.label}: ${countWords(bar?.statements ?? 0, "statement")}`}
          >
            {bar && <Stack bar={bar} most={most} />}
            <span class={at % (3 * stride) === 0 ? "stop-label" : "stop-label spare"} dir="auto">
              {at % stride === 0 ? stop.label : ""}
            </span>
            <span class="visually-hidden">{countWords(bar?.statements ?? 0, "statement")}</span>
          </li>
        );
      })}
    </ol>
  );
}

function isInside(stop: number, window: TimeWindow | null): boolean {
  return !window || (stop >= window.first && stop <= window.last);
}

/** The stop of statements without a time, apart from the others: none is lost, and it has no place in the order. */
function Timeless({ axis, bars }: StopsProps) {
  const { state } = useModel();
  const look = useWindow(axis);
  if (axis.timeless === -1) return null;
  const window = windowOf(state.value.lens, axis);
  const chosen = window?.first === axis.timeless;
  const count = bars[axis.timeless]?.statements ?? 0;
  return (
    <button
      type="button"
      class="timeless"
      aria-pressed={chosen}
      title="Statements without a time on this axis"
      onClick={() => look(chosen ? null : { first: axis.timeless, last: axis.timeless })}
    >
      <b>{count}</b>
      {axis.stops[axis.timeless]?.label.toLowerCase()}
    </button>
  );
}

/** Shares of dates that spread over several stops are outlines; what belongs to one stop alone is filled. */
function Stack({ bar, most }: { readonly bar: Bar; readonly most: number }) {
  const { styles, theme } = useModel();
  let below = 0;
  const rect = (family: string, share: number, spread: boolean) => {
    const height = (share / most) * HEIGHT;
    if (height === 0) return null;
    below += height;
    const colour = styles.get(family)?.colour[theme.value];
    const box = { x: 0.5, width: 9, y: HEIGHT - below + 0.3, height: Math.max(0.4, height - 0.6) };
    return spread ? (
      <rect key={`${family}~`} {...box} fill="none" stroke={colour} vector-effect="non-scaling-stroke" />
    ) : (
      <rect key={family} {...box} fill={colour} />
    );
  };
  return (
    <svg class="stack" viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bar.parts.flatMap(({ family, sure, spread }) => [
        rect(family, sure, false),
        rect(family, spread, true),
      ])}
    </svg>
  );
}

/** The window as a frame with two ends; each end, and the frame itself, moves with the keys. */
function WindowFrame({ axis, window, side }: Pick<WindowSliderProps, "axis" | "window" | "side">) {
  const { state } = useModel();
  const compares = state.value.view.compare !== undefined;
  const name = compares ? ` ${side.toUpperCase()}` : "";
  const count = timedStops(axis);
  const shown = timedWindow(axis, window);
  const { first, last } = shown ?? { first: 0, last: count - 1 };
  const percent = (stops: number) => `${(stops / count) * 100}%`;
  return (
    <div
      class={`time-window ${side} ${shown ? "" : "whole"} ${compares ? "compared" : ""}`}
      style={{ insetInlineStart: percent(first), width: percent(last - first + 1) }}
    >
      {compares && <b class="side">{side.toUpperCase()}</b>}
      <WindowSlider
        axis={axis}
        window={shown}
        side={side}
        part="first"
        label={`Start of the window${name}`}
      />
      {shown && <WindowSlider axis={axis} window={shown} side={side} part="both" label={`Window${name}`} />}
      <WindowSlider axis={axis} window={shown} side={side} part="last" label={`End of the window${name}`} />
    </div>
  );
}

interface WindowSliderProps {
  readonly axis: Axis;
  readonly window: TimeWindow | null;
  /** Of a comparison, whose window it is; otherwise `b`. */
  readonly side: Side;
  readonly part: "first" | "last" | "both";
  readonly label: string;
}

type Side = "a" | "b";

function WindowSlider({ axis, window, side, part, label }: WindowSliderProps) {
  const look = useWindow(axis, side);
  const stops = timedStops(axis);
  const shown = window ?? { first: 0, last: stops - 1 };
  const at = part === "last" ? shown.last : shown.first;
  const page = Math.max(2, Math.round(stops / 10));
  const move = (to: number) =>
    look(part === "both" ? slide(shown, to - at, stops) : moveEnd(shown, part, to, stops));
  const names = [axis.stops[shown.first]?.label, axis.stops[shown.last]?.label];
  return (
    <div
      class={`window-end ${part}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={stops - 1}
      aria-valuenow={Math.min(at, stops - 1)}
      aria-valuetext={part === "both" ? `from ${names[0]} to ${names[1]}` : axis.stops[at]?.label}
      onKeyDown={(event) => {
        const goal = {
          ArrowLeft: at - 1,
          ArrowDown: at - 1,
          ArrowRight: at + 1,
          ArrowUp: at + 1,
          PageDown: at - page,
          PageUp: at + page,
          Home: 0,
          End: stops,
        }[event.key];
        if (goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        move(goal);
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** Looks through a window; small changes that follow one another are one step of undo. */
function useWindow(axis: Axis, side: Side = "b"): (window: TimeWindow | null, adjusting?: boolean) => void {
  const model = useModel();
  const { state, dispatch, transient, narrative } = model;
  return (window, adjusting = false) => {
    transient.playing.value = false;
    if (adjusting && window && isLarge(narrative)) return pass(model, { axis, window, side });
    const { compare } = state.peek().view;
    if (side === "a" && compare)
      return dispatch({ type: "compare", compare: lookAt(compare, axis, window), adjusting });
    dispatch({ type: "look", lens: lookAt(state.peek().lens, axis, window), adjusting });
  };
}

/** Brushing: press and drag over stops draws a window, inside the window moves it, at an end resizes it. */
function useBrush(
  axis: Axis,
  windows: Readonly<Record<Side, TimeWindow | null>>,
  list: { readonly current: HTMLElement | null },
) {
  const model = useModel();
  const { transient, dispatch, state } = model;
  const looks = { a: useWindow(axis, "a"), b: useWindow(axis, "b") };
  const count = timedStops(axis);
  const stopAt = (x: number) => {
    const box = list.current?.getBoundingClientRect();
    if (!box) return 0;
    return Math.min(count - 1, Math.max(0, Math.floor(((x - box.left) / box.width) * count)));
  };
  return {
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      if (event.button !== 0) return;
      const area = event.currentTarget;
      area.setPointerCapture(event.pointerId);
      const start = stopAt(event.clientX);
      const side = state.peek().view.compare
        ? ((event.target && sideOf(event.target)) ?? transient.brush.peek())
        : "b";
      const [window, look] = [windows[side], looks[side]];
      const grip = gripOf(event.target, window);
      let moved = false;
      const move = ({ clientX }: PointerEvent) => {
        const stop = stopAt(clientX);
        if (!moved && stop === start) return;
        moved = true;
        look(dragged(grip, window, start, stop, axis), true);
      };
      const drop = () => {
        area.removeEventListener("pointermove", move);
        rest(model);
        if (moved) dispatch({ type: "settle" });
        else look(clicked(start, window, transient.timeMode.peek()));
      };
      area.addEventListener("pointermove", move);
      area.addEventListener("pointerup", drop, { once: true });
      area.addEventListener("pointercancel", () => area.removeEventListener("pointermove", move), {
        once: true,
      });
    },
  };
}

/** Whose window is taken hold of; of two that lie over one another, the one on top. */
function sideOf(target: EventTarget): Side | null {
  const frame = target instanceof Element ? target.closest(".time-window") : null;
  return frame ? (frame.classList.contains("a") ? "a" : "b") : null;
}

type Grip = "first" | "last" | "both" | "new";

function gripOf(target: EventTarget | null, window: TimeWindow | null): Grip {
  if (!(target instanceof Element)) return "new";
  if (target.matches(".window-end.first")) return "first";
  if (target.matches(".window-end.last")) return "last";
  return window && target.matches(".window-end.both") ? "both" : "new";
}

function dragged(grip: Grip, window: TimeWindow | null, start: number, stop: number, axis: Axis): TimeWindow {
  const stops = timedStops(axis);
  const shown = window ?? { first: 0, last: stops - 1 };
  if (grip === "both") return slide(shown, stop - start, stops);
  if (grip !== "new") return moveEnd(shown, grip, stop, stops);
  return { first: Math.min(start, stop), last: Math.max(start, stop) };
}

/** A click looks at one stop, or up to it; a second click on the same looks at all times again. */
function clicked(stop: number, window: TimeWindow | null, mode: TimeMode): TimeWindow | null {
  const next = windowAt(stop, mode);
  return window && window.first === next.first && window.last === next.last ? null : next;
}
