/** The dossier that comes with the program, read as the server reads it. */
import { readFileSync } from "node:fs";
import { parseDossier } from "../../graph-data/dossier/parse.ts";
import { buildGraph, type NarrativeGraph } from "../../graph-data/graph/build.ts";

const FOLDER = new URL("../../graph-data/dossiers/kremlin-moscow-suburb/", import.meta.url);

export function firstDossierGraph(): NarrativeGraph {
  const value = JSON.parse(readFileSync(new URL("dossier.json", FOLDER), "utf8"));
  for (const document of value.documents)
    document.text = readFileSync(new URL(document.file, FOLDER), "utf8");
  const { dossier, anchors, problems } = parseDossier(value);
  if (!dossier) throw new Error(problems.map(({ message }) => message).join("\n"));
  return buildGraph(dossier, anchors);
}
