/** Opening a file: nothing yet, reading, columns to confirm, what went wrong, what was read. */
import type { Signal } from "@preact/signals";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../../graph-data/errors.ts";
import type { Proposal } from "../../graph-data/formats/reader.ts";
import { Columns } from "./columns.tsx";
import { chooseFile } from "./drop.ts";
import { type Kept, keep } from "./kept.ts";
import type { Answer, Order, Readable, Stage } from "./messages.ts";
import { ProblemList } from "./problem-list.tsx";
import { ReportView } from "./report.tsx";

type Phase =
  | { readonly kind: "empty" }
  | { readonly kind: "reading"; readonly stage: Stage; readonly share: number | null; readonly slow: boolean }
  | { readonly kind: "columns"; readonly proposal: Proposal; readonly fields: readonly string[] }
  | { readonly kind: "failed"; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly kind: "stopped" }
  | { readonly kind: "read"; readonly kept: Kept; readonly unkept: boolean };

/** Milliseconds after which progress is shown: what is faster needs none. */
const PATIENCE = 500;

export function Opening({ kept, explore }: { readonly kept: Kept | null; explore(kept: Kept): void }) {
  const phase = useSignal<Phase>(firstPhase(kept));
  const formats = useSignal<readonly Readable[]>([]);
  const worker = useRef<Worker | null>(null);
  const begin = (order: Order) => {
    worker.current?.terminate();
    worker.current = startWorker();
    listen(worker.current, phase, formats, kept);
    worker.current.postMessage(order);
  };
  const read = (columns?: Readonly<Record<string, string>>) => {
    if (!kept) return;
    phase.value = { kind: "reading", stage: "reading", share: 0, slow: false };
    begin({ kind: "read", file: kept.file, columns });
  };
  useEffect(() => {
    if (kept && !kept.opened) read();
    else if (!kept) begin({ kind: "list" });
    return () => worker.current?.terminate();
  }, [kept]);
  const stop = () => {
    worker.current?.terminate();
    phase.value = { kind: "stopped" };
  };
  const now = phase.value;
  const name = kept?.file.name ?? "";
  return (
    <div class="opening-page">
      <header>
        <a class="brand" href="/">
          Narrascope
        </a>
      </header>
      <main>
        {now.kind === "empty" && <Empty formats={formats.value} />}
        {now.kind === "reading" && <Reading name={name} {...now} stop={stop} />}
        {now.kind === "columns" && <Columns name={name} {...now} confirm={read} />}
        {now.kind === "stopped" && (
          <>
            <h1 dir="auto">{name}</h1>
            <p>Reading was stopped. Nothing was kept of it.</p>
            <p class="row">
              <button type="button" class="strong" onClick={() => read()}>
                Read it again
              </button>
              <ChooseButton />
            </p>
          </>
        )}
        {now.kind === "failed" && <Failed name={name} {...now} />}
        {now.kind === "read" && (
          <ReportView kept={now.kept} unkept={now.unkept} explore={() => explore(now.kept)}>
            <ChooseButton />
          </ReportView>
        )}
      </main>
    </div>
  );
}

function firstPhase(kept: Kept | null): Phase {
  if (!kept) return { kind: "empty" };
  if (kept.opened) return { kind: "read", kept, unkept: false };
  return { kind: "reading", stage: "reading", share: 0, slow: false };
}

function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}

function listen(
  worker: Worker,
  phase: Signal<Phase>,
  formats: Signal<readonly Readable[]>,
  kept: Kept | null,
): void {
  const began = performance.now();
  const timer = setTimeout(() => {
    if (phase.value.kind === "reading") phase.value = { ...phase.value, slow: true };
  }, PATIENCE);
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (data.kind === "readable") formats.value = data.formats;
    else if (data.kind === "progress")
      phase.value = { ...data, kind: "reading", slow: performance.now() - began > PATIENCE };
    else {
      clearTimeout(timer);
      worker.terminate();
      if (data.kind !== "opened") phase.value = data;
      else if (kept) void keepRead({ ...kept, opened: data.opened }, phase);
    }
  });
  worker.addEventListener("error", ({ message }) => {
    clearTimeout(timer);
    const words = `The program that reads files failed: ${message || "it could not be loaded"}`;
    phase.value = { kind: "failed", message: words, problems: [] };
  });
}

async function keepRead(kept: Kept, phase: Signal<Phase>): Promise<void> {
  const unkept = await keep(kept).then(
    () => false,
    () => true,
  );
  phase.value = { kind: "read", kept, unkept };
}

function ChooseButton({ strong = false }: { readonly strong?: boolean }) {
  const words = useSignal("");
  return (
    <>
      <button
        type="button"
        class={strong ? "strong" : ""}
        onClick={() =>
          chooseFile(document, (said) => {
            words.value = said;
          })
        }
      >
        {strong ? "Open a file" : "Open another file"}
      </button>
      <span role="status">{words.value}</span>
    </>
  );
}

function Empty({ formats }: { readonly formats: readonly Readable[] }) {
  return (
    <>
      <h1>Open a file</h1>
      <div class="drop-here">
        <p>Drop a file anywhere on this page, or choose one.</p>
        <p class="row">
          <ChooseButton strong />
        </p>
        <p class="faint">It is read in this browser and sent nowhere.</p>
      </div>
      <h2>What can be opened</h2>
      <dl class="formats">
        {formats.map(({ label, extensions, describe }) => (
          <div key={label}>
            <dt>
              {label} <span class="faint">{extensions.map((extension) => `.${extension}`).join(" ")}</span>
            </dt>
            <dd>{describe}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  reading: "Reading",
  checking: "Checking ids, dates and quotations",
  arranging: "Giving every actor a place",
};

interface ReadingProps {
  readonly name: string;
  readonly stage: Stage;
  readonly share: number | null;
  readonly slow: boolean;
  stop(): void;
}

function Reading({ name, stage, share, slow, stop }: ReadingProps) {
  return (
    <>
      <h1 dir="auto">{name}</h1>
      {slow && (
        <>
          <p id="stage" role="status">
            {STAGE_WORDS[stage]} …
          </p>
          <progress aria-labelledby="stage" max={1} value={share ?? undefined} />
          <p class="row">
            <button type="button" onClick={stop}>
              Stop
            </button>
          </p>
        </>
      )}
    </>
  );
}

interface FailedProps {
  readonly name: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

function Failed({ name, message, problems }: FailedProps) {
  return (
    <>
      <h1 dir="auto">{name}</h1>
      <p class="failure" role="alert" dir="auto">
        {message}
      </p>
      <ProblemList problems={problems} />
      <p class="row">
        <ChooseButton />
      </p>
    </>
  );
}
