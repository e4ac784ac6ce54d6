/** What hands do on the graph, as calls with ids. Cytoscape's own selection is not used: the state holds it. */
import type { Core, EventObject } from "cytoscape";

export interface Gestures {
  /** The line at a point of the graph, if there is one. */
  lineAt(x: number, y: number): string | null;
  /** An actor or a line. `also`: a modifier key asks to add to what is chosen. */
  tap(id: string, also: boolean): void;
  tapGround(): void;
  openNode(id: string): void;
  openLine(id: string): void;
  /** Several actors within a box drawn with the shift key. */
  box(ids: readonly string[]): void;
  drag(id: string, x: number, y: number): void;
  move(moves: ReadonlyMap<string, readonly [x: number, y: number]>): void;
  /** What the pointer is over; `null` when nothing. */
  point(over: { readonly kind: "actor" | "line"; readonly id: string } | null): void;
}

export function listenForGestures(cy: Core, gestures: Gestures): void {
  const lineAt = ({ position }: EventObject) => gestures.lineAt(position.x, position.y);
  /** The two last tapped: Cytoscape calls any two quick taps a double one, also those on two things. */
  let taps: readonly (string | undefined)[] = [];
  const tap = (id: string, event: EventObject) => {
    taps = [taps.at(-1), id];
    gestures.tap(id, asksAlso(event));
  };
  cy.on("tap", "node", (event) => tap(event.target.id(), event));
  cy.on("tap", (event) => {
    if (event.target !== cy) return;
    const line = lineAt(event);
    if (line === null) gestures.tapGround();
    else tap(line, event);
  });
  cy.on("dbltap", "node", (event) => taps[0] === event.target.id() && gestures.openNode(event.target.id()));
  cy.on("dbltap", (event) => {
    const line = event.target === cy ? lineAt(event) : null;
    if (line !== null && taps[0] === line) gestures.openLine(line);
  });
  listenForPointing(cy, gestures);
  listenForBoxes(cy, gestures);
  listenForMoves(cy, gestures);
}

function asksAlso({ originalEvent }: EventObject): boolean {
  const { shiftKey, ctrlKey, metaKey } = (originalEvent ?? {}) as MouseEvent;
  return Boolean(shiftKey || ctrlKey || metaKey);
}

/** Looks for a line once a frame at most: the pointer tells its place more often. */
function listenForPointing(cy: Core, gestures: Gestures): void {
  let asked = 0;
  cy.on("mouseover", "node", (event) => {
    cancelAnimationFrame(asked);
    gestures.point({ kind: "actor", id: event.target.id() });
  });
  cy.on("mouseout", () => {
    cancelAnimationFrame(asked);
    gestures.point(null);
  });
  cy.on("mousemove", (event) => {
    if (event.target !== cy) return;
    cancelAnimationFrame(asked);
    const { x, y } = event.position;
    asked = requestAnimationFrame(() => {
      const id = gestures.lineAt(x, y);
      gestures.point(id === null ? null : { kind: "line", id });
    });
  });
}

/** Cytoscape tells each boxed element by itself; they are gathered until it has told them all. */
function listenForBoxes(cy: Core, gestures: Gestures): void {
  let boxed: string[] = [];
  cy.on("boxselect", "node", (event) => {
    if (boxed.length === 0) {
      queueMicrotask(() => {
        gestures.box(boxed);
        boxed = [];
      });
    }
    boxed.push(event.target.id());
  });
  cy.on("select", (event) => {
    event.target.unselect();
  });
}

function listenForMoves(cy: Core, gestures: Gestures): void {
  cy.on("drag", "node", (event) => {
    const { x, y } = event.target.position();
    gestures.drag(event.target.id(), x, y);
  });
  cy.on("dragfree", "node", (event) => {
    const { x, y } = event.target.position();
    gestures.move(new Map([[event.target.id(), [Math.round(x), Math.round(y)]]]));
  });
}
