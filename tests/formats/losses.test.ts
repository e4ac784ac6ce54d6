/** What each format says that it leaves out. The harbour has every field of the format; the counts are read off its file. */
import { describe, expect, test } from "@jest/globals";
import {
  actorSchema,
  documentSchema,
  dossierSchema,
  evidenceSchema,
  statementSchema,
} from "../../graph-data/dossier/schema.ts";
import { FORMATS } from "../../graph-data/formats/index.ts";
import { KNOWN_FIELDS } from "../../graph-data/formats/losses.ts";
import { sketchGraph } from "../support/fixtures.ts";
import { sliceOf } from "../support/slices.ts";
import { TOOLS } from "../support/tools.ts";

const omittedOf = (id: string, unit?: "statements" | "ties", query = "") =>
  FORMATS.find((format) => format.id === id)!.write(sliceOf(query), { unit, tools: TOOLS }).omitted;

const WHOLE_NETWORKS = ["graphology", "cytoscape", "cx2", "node-link", "gexf", "graphml", "stix"];
const OWN_FIELDS = [
  "1 field of a statement that is the dossier's own",
  "1 field of an actor that is the dossier's own",
];
const OF_THE_WHOLE = [
  "3 positions of actors",
  "8 entries of the codebook",
  "6 descriptions of phases and narratives",
  "1 step of the story",
  "3 fields of the dossier as a whole",
];

describe.each(WHOLE_NETWORKS)("%s", (id) => {
  test("leaves out fields of the dossier's own, and says so", () => {
    expect(omittedOf(id)).toEqual(OWN_FIELDS);
    const plain = sliceOf("", sketchGraph(["a blames b", "b denies a"]));
    expect(FORMATS.find((format) => format.id === id)!.write(plain).omitted).toEqual([]);
  });

  test("of a part goes without the story, which is told of the whole", () => {
    expect(omittedOf(id, "statements", "family=blame").at(-1)).toBe(
      "the story, which is told of the whole dossier",
    );
  });

  test("says what ties say no longer of their statements", () => {
    if (id === "stix") return;
    expect(omittedOf(id, "ties")).toEqual([
      "13 single statements: ties have their ids, quotations and dates together",
      "1 further piece of evidence",
      "12 contexts of quotations",
      "13 places of quotations in their documents",
      "3 voices that are not the author's",
      "2 modalities other than asserted",
      "2 actors that statements are about",
      "12 phases of statements",
      "2 bases of dates",
      "11 credibilities of statements",
      "7 links to narratives",
      "1 note",
      ...OWN_FIELDS,
    ]);
  });
});

describe("tables", () => {
  const MISSED = ["12 contexts of quotations", ...OWN_FIELDS, ...OF_THE_WHOLE];

  test("do not hold what is said of the whole", () => {
    expect(omittedOf("csv")).toEqual(["1 field of a document that is the dossier's own", ...MISSED]);
    expect(omittedOf("xlsx")).toEqual([
      "2 texts of documents",
      "1 field of a document that is the dossier's own",
      ...MISSED,
    ]);
    expect(omittedOf("statements-csv")).toEqual([
      "2 texts of documents",
      "3 records of documents, but for their ids",
      "10 kinds of actors",
      "4 other names of actors",
      "3 actors that are part of others",
      "1 description of an actor",
      ...MISSED,
    ]);
  });

  test("of events hold neither voices nor more of a date than its first day", () => {
    expect(omittedOf("events")).toEqual([
      "2 texts of documents",
      "1 further piece of evidence",
      "13 places of quotations in their documents",
      "3 voices that are not the author's",
      "2 modalities other than asserted",
      "2 actors that statements are about",
      "12 phases of statements",
      "5 dates of more than a day, but for their first days",
      "2 bases of dates",
      "11 credibilities of statements",
      "7 links to narratives",
      "1 note",
      "10 kinds of actors",
      "4 other names of actors",
      "1 description of an actor",
      "1 field of a document that is the dossier's own",
      ...MISSED,
    ]);
  });
});

test("a dossier and one HTML file hold everything; of a part all but the story", () => {
  for (const id of ["dossier", "html"]) {
    expect(omittedOf(id)).toEqual([]);
    expect(omittedOf(id, "statements", "voice=mayor")).toEqual([
      "the story, which is told of the whole dossier",
    ]);
  }
});

test("pictures say that they hold no words", () => {
  for (const id of ["svg", "png"]) {
    expect(omittedOf(id)[0]).toBe("13 single statements: ties alone are drawn, with their numbers");
    expect(omittedOf(id)).toContain("12 quotations");
    expect(omittedOf(id)).not.toContain("3 positions of actors");
  }
});

test("the fields that are known are those of the format of dossiers", () => {
  const fieldsOf = ({ shape }: { readonly shape: object }) => Object.keys(shape).toSorted();
  expect(KNOWN_FIELDS.statement.toSorted()).toEqual(fieldsOf(statementSchema));
  expect(KNOWN_FIELDS.evidence.toSorted()).toEqual(fieldsOf(evidenceSchema));
  expect(KNOWN_FIELDS.actor.toSorted()).toEqual(fieldsOf(actorSchema));
  expect(KNOWN_FIELDS.document.toSorted()).toEqual(fieldsOf(documentSchema));
  const told = ["summary", "language", "sliceOf"];
  expect([...KNOWN_FIELDS.dossier, ...told].filter((name) => name !== "sliceOf").toSorted()).toEqual(
    fieldsOf(dossierSchema),
  );
});
