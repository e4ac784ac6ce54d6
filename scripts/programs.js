/** Finding programs, without starting any. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The program's full path, looked for on PATH, or `null`. */
export function findOnPath(name, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    if (folder !== "" && isProgram(join(folder, name))) return join(folder, name);
  }
  return null;
}

export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
