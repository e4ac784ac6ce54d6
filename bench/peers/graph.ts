/** What the peers draw: the actors and ties of a dossier, with the stops of each tie, and what a window shows of them. */
import type { TimeWindow } from "../../graph-data/time/window.ts";

export const INK = "#1d2025";

export interface PeerActor {
  readonly id: string;
  readonly label: string;
  /** The y axis points down. */
  readonly x: number;
  readonly y: number;
  readonly statements: number;
}

export interface PeerTie {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly colour: string;
  /** Of its statements. */
  readonly stops: readonly number[];
}

export interface PeerGraph {
  readonly actors: readonly PeerActor[];
  readonly ties: readonly PeerTie[];
}

/** A library that draws a graph and follows a window of time. */
export interface Peer {
  /** Draws what the window shows; the steps draw at once or ask for the next frame, as the library would have it. */
  open(graph: PeerGraph, container: HTMLElement, window: TimeWindow): void;
  step(window: TimeWindow): void;
  /** Ties drawn now, by the library's own account. */
  countTies(): number;
}

export interface Shown {
  readonly ties: ReadonlySet<string>;
  /** Actors that a tie touches: one without is not drawn. */
  readonly actors: ReadonlySet<string>;
}

/** Cost: the statements of the graph. */
export function showWindow({ ties }: PeerGraph, { first, last }: TimeWindow): Shown {
  const shown = ties.filter(({ stops }) => stops.some((stop) => stop >= first && stop <= last));
  return {
    ties: new Set(shown.map(({ id }) => id)),
    actors: new Set(shown.flatMap(({ source, target }) => [source, target])),
  };
}
