/** The commands, in the order in which help lists them. The first is run when none is named. */
import { brief } from "./brief.ts";
import type { Command } from "./command.ts";
import { completionCommand } from "./completion.ts";
import { exportSlice } from "./export.ts";
import { formats } from "./formats.ts";
import { importFiles } from "./import.ts";
import { serve } from "./serve.ts";
import { validate } from "./validate.ts";

export function listCommands(): readonly Command[] {
  const commands: readonly Command[] = [
    serve,
    importFiles,
    exportSlice,
    brief,
    validate,
    formats,
    completionCommand(() => commands),
  ];
  return commands;
}
