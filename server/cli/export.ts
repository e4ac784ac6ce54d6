/** `narrascope export`: a slice of a dossier, in any format. */
import { UsageError } from "../../graph-data/errors.ts";
import type { Unit } from "../../graph-data/formats/format.ts";
import { FORMATS, type Format } from "../../graph-data/formats/index.ts";
import { writeFormat } from "../../graph-data/formats/write.ts";
import type { NarrativeGraph } from "../../graph-data/graph/build.ts";
import { parseLens, writeLens } from "../../graph-data/lens/query.ts";
import { type Slice, sliceGraph } from "../../graph-data/lens/slice.ts";
import { VIEW_KEYS } from "../../graph-data/lens/view.ts";
import { createTools } from "../tools.ts";
import { type Command, type Invocation, JSON_OPTION } from "./command.ts";
import { deliver } from "./deliver.ts";
import { openToExport } from "./open.ts";

export const exportSlice: Command = {
  name: "export",
  summary: "Writes what a lens lets through, in any of the formats.",
  words: "DOSSIER",
  options: [
    { name: "format", short: "f", value: "F", allowed: FORMATS.map(({ id }) => id), describe: "the format" },
    {
      name: "lens",
      short: "l",
      value: "QUERY",
      describe: "as in the address bar, such as family=blame&phase=warnings",
    },
    { name: "unit", value: "U", allowed: ["statements", "ties"], describe: "what becomes an edge or a row" },
    { name: "theme", value: "T", allowed: ["light", "dark"], describe: "of pictures and colours" },
    {
      name: "scale",
      value: "N",
      allowed: ["1", "2", "3", "4"],
      describe: "device pixels to a unit, of a PNG",
    },
    { name: "output", short: "o", value: "FILE", describe: "where to write; stdout unless given" },
    JSON_OPTION,
  ],
  more: `DOSSIER is a folder, a JSON file, the id of a dossier that comes with the program, or - for stdin. Without
--format, the name of the output says it. What the format cannot hold is said on stderr; with --json, in JSON.

  narrascope export kremlin-moscow-suburb --format gexf --lens "family=blame" -o blame.gexf`,
  async run(invocation) {
    const { words, values, around } = invocation;
    if (words.length !== 1)
      throw new UsageError("narrascope export needs one dossier; see narrascope export --help");
    const format = chooseFormat(values.format, values.output);
    const narrative = await openToExport(words[0]!, around);
    const slice = sliceGraph(narrative, readLens(values.lens ?? "", narrative));
    return writeOut(format, slice, invocation);
  },
};

/** By its id, or by the ending of the output's name where one format alone has it. */
function chooseFormat(id: string | undefined, output: string | undefined): Format {
  if (id !== undefined) return FORMATS.find((format) => format.id === id)!;
  const fitting = FORMATS.filter(({ extension }) => output?.toLowerCase().endsWith(`.${extension}`));
  if (fitting.length === 1) return fitting[0]!;
  const choices = (fitting.length > 1 ? fitting : FORMATS).map((format) => format.id).join(", ");
  throw new UsageError(`narrascope export needs --format: ${choices}`);
}

function readLens(text: string, narrative: NarrativeGraph) {
  const { lens, problems } = parseLens(text.replace(/^\?/, ""), narrative, VIEW_KEYS);
  if (problems.length > 0) throw new UsageError("The lens cannot be used.", problems);
  return lens;
}

async function writeOut(format: Format, slice: Slice, invocation: Invocation): Promise<0> {
  const { values, flags, around } = invocation;
  const { content, omitted } = writeFormat(format, slice, {
    unit: values.unit as Unit | undefined,
    theme: values.theme === "dark" ? "dark" : "light",
    scale: values.scale === undefined ? undefined : Number(values.scale),
    tools: createTools(around.root),
  });
  const report = {
    format: format.id,
    lens: writeLens(slice.lens, slice.narrative),
    statements: slice.statements.length,
    actors: slice.actors.length,
    omitted,
  };
  await deliver(content, report, invocation);
  if (!flags.has("json")) for (const what of omitted) around.complain(`not in ${format.label}: ${what}`);
  return 0;
}
