/** A dossier's folder in an archive: `dossier.json`, and the texts that it names in files of their own. */
import { strToU8 } from "fflate";
import { locateJson } from "../dossier/json.ts";
import { FORMAT } from "../dossier/limits.ts";
import type { DossierDocument } from "../dossier/records.ts";
import { errorAt, InvalidDataError } from "../errors.ts";
import { holdsFile, readFiles } from "./archive.ts";
import { dossierReader } from "./dossier-reader.ts";
import { joinPortions } from "./portions.ts";
import type { Reader } from "./reader.ts";
import { createDecoder } from "./text.ts";

const MAIN = "dossier.json";

export const dossierZipReader: Reader = {
  id: "dossier-zip",
  label: "Dossier in an archive",
  extensions: ["zip"],
  describe: `A folder with ${MAIN} and its documents, as one ZIP archive (${FORMAT}).`,
  recognise: (_name, head) => (holdsFile(head, MAIN) ? 1 : 0),
  open(sink, options) {
    const portions: Uint8Array[] = [];
    return {
      push: (bytes) => void portions.push(bytes.slice()),
      end() {
        const inner = dossierReader.open(sink, options);
        inner.push(strToU8(inlineTexts(joinPortions(portions))));
        return { ...inner.end(), format: "dossier-zip" };
      },
    };
  },
};

/** The dossier as one file. A document whose file is not in the archive is left as it is: the reader notes it. */
function inlineTexts(bytes: Uint8Array): string {
  const files = readFiles(bytes);
  const path = [...files.keys()]
    .filter((name) => name === MAIN || name.endsWith(`/${MAIN}`))
    .sort(byLength)[0];
  if (path === undefined) throw missing();
  const folder = path.slice(0, -MAIN.length);
  const text = decode(files.get(path)!);
  const json = locateJson(text);
  const documents = "value" in json ? (json.value as { documents?: unknown } | null)?.documents : undefined;
  if (!("value" in json) || !Array.isArray(documents)) return text;
  const inlined = documents.map((document: DossierDocument) => {
    const content = typeof document?.file === "string" ? files.get(folder + document.file) : undefined;
    if (!content || document.text !== undefined) return document;
    const { file: _file, ...rest } = document;
    return { ...rest, text: decode(content) };
  });
  return JSON.stringify({ ...(json.value as object), documents: inlined });
}

function decode(bytes: Uint8Array): string {
  const decoder = createDecoder("utf-8");
  return decoder.push(bytes) + decoder.end();
}

function missing(): InvalidDataError {
  const message = `the archive holds no ${MAIN}`;
  return new InvalidDataError(message, [errorAt(MAIN, message)]);
}

const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
