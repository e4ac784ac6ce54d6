/** Writes the sample briefing, in every form: `docs/sample-briefing.*`. The tests hold it to be current. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { isMain, ROOT } from "./paths.js";

const DOSSIER = "kremlin-moscow-suburb";
const LENS = "phase=attack..main-adversary&family=blame,denial,acknowledgement&actor=kremlin&side=1";
const DATE = "2026-11-23";
/** Its figures lie beside the Markdown, in a folder of their own. */
const FIGURES = "sample-briefing-figures";

export const SAMPLE_FORMS = ["pdf", "docx", "html", "json"];

/** The bytes of each file by its path under `docs/`. */
export function makeSample({ root = ROOT } = {}) {
  const brief = (form) =>
    execFileSync(
      process.execPath,
      [
        `${root}/dist/server/main.js`,
        ...["brief", DOSSIER, "--lens", LENS, "--words", `${root}/docs/sample-words.yaml`],
        ...["--date", DATE, "--format", form],
      ],
      { cwd: root, maxBuffer: 64 * 2 ** 20 },
    );
  const files = new Map(SAMPLE_FORMS.map((form) => [`sample-briefing.${form}`, brief(form)]));
  for (const [path, bytes] of Object.entries(unzipSync(brief("md-zip"))))
    if (path.endsWith(".md")) {
      const text = Buffer.from(bytes).toString("utf8").replaceAll("](figures/", `](${FIGURES}/`);
      files.set("sample-briefing.md", Buffer.from(text));
    } else files.set(path.replace("figures/", `${FIGURES}/`), Buffer.from(bytes));
  return files;
}

if (isMain(import.meta.url)) {
  rmSync(`${ROOT}/docs/${FIGURES}`, { recursive: true, force: true });
  mkdirSync(`${ROOT}/docs/${FIGURES}`, { recursive: true });
  for (const [path, bytes] of makeSample()) {
    writeFileSync(`${ROOT}/docs/${path}`, bytes);
    console.log(`wrote docs/${path} (${Math.ceil(bytes.length / 1024)} kB)`);
  }
}
