/** `narrascope completion`: what makes a shell complete commands, options and their values. */
import { UsageError } from "../../graph-data/errors.ts";
import type { Command, Option } from "./command.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `list` gives all commands; asked when the command runs. */
export function completionCommand(list: () => readonly Command[]): Command {
  return {
    name: "completion",
    summary: "Prints a script that makes a shell complete commands, options and files.",
    words: SHELLS.join("|"),
    options: [],
    more: `  eval "$(narrascope completion bash)"          in ~/.bashrc
  eval "$(narrascope completion zsh)"           in ~/.zshrc, after compinit
  narrascope completion fish > ~/.config/fish/completions/narrascope.fish`,
    async run({ words, around }) {
      const shell = SHELLS.find((candidate) => candidate === words[0]);
      if (!shell || words.length > 1)
        throw new UsageError(`narrascope completion needs a shell: ${SHELLS.join(", ")}`);
      await around.print(shell === "fish" ? writeFish(list()) : writeBash(list(), shell));
      return 0;
    },
  };
}

/** zsh runs it through bashcompinit. */
function writeBash(commands: readonly Command[], shell: "bash" | "zsh"): string {
  const cases = commands.map(({ name, options }) => {
    const values = options
      .filter(({ allowed }) => allowed)
      .map((option) => `      ${spellings(option).join("|")}) words="${option.allowed!.join(" ")}";;`);
    return [
      `    ${name})`,
      `      words="${[...options.flatMap(spellings), "--help"].join(" ")}"`,
      ...(values.length > 0 ? [`      case "$before" in`, ...values, "      esac"] : []),
      "      ;;",
    ].join("\n");
  });
  return `${shell === "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : ""}_narrascope() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(" ")} --help --version"; fi
  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _narrascope narrascope
`;
}

function writeFish(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c narrascope -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ...options.map(({ name: option, short, value, allowed, describe }) =>
      [
        `complete -c narrascope -n "__fish_seen_subcommand_from ${name}" -l ${option}`,
        short ? `-s ${short}` : "",
        value ? "-r" : "",
        allowed ? `-a ${quote(allowed.join(" "))}` : "",
        `-d ${quote(describe)}`,
      ]
        .filter(Boolean)
        .join(" "),
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

function spellings({ name, short }: Option): string[] {
  return [`--${name}`, ...(short ? [`-${short}`] : [])];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
