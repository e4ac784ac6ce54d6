/** Lines of cells set apart by tabs, without quotation marks: only the cells that are asked for are made. */
import { errorAt, InvalidDataError } from "../errors.ts";
import { ownText } from "./own-text.ts";

/** Good until the next row comes. */
export interface TabRow {
  readonly length: number;
  /** Empty where there is no such cell. */
  cell(at: number): string;
}

/** Characters of one line beyond which a file is no table. */
const LONGEST_LINE = 10_000_000;

/** Cells of a row whose places are kept; further ones are counted. */
const MOST_CELLS = 256;

const TAB = 9;

export class TabRows {
  #row = 1;
  #rest = "";
  readonly #line = new Line();
  readonly #onRow: (row: TabRow, number: number) => void;

  /** `number` counts from 1, blank lines too. */
  constructor(onRow: (row: TabRow, number: number) => void) {
    this.#onRow = onRow;
  }

  push(text: string): void {
    const all = this.#rest + text;
    let from = 0;
    for (let end = all.indexOf("\n"); end >= 0; end = all.indexOf("\n", from)) {
      this.#read(all.slice(from, all.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end));
      from = end + 1;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > LONGEST_LINE) this.#refuse();
  }

  end(): void {
    const last = this.#rest.replace(/\r$/, "");
    this.#rest = "";
    if (last !== "") this.#read(last);
  }

  #read(line: string): void {
    const number = this.#row;
    this.#row += 1;
    if (line === "") return;
    this.#line.take(ownText(line));
    this.#onRow(this.#line, number);
  }

  #refuse(): never {
    const why = `is longer than ${LONGEST_LINE.toLocaleString("en-US")} characters`;
    throw new InvalidDataError("This is no table.", [errorAt(`row ${this.#row}`, why)]);
  }
}

class Line implements TabRow {
  length = 0;
  #text = "";
  /** Where each cell begins; after the last, where one more would. */
  readonly #starts = new Int32Array(MOST_CELLS + 1);

  take(text: string): void {
    this.#text = text;
    let count = 1;
    for (let at = 0; at < text.length; at += 1)
      if (text.charCodeAt(at) === TAB) {
        if (count <= MOST_CELLS) this.#starts[count] = at + 1;
        count += 1;
      }
    if (count <= MOST_CELLS) this.#starts[count] = text.length + 1;
    this.length = count;
  }

  cell(at: number): string {
    if (at < 0 || at >= Math.min(this.length, MOST_CELLS)) return "";
    return this.#text.slice(this.#starts[at], this.#starts[at + 1]! - 1);
  }
}
