/** What a reader has to say of a file, gathered as it reads: sentences with counts and the first few places. */
import type { Note } from "./reader.ts";

/** Says where the reader is: "line 12, column 7". */
export type Place = () => string;

const MOST_PLACES = 5;
const MOST_NOTES = 100;

export class Notes {
  readonly #notes = new Map<string, { kind: Note["kind"]; what: string; count: number; places: string[] }>();

  /** One more of this kind; `place` is asked for, and kept, for the first few. */
  add(kind: Note["kind"], what: string, place?: Place): void {
    const key = `${kind} ${what}`;
    if (this.#notes.size >= MOST_NOTES && !this.#notes.has(key)) {
      this.#more(kind);
      return;
    }
    const note = this.#notes.get(key) ?? { kind, what, count: 0, places: [] };
    note.count += 1;
    if (place !== undefined && note.places.length < MOST_PLACES) note.places.push(place());
    this.#notes.set(key, note);
  }

  /** A file made to have a thousand kinds of oddity gets one line for those beyond the first hundred. */
  #more(kind: Note["kind"]): void {
    const what = "other oddities";
    const note = this.#notes.get(`${kind} ${what}`);
    if (note) note.count += 1;
    else this.#notes.set(`${kind} ${what}`, { kind, what, count: 1, places: [] });
  }

  /** In the order in which they were first said. */
  list(): Note[] {
    return [...this.#notes.values()];
  }
}
