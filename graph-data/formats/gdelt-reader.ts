/**
 * Reads events of the GDELT Project, 1.0 and 2.0: rows of 57, 58 or 61 cells set apart by tabs, mixed in one file as
 * they come, with a header or without. Codebook: http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf
 *
 * An actor is one CAMEO code (country, group, ethnicity, religion, roles); a document is all that one host published,
 * so that memory does not grow with the rows; the article's address stays on the statement, as `url`.
 */

import { encodingIn, firstLine } from "./encodings.ts";
import type { CodedActor } from "./event-recorder.ts";
import { EventRecorder } from "./event-recorder.ts";
import { describeCode } from "./gdelt-actors.ts";
import { NumberSet } from "./number-set.ts";
import { numberOf } from "./numbers.ts";
import type { Reader, Reading, ReadOptions, Sink } from "./reader.ts";
import { type TabRow, TabRows } from "./tab-rows.ts";
import { createDecoder } from "./text.ts";

export const gdeltReader: Reader = {
  id: "gdelt",
  label: "GDELT events",
  extensions: ["csv", "tsv", "txt", "export.csv"],
  describe: "Machine-coded events of the GDELT Project, 1.0 and 2.0: one statement a row, by the CAMEO code.",
  recognise(_name, head) {
    const cells = firstLine(head).split("\t");
    if (isHeaderName(cells[0]!) && cells.length > 5) return 1;
    return LAYOUTS.has(cells.length) && /^\d+$/.test(cells[0]!) && /^\d{8}$/.test(cells[1]!) ? 0.95 : 0;
  },
  open: (sink, options) => openGdelt(sink, options),
};

/** Where the cells are that are read; −1 for a column that is not there. */
interface Layout {
  readonly length: number;
  readonly id: number;
  readonly date: number;
  readonly code: number;
  readonly goldstein: number;
  readonly mentions: number;
  readonly url: number;
  /** Code, name, country, group, ethnicity, two religions, three types: one after the other. */
  readonly actors: readonly [source: number, target: number];
}

const FIRST = { id: 0, date: 1, actors: [5, 15], code: 26, goldstein: 30, mentions: 31 } as const;

/** By the number of cells: 1.0 before April 2013, 1.0 since, 2.0. */
const LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [57, { ...FIRST, length: 57, url: -1 }],
  [58, { ...FIRST, length: 58, url: 57 }],
  [61, { ...FIRST, length: 61, url: 60 }],
]);

const UNREAD = ["IsRootEvent", "QuadClass", "NumSources", "NumArticles", "AvgTone", "geography", "DATEADDED"];

/** Numbers of events beyond this are none. */
const LARGEST_ID = 2 ** 33;

function openGdelt(sink: Sink, options: ReadOptions): Reading {
  const recorder = new EventRecorder(sink, options);
  const seen = new NumberSet();
  let header: Layout | null = null;
  const readRow = (cells: TabRow, row: number) => {
    if (isHeaderName(cells.cell(0))) {
      header = layoutOf(Array.from({ length: cells.length }, (_, at) => cells.cell(at)));
      return;
    }
    const layout = header?.length === cells.length ? header : LAYOUTS.get(cells.length);
    if (!layout) return recorder.leaveOut("rows that have not 57, 58 or 61 cells", row);
    const id = cells.cell(layout.id);
    if (!isEventNumber(id)) return recorder.leaveOut("rows without the number of an event", row);
    if (!seen.add(Number(id))) return recorder.leaveOut("rows whose event came before", row);
    recorder.record(readEvent(cells, layout, recorder), row);
  };
  const text = createDecoder(encodingIn(options));
  const rows = new TabRows(readRow);
  return {
    push: (bytes) => rows.push(text.push(bytes)),
    end: () => {
      rows.push(text.end());
      rows.end();
      return recorder.end("gdelt", UNREAD);
    },
  };
}

function isEventNumber(text: string): boolean {
  return text.length <= 10 && /^[1-9]\d*$/.test(text) && Number(text) < LARGEST_ID;
}

function readEvent(cells: TabRow, layout: Layout, recorder: EventRecorder) {
  const url = cells.cell(layout.url);
  const host = hostOf(url);
  return {
    id: cells.cell(layout.id),
    source: readActor(cells, layout.actors[0], recorder),
    target: readActor(cells, layout.actors[1], recorder),
    code: cells.cell(layout.code),
    date: withDashes(cells.cell(layout.date)),
    publisher: host ?? url,
    fields: {
      goldstein: numberOf(cells.cell(layout.goldstein)),
      mentions: numberOf(cells.cell(layout.mentions)),
      url: host === null ? null : url,
    },
  };
}

function readActor(cells: TabRow, at: number, recorder: EventRecorder): CodedActor | null {
  const code = cells.cell(at);
  if (code === "") return null;
  return {
    key: code,
    name: cells.cell(at + 1),
    describe: () =>
      describeCode(
        Array.from({ length: 10 }, (_, part) => cells.cell(at + part)),
        recorder,
      ),
  };
}

function withDashes(day: string): string {
  return day.length === 8 ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : day;
}

/** `null` for what is no address of the web, such as "BBC Monitoring". */
function hostOf(url: string): string | null {
  return /^https?:\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+)(?=[:/?#]|$)\S*$/i.exec(url)?.[1]?.toLowerCase() ?? null;
}

const isHeaderName = (cell: string) => cell.length < 20 && cell.trim().toLowerCase() === "globaleventid";

/** By the names in a header. `null` for one without the columns that a statement needs: the number of cells decides. */
function layoutOf(header: readonly string[]): Layout | null {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const [source, target] = [find("actor1code"), find("actor2code")];
  const layout: Layout = {
    length: names.length,
    id: 0,
    date: find("sqldate", "day"),
    code: find("eventcode"),
    goldstein: find("goldsteinscale"),
    mentions: find("nummentions"),
    url: find("sourceurl"),
    actors: [source, target],
  };
  return Math.min(layout.date, layout.code, source, target) < 0 ? null : layout;
}
