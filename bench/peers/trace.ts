/** A browser's trace of a drag → what each step of it cost, the same for whatever page was dragged; and what came after. */

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
    /** Of an animation frame. */
    readonly id?: string;
    readonly begin_frame_id?: { readonly sequence_number: number };
    readonly data?: { readonly type?: string; readonly message?: string };
    readonly event_latency?: { readonly event_type?: string; readonly surface_frame_trace_id?: number };
  };
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

function readEvents(trace: Buffer): TraceEvent[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return traceEvents.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** The steps in their order; one whose frame was dropped is none. */
export function readSteps(trace: Buffer): Step[] {
  const events = readEvents(trace);
  const moves = events.filter(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "pointermove",
  );
  const steps = findAnswers(events).map(({ start, end }) => {
    // The first: a late frame is presented when the next move has begun already.
    const move = moves.find(({ ts }) => ts >= start && ts <= end);
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

/**
 * Milliseconds from the pointer's last event reaching the page until a frame with the picture's detail was presented, and
 * no more without. The page stamps each painting of its lines as `curved` or `straight`.
 */
export function readReturn(trace: Buffer): number {
  const events = readEvents(trace);
  const moved = events.findLast(
    ({ name, args }) => name === "EventDispatch" && /^pointer(?:move|up)$/.test(args?.data?.type ?? ""),
  );
  const paintings = events.filter(({ name, ts }) => name === "TimeStamp" && moved && ts >= moved.ts);
  const straight = paintings.findLastIndex(({ args }) => args?.data?.message === "straight");
  const detailed = paintings[straight + 1];
  if (!moved || !detailed) throw new Error("the picture did not come back");
  const shown = findShown(events, detailed.ts);
  if (shown === undefined) throw new Error("the detail was in no frame");
  return (shown - moved.ts) / 1_000;
}

/** When the first frame that was under way at a time, or begun after it, was presented. */
function findShown(events: readonly TraceEvent[], since: number): number | undefined {
  const frames = events.filter(({ name }) => name === "AnimationFrame");
  const ids = frames
    .filter(({ ph, ts }) => ph === "e" && ts >= since)
    .map((end) =>
      frames.findLast(({ ph, ts, id2 }) => ph === "b" && ts <= end.ts && id2?.local === end.id2?.local),
    )
    .map((begun) => begun?.args?.id);
  // A frame that brought nothing new has no number.
  return events.find(
    ({ name, args }) =>
      name === "AnimationFrame::Presentation" &&
      ids.includes(args?.id) &&
      args?.begin_frame_id?.sequence_number !== 0,
  )?.ts;
}
