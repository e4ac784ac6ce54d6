/** The graph's keys: walking from actor to actor, choosing, zooming. */

import { KIND_WORDS } from "../../graph-data/display/styles.ts";
import { countWords } from "../../graph-data/display/words.ts";
import { SHIFT_WORDS } from "../../graph-data/shift/words.ts";
import type { Network } from "../graph/network.ts";
import { ZOOM } from "../graph/viewport.ts";
import { type Direction, stepFrom } from "../graph/walk.ts";
import { type Model, useModel } from "../state/model.ts";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const PAN = 60;

export function useGraphKeys(network: Network | null): (event: KeyboardEvent) => void {
  const model = useModel();
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction && event.shiftKey) pan(network, direction);
    else if (direction) walk(model, direction);
    else if (!act(event, model, network)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function pan(network: Network | null, direction: Direction): void {
  const [x, y] = { left: [-PAN, 0], right: [PAN, 0], up: [0, -PAN], down: [0, PAN] }[direction];
  network?.panBy(x!, y!);
}

function walk(model: Model, direction: Direction): void {
  const { focus } = model.transient;
  const next = stepFrom(focus.peek(), direction, model.elements.peek());
  if (next === null) return;
  focus.value = next;
  announceActor(model, next);
}

/** Whether the key means something here. */
function act(event: KeyboardEvent, model: Model, network: Network | null): boolean {
  const { focus } = model.transient;
  const id = focus.peek();
  switch (event.key) {
    case "Enter":
      if (id === null) return false;
      model.dispatch(event.shiftKey ? { type: "select also", entry: id } : { type: "select", entries: [id] });
      return true;
    case ".":
    case ",":
      return chooseLine(model, event.key === "." ? 1 : -1);
    case "x":
      return expandChosen(model);
    case "+":
    case "=":
      network?.zoomBy(ZOOM.step);
      return true;
    case "-":
      network?.zoomBy(1 / ZOOM.step);
      return true;
    case "Escape":
      if (id === null && (model.state.peek().view.select ?? []).length === 0) return false;
      focus.value = null;
      model.dispatch({ type: "select", entries: [] });
      return true;
    default:
      return false;
  }
}

/** Goes through the lines of the actor that the keyboard stands on. */
function chooseLine(model: Model, step: 1 | -1): boolean {
  const id = model.transient.focus.peek();
  const lines = model.elements.peek().lines.filter(({ source, target }) => source === id || target === id);
  if (lines.length === 0) return false;
  const chosen = model.state.peek().view.select?.[0];
  const at = lines.findIndex((line) => line.id === chosen);
  const next =
    lines[at === -1 ? (step === 1 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length]!;
  model.dispatch({ type: "select", entries: [next.id] });
  const { actors, codebook } = model.narrative;
  const words = [
    actors.get(next.source)?.label,
    codebook.families.get(next.family)?.label,
    actors.get(next.target)?.label,
    next.shift && SHIFT_WORDS[next.shift],
    countWords(next.statements.length, "statement"),
  ];
  model.transient.announcement.value = words.filter(Boolean).join(", ");
  return true;
}

function expandChosen(model: Model): boolean {
  const chosen = model.state.peek().view.select?.[0];
  const line = model.elements.peek().lines.find(({ id }) => id === chosen);
  if (!line || (line.statements.length === 1 && line.id === line.tie)) return false;
  model.dispatch({ type: "expand", tie: line.tie });
  return true;
}

function announceActor({ elements, transient }: Model, id: string): void {
  const { nodes, lines } = elements.peek();
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node) return;
  const linked = new Set(
    lines.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])),
  );
  transient.announcement.value = [
    node.label,
    KIND_WORDS[node.kind],
    countWords(node.statements, "statement"),
    `linked with ${countWords(linked.size, "actor")}`,
  ].join(", ");
}
