/** A browser's trace of a drag → what each step of it cost. The same for whatever page was dragged. */

export interface Step {
  /**
   * Milliseconds that the processor worked on script of the page's main thread, from the pointer's event until the next
   * step's. What other programs of the machine took meanwhile is not in it.
   */
  readonly script: number;
  /** Milliseconds from the pointer's event reaching the page until the frame with its result was presented. */
  readonly frame: number;
}

/** `EventLatency` (input) is the browser's own record of an input until the frame that answers it is presented. */
export const CATEGORIES = ["devtools.timeline", "input"];

/** Tasks and callbacks that run script. */
const SCRIPT = new Set([
  "EventDispatch",
  "FireAnimationFrame",
  "TimerFire",
  "RunMicrotasks",
  "FunctionCall",
  "EvaluateScript",
  "MinorGC",
  "MajorGC",
]);

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread was at work. */
  readonly tdur?: number;
  readonly id2?: { readonly local?: string };
  readonly args?: {
    readonly data?: { readonly type?: string };
    readonly event_latency?: { readonly event_type?: string; readonly surface_frame_trace_id?: number };
  };
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The steps in their order; one whose frame was dropped is none. */
export function readSteps(trace: Buffer): Step[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const events = traceEvents.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const moves = events.filter(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "pointermove",
  );
  const steps = findAnswers(events).map(({ start, end }) => {
    const move = moves.findLast(({ ts }) => ts >= start && ts <= end);
    if (!move) throw new Error("a frame answers a move of the pointer that reached no page");
    return { ...move, shown: end };
  });
  const script = findScript(events, steps[0]);
  return steps.map(({ ts, shown }, at) => {
    const end = steps[at + 1]?.ts ?? shown;
    const own = script.filter((event) => event.ts >= ts && event.ts < end);
    return {
      script: own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000,
      frame: (shown - ts) / 1_000,
    };
  });
}

/** Script of one thread; what runs within another script is part of that. */
function findScript(events: readonly TraceEvent[], thread?: Pick<TraceEvent, "pid" | "tid">): TraceEvent[] {
  let end = 0;
  return events.filter(({ name, ph, pid, tid, ts, dur = 0 }) => {
    if (ph !== "X" || pid !== thread?.pid || tid !== thread.tid || !SCRIPT.has(name) || ts < end)
      return false;
    end = ts + dur;
    return true;
  });
}

/** From the making of each move with a button held, until the frame that answers it is presented. */
function findAnswers(events: readonly TraceEvent[]): Interval[] {
  const open = new Map<string, TraceEvent>();
  const answers: Interval[] = [];
  for (const event of events) {
    if (event.name !== "EventLatency") continue;
    const key = `${event.pid} ${event.id2?.local}`;
    if (event.ph === "b") open.set(key, event);
    const begun = event.ph === "e" ? open.get(key) : undefined;
    const { event_type, surface_frame_trace_id } = begun?.args?.event_latency ?? {};
    if (!begun || event_type !== "MOUSE_DRAGGED") continue;
    // A busy machine drops a frame now and then: the next one answers for both.
    if (surface_frame_trace_id === undefined) continue;
    answers.push({ start: begun.ts, end: event.ts });
  }
  return answers.toSorted((a, b) => a.start - b.start);
}
