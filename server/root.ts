/** Where the package lies, wherever this code runs from: TypeScript sources, the built bundle, an installed package. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAME = "narrascope";

export interface Package {
  readonly root: string;
  readonly version: string;
}

/** The nearest folder above `from` (a file's URL) that holds this package's `package.json`. */
export function findPackage(from: string): Package {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, "utf8"));
      if (name === NAME) return { root: folder, version };
    }
    if (folder === dirname(folder))
      throw new Error(`no package.json of ${NAME} above ${fileURLToPath(from)}`);
  }
}
