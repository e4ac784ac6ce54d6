/** `narrascope formats`: what can be written and read. */
import { FORMATS } from "../../graph-data/formats/index.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import { type Command, JSON_OPTION } from "./command.ts";

export const formats: Command = {
  name: "formats",
  summary: "Lists the formats that export writes and import reads.",
  words: "",
  options: [JSON_OPTION],
  async run({ flags, around }) {
    await around.print(flags.has("json") ? `${JSON.stringify(listFormats(), null, 2)}\n` : describeFormats());
    return 0;
  },
};

function listFormats() {
  return {
    write: FORMATS.map(({ id, label, extension, mediaType, units, describe }) => ({
      id,
      label,
      extension,
      mediaType,
      units,
      describe,
    })),
    read: READERS.map(({ id, label, extensions, describe }) => ({ id, label, extensions, describe })),
  };
}

function describeFormats(): string {
  const { write, read } = listFormats();
  const ids = [...write, ...read].map(({ id }) => id.length);
  const row = ({ id, label, describe }: { id: string; label: string; describe: string }) =>
    `  ${id.padEnd(Math.max(...ids))}  ${label}. ${describe}\n`;
  return `export --format writes:\n${write.map(row).join("")}\nimport --format reads:\n${read.map(row).join("")}`;
}
