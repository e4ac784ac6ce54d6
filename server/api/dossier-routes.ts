/** Routes about the server, and about a dossier as a whole. */
import { z } from "zod";
import { describeSources, paragraphsOf } from "../../graph-data/display/words.ts";
import { type Codebook, DEFAULT_CODEBOOK } from "../../graph-data/dossier/codebook.ts";
import { dossierJsonSchema } from "../../graph-data/dossier/schema.ts";
import { writeDossier } from "../../graph-data/dossier/write.ts";
import { NotFoundError } from "../../graph-data/errors.ts";
import { fileName } from "../../graph-data/formats/index.ts";
import type { Entry } from "../stores/store.ts";
import { answerJson, defineRoute, JSON_TYPE } from "./route.ts";
import { codebookShape, documentShape, dossierListShape, problemsShape } from "./shapes.ts";

export const download = z
  .literal("1")
  .optional()
  .describe("1: sent as a file to save, whose name says dossier and lens");

const DOSSIER = { dossier: "The dossier's id" };

export const dossierList = defineRoute({
  id: "listDossiers",
  scope: "server",
  path: "/api/dossiers",
  summary: "All dossiers, broken ones too",
  answers: { [JSON_TYPE]: dossierListShape },
  handle: async ({ stores }) => answerJson({ dossiers: (await stores.list()).map(summarize) }),
});

function summarize({ id, title, source, narrative, problems }: Entry) {
  const counts = narrative && {
    documents: narrative.documents.size,
    actors: narrative.actors.size,
    statements: narrative.statements.length,
    withheld: narrative.withheld.length,
  };
  const rests = narrative && describeSources(narrative);
  return { id, title, source, usable: narrative !== null, counts, rests, problems: problems.length };
}

export const wholeDossier = defineRoute({
  id: "getDossier",
  scope: "dossier",
  path: "/api/dossiers/{dossier}",
  summary: "The whole dossier as one file in the dossier format, texts inline, positions complete",
  parts: DOSSIER,
  query: z.object({ download }),
  answers: { [JSON_TYPE]: null },
  handle: ({ narrative }) => ({
    text: writeDossier(narrative.dossier),
    mediaType: JSON_TYPE,
    fileName: fileName(narrative.dossier.id, "", "json"),
  }),
});

export const documentRoute = defineRoute({
  id: "getDocument",
  scope: "dossier",
  path: "/api/dossiers/{dossier}/documents/{document}",
  summary: "A document with its text and where its paragraphs lie",
  parts: { ...DOSSIER, document: "The document's id" },
  answers: { [JSON_TYPE]: documentShape },
  handle({ narrative, path }) {
    const document = narrative.documents.get(path.document ?? "");
    if (!document) throw new NotFoundError(`There is no document "${path.document}" in this dossier.`);
    const { file: _onDisk, ...shown } = document;
    return answerJson({ ...shown, paragraphs: paragraphsOf(document) });
  },
});

export const problemsRoute = defineRoute({
  id: "listProblems",
  scope: "entry",
  path: "/api/dossiers/{dossier}/problems",
  summary: "What is wrong with a dossier, each problem with its path",
  parts: DOSSIER,
  answers: { [JSON_TYPE]: problemsShape },
  handle: ({ entry: { id, title, narrative, problems } }) =>
    answerJson({ dossier: id, title, usable: narrative !== null, problems }),
});

export const schemaRoute = defineRoute({
  id: "getSchema",
  scope: "server",
  path: "/api/schema",
  summary: "The dossier format as JSON Schema",
  answers: { "application/schema+json; charset=utf-8": null },
  handle: () => ({
    text: JSON.stringify(dossierJsonSchema(), null, 2),
    mediaType: "application/schema+json; charset=utf-8",
  }),
});

export const codebookRoute = defineRoute({
  id: "getCodebook",
  scope: "server",
  path: "/api/codebook",
  summary: "The default codebook: families and types of relation",
  answers: { [JSON_TYPE]: codebookShape },
  handle: () => answerJson(plainCodebook(DEFAULT_CODEBOOK)),
});

function plainCodebook({ families, types }: Codebook) {
  return { families: [...families.values()], relationTypes: [...types.values()] };
}
