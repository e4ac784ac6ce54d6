/** The style sheet of briefings: one for the page, for the file that holds it, and for the preview in the explorer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `views`: the folder of the templates. */
export function readBriefingStyle(views: string): string {
  return readFileSync(join(views, "briefing.css"), "utf8");
}
