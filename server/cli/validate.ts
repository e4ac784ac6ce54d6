/** `narrascope validate`: all problems of dossiers, with their paths. */
import { countWords } from "../../graph-data/display/words.ts";
import { describeProblem, UsageError } from "../../graph-data/errors.ts";
import { type Command, JSON_OPTION } from "./command.ts";
import { hasErrors, type Opened, openDossiers } from "./open.ts";

export const validate: Command = {
  name: "validate",
  summary: "Checks dossiers: structure, references, dates, and whether every quotation is in its document.",
  words: "DOSSIER…",
  options: [JSON_OPTION],
  more: `Each DOSSIER is a folder, a JSON file, the id of a dossier that comes with the program, or - for stdin,
or a folder of dossiers. All problems are printed, one a line with its path. The exit code is 1 when one of them is an error; warnings alone
leave it 0.`,
  async run({ words, flags, around }) {
    if (words.length === 0)
      throw new UsageError("narrascope validate needs a dossier; see narrascope validate --help");
    const checked: Opened[] = [];
    for (const word of words) for await (const opened of openDossiers(word, around)) checked.push(opened);
    await around.print(
      flags.has("json") ? `${JSON.stringify(checked.map(plain), null, 2)}\n` : checked.map(describe).join(""),
    );
    return checked.some(({ problems }) => hasErrors(problems)) ? 1 : 0;
  },
};

function plain({ name, narrative, problems }: Opened) {
  return {
    dossier: name,
    valid: !hasErrors(problems),
    actors: narrative?.actors.size ?? null,
    statements: narrative?.statements.length ?? null,
    withheld: narrative?.withheld.length ?? null,
    problems,
  };
}

function describe({ name, narrative, problems }: Opened): string {
  const lines = problems.map((problem) => `  ${problem.severity} ${describeProblem(problem)}`);
  const counts = narrative
    ? `${countWords(narrative.actors.size, "actor")}, ${countWords(narrative.statements.length, "statement")}`
    : "cannot be opened";
  const verdict = problems.length === 0 ? "no problem" : countWords(problems.length, "problem");
  return `${[`${name}: ${counts}; ${verdict}`, ...lines].join("\n")}\n`;
}
