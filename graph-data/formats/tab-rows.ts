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

const CARRIAGE_RETURN = 13;

export class TabRows {
  #row = 1;
  /** The line that is not over yet. */
  #rest = "";
  readonly #line = new Line();
  readonly #onRow: (row: TabRow, number: number) => void;

  /** `number` counts from 1, blank lines too. */
  constructor(onRow: (row: TabRow, number: number) => void) {
    this.#onRow = onRow;
  }

  push(text: string): void {
    const whole = this.#rest === "" ? 0 : text.indexOf("\n") + 1;
    if (whole > 0) this.#read(this.#rest + text.slice(0, whole), 0);
    if (whole > 0 || this.#rest === "") this.#rest = ownText(text.slice(this.#read(text, whole)));
    else this.#rest += text;
    if (this.#rest.length > LONGEST_LINE) this.#refuse();
  }

  end(): void {
    const last = this.#rest;
    this.#rest = "";
    if (last !== "") this.#read(`${last}\n`, 0);
  }

  /** Every whole line from there on; gives where the first that is not whole begins. The engine finds the signs. */
  #read(text: string, from: number): number {
    const line = this.#line;
    let start = from;
    let tab = find(text, "\t", from);
    for (let end = text.indexOf("\n", from); end >= 0; end = text.indexOf("\n", start)) {
      line.begin(text, start);
      for (; tab < end; tab = find(text, "\t", tab + 1)) line.cut(tab);
      this.#finish(start, end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
      start = end + 1;
    }
    return start;
  }

  #finish(start: number, end: number): void {
    const number = this.#row;
    this.#row += 1;
    if (start === end) return;
    this.#line.cut(end);
    this.#onRow(this.#line, number);
  }

  #refuse(): never {
    const why = `is longer than ${LONGEST_LINE.toLocaleString("en-US")} characters`;
    throw new InvalidDataError("This is no table.", [errorAt(`row ${this.#row}`, why)]);
  }
}

function find(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Cells no longer than this are copied by the engine itself. */
const COPIED = 12;

class Line implements TabRow {
  length = 0;
  #text = "";
  /** Where each cell begins; after the last, where one more would. */
  readonly #starts = new Int32Array(MOST_CELLS + 1);

  begin(text: string, at: number): void {
    this.#text = text;
    this.#starts[0] = at;
    this.length = 0;
  }

  /** A cell is over. */
  cut(at: number): void {
    this.length += 1;
    if (this.length <= MOST_CELLS) this.#starts[this.length] = at + 1;
  }

  cell(at: number): string {
    if (at < 0 || at >= Math.min(this.length, MOST_CELLS)) return "";
    const [start, end] = [this.#starts[at]!, this.#starts[at + 1]! - 1];
    const part = this.#text.slice(start, end);
    return end - start > COPIED ? ownText(part) : part;
  }
}
