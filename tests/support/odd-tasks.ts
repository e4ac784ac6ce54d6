/** Tasks that go wrong, and that tell what a worker knows. All are heavy. */
import { threadId } from "node:worker_threads";
import { InvalidDataError, NotFoundError, UsageError } from "../../graph-data/errors.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import type { LensRequest } from "../../server/api/answer-lens.ts";
import type { ReadRequest } from "../../server/stores/read-entry.ts";
import { createTasks } from "../../server/work/tasks.ts";
import { TOOLS } from "./tools.ts";

const TASKS = createTasks(TOOLS);
const heavy = () => Infinity;
const problems = [{ path: "a.b", message: "is odd", severity: "error" }] as const;

const ERRORS = {
  usage: new UsageError("asked oddly", problems),
  missing: new NotFoundError("there is none"),
  invalid: new InvalidDataError("odd data", problems),
  plain: new RangeError("out of bounds"),
};

const visits = new WeakMap<NarrativeGraph, number>();

export const ODD_TASKS = {
  ...TASKS,
  /** As the server's, but for measures by which it never ends, or ends its thread. */
  answer: {
    ...TASKS.answer,
    run(narrative: NarrativeGraph, request: LensRequest) {
      const { measure } = request.query as { measure?: string };
      if (measure === "families") sleepForEver();
      if (measure === "narratives") process.exit(3);
      return TASKS.answer.run(narrative, request);
    },
  },
  /** As the server's, but for a file by which it ends its thread. */
  read: {
    ...TASKS.read,
    run: (none: null, request: ReadRequest) =>
      request.location.name === "deadly" ? process.exit(4) : TASKS.read.run(none, request),
  },
  echo: { weigh: heavy, run: (_none: null, input: unknown) => input },
  spin: { weigh: heavy, run: (_none: null, _input: unknown) => spinForEver() },
  die: { weigh: heavy, run: (_none: null, code: number) => process.exit(code) },
  fail: {
    weigh: heavy,
    run(_none: null, which: keyof typeof ERRORS): string {
      throw ERRORS[which];
    },
  },
  /** What cannot be copied. */
  leak: { weigh: heavy, run: (_none: null, _input: undefined) => () => 1 },
  thread: { weigh: heavy, run: (_none: null, _input: unknown) => threadId },
  /** How often this thread has seen this very graph, and how many statements it has. */
  visit: {
    weigh: heavy,
    run(narrative: NarrativeGraph, _input: unknown) {
      visits.set(narrative, (visits.get(narrative) ?? 0) + 1);
      return { visits: visits.get(narrative)!, statements: narrative.statements.length };
    },
  },
} as const;

function spinForEver(): never {
  for (;;);
}

/** As long, without keeping a core from the tests beside it. */
function sleepForEver(): never {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
