/** Reading a million rows: how fast, and whether memory grows with the file. Rows are made as they are read. */
import { csvReader } from "../graph-data/formats/csv-reader.ts";
import { gdeltReader } from "../graph-data/formats/gdelt-reader.ts";
import type { Reader, Sink } from "../graph-data/formats/reader.ts";
import { seedRng } from "../graph-data/random.ts";
import { report } from "./support.ts";

const ROWS = 1_000_000;
const ROWS_A_PORTION = 500;

/** Rows from … of a file; the same numbers give the same rows. */
type MakeRows = (from: number, count: number) => string;

export async function run(): Promise<void> {
  measure("GDELT 2.0", gdeltReader, gdeltRows());
  measure("CSV", csvReader, csvRows());
}

function measure(name: string, reader: Reader, makeRows: MakeRows): void {
  const encoder = new TextEncoder();
  let statements = 0;
  const sink: Sink = {
    document: () => {},
    actor: () => {},
    statement: () => {
      statements += 1;
    },
    frame: () => {},
  };
  const reading = reader.open(sink, { name });
  let [time, work, peak] = [0, 0, 0];
  const before = settledMemory();
  for (let at = 0; at < ROWS; at += ROWS_A_PORTION) {
    const bytes = encoder.encode(makeRows(at, ROWS_A_PORTION));
    const [start, used] = [performance.now(), processorTime()];
    reading.push(bytes);
    time += performance.now() - start;
    work += processorTime() - used;
    if (at % 20_000 === 0) peak = Math.max(peak, memory() - before);
  }
  const start = performance.now();
  reading.end();
  time += performance.now() - start;
  const kept = settledMemory() - before;
  report(`${name}: rows read`, ROWS, "");
  report(`${name}: statements`, statements, "");
  report(`${name}: rows a second`, ROWS / (time / 1_000), "rows/s", { atLeast: 100_000 });
  report(
    `${name}: rows a second of processor time, garbage collection included`,
    ROWS / (work / 1_000),
    "rows/s",
  );
  report(`${name}: memory at its peak, garbage included`, peak / 1_048_576, "MB", { atMost: 200 });
  report(`${name}: memory kept at the end`, kept / 1_048_576, "MB", { atMost: 20 });
}

/** Milliseconds of all threads: what it would take on a machine with nothing else to do, or less. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Without garbage, where Node was started with --expose-gc. */
function settledMemory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return memory();
}

const COUNTRIES = ["USA", "RUS", "UKR", "CHN", "FRA", "DEU", "GBR", "ISR", "IRN", "SYR", ""];
const TYPES = ["GOV", "MIL", "MED", "BUS", "COP", "REB", ""];
const CODES = ["010", "036", "042", "043", "051", "057", "084", "111", "112", "130", "173", "190", "193"];

function gdeltRows(): MakeRows {
  const random = seedRng(1);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const actor = (): string[] => {
    const [country, type] = [pick(COUNTRIES), pick(TYPES)];
    return [country + type, `NAME OF ${country}${type}`, country, "", "", "", "", type, "", ""];
  };
  const place = [
    "4",
    "Waterkloof, Free State, South Africa",
    "SF",
    "SF03",
    "77359",
    "-30.3098",
    "25.2971",
    "-1299321",
  ];
  const row = (at: number): string => {
    const day = `2015${String(1 + (at % 12)).padStart(2, "0")}${String(1 + (at % 28)).padStart(2, "0")}`;
    const code = pick(CODES);
    const event = [
      "1",
      code,
      code.slice(0, 3),
      code.slice(0, 2),
      "1",
      "-2.0",
      "5",
      "1",
      "5",
      "-4.4776119402985",
    ];
    const url = `http://host${at % 5_000}.example.org/2015/02/19/an-article-of-usual-length-${at}.html`;
    const head = [410_000_000 + at, day, day.slice(0, 6), "2015", "2015.1315"];
    return [
      ...head,
      ...actor(),
      ...actor(),
      ...event,
      ...place,
      ...place,
      ...place,
      "20150218230000",
      url,
    ].join("\t");
  };
  return (from, count) => `${Array.from({ length: count }, (_, at) => row(from + at)).join("\n")}\n`;
}

/** Every tenth quotation holds a delimiter, a doubled quotation mark and a line end. */
function csvRows(): MakeRows {
  const random = seedRng(2);
  const actor = () => `Actor ${Math.floor(random() ** 2 * 2_000)}`;
  const types = ["blames", "denies", "supports", "threatens", "criticises"];
  const row = (at: number): string => {
    const type = types[Math.floor(random() * types.length)]!;
    const quotation = at % 10 === 0 ? '"He said, ""we\ndid not"""' : "They did it and they will do it again";
    return `${actor()},${type},${actor()},2024-03-${String(1 + (at % 28)).padStart(2, "0")},${quotation},Paper ${at % 500}`;
  };
  return (from, count) => {
    const header = from === 0 ? "source,type,target,date,quotation,document\n" : "";
    return `${header}${Array.from({ length: count }, (_, at) => row(from + at)).join("\n")}\n`;
  };
}
