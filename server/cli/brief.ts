/** `narrascope brief`: a briefing on a lens, in any of the forms. */
import { readFile } from "node:fs/promises";
import { errorAt, InvalidDataError, UsageError } from "../../graph-data/errors.ts";
import { writeLens } from "../../graph-data/lens/query.ts";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { parseAddress } from "../../graph-data/lens/view.ts";
import { dayShape } from "../api/briefing-routes.ts";
import { FORM_IDS, FORMS, PAPERS } from "../briefing/forms.ts";
import { writeBriefing } from "../briefing/write-briefing.ts";
import { DEFAULTS } from "../config.ts";
import { createTools } from "../tools.ts";
import { type Command, JSON_OPTION, type Surroundings } from "./command.ts";
import { deliver } from "./deliver.ts";
import { openToExport, readStdin } from "./open.ts";

/** Where `narrascope serve` answers unless it is told otherwise. */
const SERVED = `http://${DEFAULTS.host}:${DEFAULTS.port}`;

export const brief: Command = {
  name: "brief",
  summary: "Writes a briefing on what a lens lets through: findings, figures, numbered evidence.",
  words: "DOSSIER",
  options: [
    { name: "format", short: "f", value: "F", allowed: FORM_IDS, describe: "the form" },
    {
      name: "lens",
      short: "l",
      value: "QUERY",
      describe: "as in the address bar, such as family=blame; with compare=… the shift between two windows",
    },
    { name: "words", short: "w", value: "FILE", describe: "your own words, YAML or JSON; - for stdin" },
    {
      name: "date",
      value: "DAY",
      describe: "the date that it bears, 2026-11-23, or none; today unless given",
    },
    { name: "paper", value: "P", allowed: [...PAPERS], describe: "of PDF and Word" },
    { name: "base", value: "URL", describe: `the server that its links lead to; ${SERVED} unless given` },
    { name: "output", short: "o", value: "FILE", describe: "where to write; stdout unless given" },
    JSON_OPTION,
  ],
  more: `DOSSIER is a folder, a JSON file, the id of a dossier that comes with the program, or - for stdin. Without
--format, the name of the output says it. The words may give title, author, handling, bottomLine, judgements, comments on
shifts by tie, and sections to leave out; their Markdown cites statements as [@s12].

  narrascope brief kremlin-moscow-suburb --lens "family=blame,denial" --words words.yaml -o briefing.pdf`,
  async run(invocation) {
    const { words: named, values, around } = invocation;
    if (named.length !== 1)
      throw new UsageError("narrascope brief needs one dossier; see narrascope brief --help");
    const form = chooseForm(values.format, values.output);
    if (named[0] === "-" && values.words === "-")
      throw new UsageError("Dossier and words cannot both come from stdin.");
    const date = readDay(values.date);
    const base = readBase(values.base);
    const words = values.words === undefined ? null : await readWords(values.words, around);
    const narrative = await openToExport(named[0]!, around);
    const address = (values.lens ?? "").replace(/^\?/, "");
    const { lens, problems } = parseAddress(address, narrative);
    if (problems.length > 0) throw new UsageError("The lens cannot be used.", problems);
    const slice = sliceGraph(narrative, lens);
    const request = {
      ...{ address, words, date, version: around.version },
      base: `${base}/d/${encodeURIComponent(narrative.dossier.id)}`,
    };
    const paper = PAPERS.find((candidate) => candidate === values.paper) ?? "a4";
    const { content } = await writeBriefing(slice, request, { form, paper }, createTools(around.root));
    const report = {
      ...{ format: form, lens: writeLens(lens, narrative), date: date ?? null },
      ...{ statements: slice.statements.length, actors: slice.actors.length },
    };
    await deliver(content, report, invocation);
    return 0;
  },
};

/** By its id, or by the ending of the output's name. */
function chooseForm(id: string | undefined, output: string | undefined): string {
  if (id !== undefined) return id;
  const form = FORMS.find(({ extension }) => output?.toLowerCase().endsWith(`.${extension}`));
  if (form) return form.id;
  throw new UsageError(`narrascope brief needs --format: ${FORM_IDS.join(", ")}`);
}

/** `undefined` where none is wanted. */
function readDay(text: string | undefined): string | undefined {
  if (text === "none") return undefined;
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  const parsed = dayShape.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError("narrascope brief cannot be run like this.", [
    errorAt("--date", parsed.error.issues[0]!.message),
  ]);
}

function readBase(text = SERVED): string {
  if (/^https?:\/\/[^\s?#]+$/i.test(text)) return text.replace(/\/+$/, "");
  throw new UsageError("narrascope brief cannot be run like this.", [
    errorAt("--base", "is an address such as https://dossiers.example"),
  ]);
}

async function readWords(file: string, around: Surroundings): Promise<string> {
  const bytes = file === "-" ? await readStdin(around) : await readNamed(file);
  if (!bytes) throw new UsageError("There is more on stdin than words of a briefing can be.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidDataError("The words of the briefing cannot be read.", [errorAt(file, "is not UTF-8")]);
  }
}

async function readNamed(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`"${file}" cannot be read (${code}).`);
  }
}
