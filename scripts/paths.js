/** Where things are. Scripts work from any current folder. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, without a slash at its end. */
export const ROOT = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Whether this module is the one that Node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === resolve(process.argv[1]);
}
