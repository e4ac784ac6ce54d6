/** The desk while it is open: its state, kept and previewed as it changes, and what takes a briefing away. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FormFacts } from "../../graph-data/briefing/forms.ts";
import { writeAddress } from "../../graph-data/lens/view.ts";
import type { Model } from "../state/model.ts";
import { type Briefer, startBriefer } from "./ask.ts";
import { type DeskAction, type DeskState, reduceDesk } from "./desk-state.ts";
import { createKeeper, type Keeper, parseKept } from "./keeping.ts";
import type { Answer, Asking, Briefed } from "./messages.ts";
import { toWords } from "./words.ts";

/** Milliseconds of rest before what was typed is previewed, and before it is kept. */
const REST = { preview: 250, keep: 400 } as const;

/** What stands on the right. */
export type Preview =
  | { readonly kind: "waiting" }
  | Briefed
  | { readonly kind: "refused"; readonly message: string };

export interface DeskModel {
  readonly model: Model;
  readonly state: ReadonlySignal<DeskState>;
  readonly preview: ReadonlySignal<Preview>;
  /** The preview is behind what was typed. */
  readonly behind: ReadonlySignal<boolean>;
  /** Why the words cannot be kept in this browser; "" while they can. */
  readonly unkept: ReadonlySignal<string>;
  /** The form that is being made, and the way to stop it. */
  readonly making: Signal<{ readonly form: FormFacts; stop(): void } | null>;
  /** The field that a citation is being chosen for. */
  readonly citing: Signal<string | null>;
  /** On narrow screens, the one sheet that is seen. */
  readonly sheet: Signal<"write" | "preview" | "take">;
  readonly briefer: Briefer;
  dispatch(action: DeskAction): void;
  /** As the state stands now. */
  asking(): Asking;
  /** Query text of what a briefing depends on. */
  query(): string;
}

/** Also starts to keep and to preview. `close` keeps what is not kept yet. */
export function openDesk(model: Model, today: () => string): { desk: DeskModel; close(): void } {
  const { narrative, place } = model;
  const keeper = createKeeper(() => localStorage, place.pages ?? "/open", narrative.dossier.id);
  const state = signal(keeper.read());
  const preview = signal<Preview>({ kind: "waiting" });
  const behind = signal(true);
  const unkept = signal("");
  const briefer = startBriefer(narrative.dossier);
  // Back and forward of the browser change the view under the desk.
  const query = computed(() => queryOf(model));
  const wanted = computed(() => ({ query: query.value, state: state.value }));
  const asking = (): Asking => {
    const { words, date } = state.peek();
    const base = place.pages === null ? null : `${location.origin}${place.pages}`;
    return { address: query.peek(), words: toWords(words), date: (date ?? today()) || undefined, base };
  };
  const stops = [
    keepAlong(keeper, state, unkept),
    previewAlong({ wanted, preview, behind }, () => briefer.ask({ kind: "brief", asking: asking() })),
  ];
  const desk: DeskModel = {
    ...{ model, state, preview, behind, unkept, briefer, asking },
    making: signal(null),
    citing: signal(null),
    sheet: signal("write"),
    dispatch(action) {
      state.value = reduceDesk(state.peek(), action);
    },
    query: () => query.peek(),
  };
  const close = () => {
    for (const stop of stops) stop();
    desk.making.peek()?.stop();
    briefer.stop();
  };
  return { desk, close };
}

/** Selection, viewport and looks do not matter to a briefing. */
function queryOf({ state, narrative }: Model): string {
  const { lens, view } = state.value;
  const { compare, axis } = view;
  return writeAddress({ lens, view: { ...(compare && { compare }), ...(axis && { axis }) } }, narrative);
}

/** Keeps the state once it rests, and when the page is left; takes up what another tab keeps. */
function keepAlong(keeper: Keeper, state: Signal<DeskState>, unkept: Signal<string>): () => void {
  let kept = state.peek();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    const now = state.peek();
    if (now === kept) return;
    kept = now;
    unkept.value = keeper.write(now) ?? "";
  };
  const stop = effect(() => {
    if (state.value === kept) return;
    clearTimeout(timer);
    timer = setTimeout(keep, REST.keep);
  });
  const follow = ({ key, newValue }: StorageEvent) => {
    // What was typed here and is not kept yet goes before.
    if (key !== keeper.key || state.peek() !== kept) return;
    kept = parseKept(newValue);
    state.value = kept;
  };
  addEventListener("pagehide", keep);
  addEventListener("storage", follow);
  return () => {
    keep();
    stop();
    removeEventListener("pagehide", keep);
    removeEventListener("storage", follow);
  };
}

/** One preview after the other, each of the newest words: those in between are passed over. */
function previewAlong(
  {
    wanted,
    preview,
    behind,
  }: { wanted: ReadonlySignal<object>; preview: Signal<Preview>; behind: Signal<boolean> },
  ask: () => Promise<Answer>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let running = false;
  let shown: object | null = null;
  const update = async () => {
    if (running) return;
    running = true;
    while (!stopped && shown !== wanted.peek()) {
      shown = wanted.peek();
      const next = await ask().then(showable, (error: Error) =>
        refuse(`The preview failed: ${error.message}`),
      );
      if (!stopped) preview.value = next;
    }
    running = false;
    behind.value = false;
  };
  const stop = effect(() => {
    if (wanted.value === shown) return;
    behind.value = true;
    clearTimeout(timer);
    timer = setTimeout(update, shown === null ? 0 : REST.preview);
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop();
  };
}

function showable(answer: Answer): Preview {
  if (answer.kind === "briefed") return answer;
  return refuse(answer.kind === "refused" ? answer.message : "The preview failed.");
}

function refuse(message: string): Preview {
  return { kind: "refused", message };
}

const DeskContext = createContext<DeskModel | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): DeskModel {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a part of the desk was drawn outside DeskProvider");
  return desk;
}
