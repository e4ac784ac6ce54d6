/**
 * Text of a table → rows of cells, portion by portion (RFC 4180): lines end in CRLF, LF or CR; a cell in quotation
 * marks may hold delimiters, line ends and, doubled, quotation marks. What follows a closing mark is taken along.
 */
import { errorAt, InvalidDataError } from "../errors.ts";
import { ownText } from "./own-text.ts";

/** `row` counts from 1, blank rows too, as a spreadsheet does. The cells are the taker's to keep. */
export type OnRow = (cells: string[], row: number) => void;

/** Characters of one row beyond which a file is no table, or a quotation mark is missing. */
const LONGEST_ROW = 10_000_000;

const QUOTE = 34;
const CR = "\r";
const LF = "\n";

export class RowParser {
  /** Rows so far, the one being read among them. */
  row = 1;
  readonly #delimiter: string;
  readonly #onRow: OnRow;
  readonly #quotes: boolean;
  #text = "";
  #at = 0;
  /** Of the row being read, where it did not fit in one look. */
  #cells: string[] = [];
  /** Of the cell being read: what its quotation marks held so far, in pieces. */
  #quoted: string[] | null = null;
  #length = 0;
  #inQuotes = false;
  /** Where the next one was found: −1 for nowhere in this text, −2 for not looked for. */
  #nextCr = -2;
  #nextLf = -2;
  #nextQuote = -2;
  #nextDelimiter = -2;

  /** Without `quotes`, a quotation mark is a character like any other. */
  constructor(delimiter: string, onRow: OnRow, { quotes = true }: { readonly quotes?: boolean } = {}) {
    this.#delimiter = delimiter;
    this.#onRow = onRow;
    this.#quotes = quotes;
  }

  push(text: string): void {
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#nextCr = this.#nextLf = this.#nextQuote = this.#nextDelimiter = -2;
    this.#read(false);
    if (this.#text.length - this.#at + this.#length > LONGEST_ROW) this.#refuse();
  }

  /** Ends the last row, if no line end does. Throws where a quotation mark is never closed. */
  end(): void {
    this.#read(true);
    if (this.#inQuotes) this.#refuse();
    if (this.#quoted === null && this.#cells.length === 0) return;
    this.#endCell("");
    this.#finishRow();
  }

  /** As far as the text goes; with `last`, nothing follows it. */
  #read(last: boolean): void {
    while (this.#at < this.#text.length) {
      const going = this.#inQuotes ? this.#readQuoted(last) : this.#readPlain(last);
      if (!going) return;
    }
  }

  #readPlain(last: boolean): boolean {
    const from = this.#at;
    const fresh = this.#cells.length === 0 && this.#quoted === null;
    if (this.#quotes && this.#quoted === null && this.#text.charCodeAt(from) === QUOTE) {
      this.#quoted = [];
      this.#inQuotes = true;
      this.#at += 1;
      return true;
    }
    const end = this.#lineEnd(from);
    if (end < 0 && !last) return fresh ? false : this.#readCell(from, -1);
    const stop = end < 0 ? this.#text.length : end;
    if (!last && this.#text[stop] === CR && stop + 1 === this.#text.length) return false;
    if (fresh && !this.#hasQuote(from, stop)) {
      this.#at = this.#afterLine(stop);
      this.#endRow(ownText(this.#text.slice(from, stop)).split(this.#delimiter));
      return true;
    }
    return this.#readCell(from, stop);
  }

  /** Up to the delimiter, or else to the end of the line, which is at `stop`; −1 where it has not come yet. */
  #readCell(from: number, stop: number): boolean {
    const delimiter = this.#delimiterFrom(from);
    if (delimiter >= 0 && (stop < 0 || delimiter < stop)) {
      this.#endCell(this.#text.slice(from, delimiter));
      this.#at = delimiter + 1;
      return true;
    }
    if (stop < 0) return false;
    this.#endCell(this.#text.slice(from, stop));
    this.#at = this.#afterLine(stop);
    this.#finishRow();
    return true;
  }

  #finishRow(): void {
    const cells = this.#cells;
    this.#cells = [];
    this.#length = 0;
    this.#endRow(cells);
  }

  #readQuoted(last: boolean): boolean {
    const close = this.#text.indexOf('"', this.#at);
    const until = close < 0 ? this.#text.length : close;
    if (close >= 0 && close + 1 === this.#text.length && !last) return false;
    this.#quoted!.push(this.#text.slice(this.#at, until));
    this.#length += until - this.#at;
    this.#at = until;
    if (close < 0) return false;
    const doubled = this.#text.charCodeAt(close + 1) === QUOTE;
    if (doubled) this.#quoted!.push('"');
    else this.#inQuotes = false;
    this.#at = close + (doubled ? 2 : 1);
    return true;
  }

  #endCell(rest: string): void {
    this.#cells.push(ownText(this.#quoted === null ? rest : this.#quoted.join("") + rest));
    this.#length += rest.length + 1;
    this.#quoted = null;
  }

  #endRow(cells: string[]): void {
    const row = this.row;
    this.row += 1;
    if (cells.length > 1 || cells[0] !== "") this.#onRow(cells, row);
  }

  #afterLine(end: number): number {
    return this.#text[end] === CR && this.#text[end + 1] === LF ? end + 2 : end + 1;
  }

  /** Where the line ends that `from` is in; −1 where no end has come yet. What was found is kept until it is passed. */
  #lineEnd(from: number): number {
    if (this.#nextLf !== -1 && this.#nextLf < from) this.#nextLf = this.#text.indexOf(LF, from);
    if (this.#nextCr !== -1 && this.#nextCr < from) this.#nextCr = this.#text.indexOf(CR, from);
    if (this.#nextCr < 0) return this.#nextLf;
    return this.#nextLf < 0 ? this.#nextCr : Math.min(this.#nextCr, this.#nextLf);
  }

  #delimiterFrom(from: number): number {
    const next = this.#nextDelimiter;
    if (next !== -1 && next < from) this.#nextDelimiter = this.#text.indexOf(this.#delimiter, from);
    return this.#nextDelimiter;
  }

  #hasQuote(from: number, stop: number): boolean {
    if (!this.#quotes) return false;
    if (this.#nextQuote !== -1 && this.#nextQuote < from) this.#nextQuote = this.#text.indexOf('"', from);
    return this.#nextQuote >= 0 && this.#nextQuote < stop;
  }

  #refuse(): never {
    const why = this.#inQuotes
      ? "a quotation mark opens here and is not closed"
      : `is longer than ${LONGEST_ROW.toLocaleString("en-US")} characters`;
    throw new InvalidDataError("This is no table.", [errorAt(`row ${this.row}`, why)]);
  }
}
