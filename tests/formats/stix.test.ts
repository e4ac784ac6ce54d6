import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { uuidOfName } from "../../graph-data/formats/uuid.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { sketchGraph } from "../support/fixtures.ts";
import type { Json } from "../support/json.ts";
import { notesOf, readAs, refusalOf, sliceRead } from "../support/reading.ts";
import { expectAnyRoundTrip, expectRoundTrip } from "../support/round-trip.ts";
import { expectGolden, sliceOf, wholeSlices, writeAs } from "../support/slices.ts";
import { hasSamples, SAMPLES, testWithSamples } from "../support/xml-programs.ts";

const DNS = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

test("UUIDs of names are those that RFC 9562 and Python's uuid5 give", () => {
  expect(uuidOfName(DNS, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  expect(uuidOfName(DNS, "python.org")).toBe("886313e1-3b8a-5372-9b90-0c9aee199e5d");
  // Around the length of a block of SHA-1, and beyond ASCII: from Python's uuid5.
  expect(uuidOfName(DNS, "x".repeat(39))).toBe("2f80c0d1-1c62-579f-8d68-e61ad5592c9b");
  expect(uuidOfName(DNS, "x".repeat(40))).toBe("e56fd57a-7633-5e1d-8f80-70e05ac413e5");
  expect(uuidOfName(DNS, "x".repeat(200))).toBe("ddcc691a-b8e2-53e5-b059-6a232874b2eb");
  expect(uuidOfName(DNS, "é 漢 😀")).toBe("6e22e393-1f1f-5c58-9d12-e64b5662ac8a");
});

function objectsOf(text: string): Json[] {
  return JSON.parse(text).objects;
}

/** Breaches of the rules that the published schemas cannot say. */
function breaches(text: string): string[] {
  const objects = objectsOf(text);
  const ids = new Set(objects.map(({ id }) => id));
  const lost = (object: Json) =>
    [object.created_by_ref, object.source_ref, object.target_ref, ...(object.object_refs ?? [])].filter(
      (ref) => ref !== undefined && !ids.has(ref),
    );
  return [
    ...(ids.size === objects.length ? [] : ["ids are not unique"]),
    ...objects.flatMap((object) => [
      ...lost(object).map((ref) => `${object.id} names ${ref}, which is not there`),
      ...(object.modified >= object.created ? [] : [`${object.id} was modified before it was created`]),
      ...(object.id.startsWith(`${object.type}--`) ? [] : [`${object.id} is a ${object.type}`]),
      ...(object.stop_time === undefined ||
      object.start_time === undefined ||
      object.stop_time > object.start_time
        ? []
        : [`${object.id} stops before it starts`]),
      ...Object.keys(object.extensions ?? {}).flatMap((id) => (ids.has(id) ? [] : [`${id} is not defined`])),
      ...(hasGaps(object) ? [`${object.id} holds null or an empty list`] : []),
    ]),
  ];
}

function hasGaps(value: Json): boolean {
  if (value === null) return true;
  if (Array.isArray(value) && value.length === 0) return true;
  return typeof value === "object" && Object.values(value).some(hasGaps);
}

function createValidator(): (object: Json) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const ids = new Map<string, string>();
  for (const folder of ["common", "sdos", "sros", "observables"]) {
    for (const file of readdirSync(new URL(`stix_schemas/schemas/${folder}/`, SAMPLES))) {
      const schema = JSON.parse(
        readFileSync(new URL(`stix_schemas/schemas/${folder}/${file}`, SAMPLES), "utf8"),
      );
      ajv.addSchema(schema);
      ids.set(file.replace(".json", ""), schema.$id);
    }
  }
  return (object) => {
    const validate = ajv.getSchema(ids.get(object.type) ?? "");
    if (!validate) return [`no schema for ${object.type}`];
    validate(object);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${object.type}${instancePath} ${message}`,
    );
  };
}

const validate = hasSamples ? createValidator() : () => [];

describe("a bundle", () => {
  test("is what a person has read", () => {
    expectGolden("harbour.stix.json", writeAs("stix", sliceOf("family=threat,blame&voice=author")));
  });

  testWithSamples("and all its objects are valid by the schemas of OASIS", () => {
    for (const slice of [sliceOf(""), sliceOf("q=nothing-has-this"), sliceOf("", firstDossierGraph())]) {
      const text = writeAs("stix", slice);
      expect(objectsOf(text).flatMap(validate)).toEqual([]);
      // The schema of a bundle, as it is published, knows no notes, groupings, incidents and extension definitions.
      const known = objectsOf(text).filter(
        ({ type }) => !["note", "grouping", "incident", "extension-definition"].includes(type),
      );
      expect(validate({ ...JSON.parse(text), objects: known })).toEqual([]);
    }
    const [first] = objectsOf(writeAs("stix", sliceOf("")));
    expect(validate({ ...first, created: "yesterday" })).not.toEqual([]);
  });

  testWithSamples("of any dossier is valid, too", () => {
    fc.assert(
      fc.property(wholeSlices, (slice) => {
        expect(objectsOf(writeAs("stix", slice)).flatMap(validate)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("of any dossier keeps the rules that no schema says", () => {
    fc.assert(fc.property(wholeSlices, (slice) => expect(breaches(writeAs("stix", slice))).toEqual([])));
  });

  test("names an actor alike in every slice of its dossier, and otherwise in another", () => {
    const idOf = (text: string) => objectsOf(text).find(({ name }) => name === "Dockers’ union").id;
    expect(idOf(writeAs("stix", sliceOf("")))).toBe(idOf(writeAs("stix", sliceOf("family=blame"))));
    const [one, other] = ["one", "other"].map((id) =>
      objectsOf(writeAs("stix", sliceOf("", sketchGraph(["a blames b"], { id })))).find(
        ({ name }) => name === "a",
      ),
    );
    expect(one.id).not.toBe(other.id);
  });

  test("says of each kind of actor what it is there, and who says what", () => {
    const objects = objectsOf(writeAs("stix", sliceOf("")));
    const find = (name: string) => objects.find((object) => object.name === name);
    expect(find("Mayor Élise Brandt")).toMatchObject({ type: "identity", identity_class: "individual" });
    expect(find("Harbour League")).toMatchObject({ type: "threat-actor", aliases: ["the League"] });
    expect(find("The harbour fire")).toMatchObject({ type: "incident" });
    expect(find("City of Porto Nuovo")).toMatchObject({ type: "identity", identity_class: "organization" });
    const armed = objects.find(({ relationship_type }) => relationship_type === "arms");
    // Credibility 5, which STIX counts as 10 of 100; said by the mayor in a report of 1 June 2024.
    expect(armed).toMatchObject({ confidence: 10, created: "2024-06-01T00:00:00.000Z" });
    expect(armed.description).toContain("According to Mayor Élise Brandt");
    const note = objects.find(({ object_refs, type }) => type === "note" && object_refs.includes(armed.id));
    expect(note).toMatchObject({
      content: "the union had armed the League",
      abstract: "The harbour fire: a report",
    });
  });
});

describe("what is written is read back", () => {
  test("of the harbour and the first dossier", () => {
    // Once its quotations are as they were found: some are moved, one is not quite word by word.
    expectRoundTrip("stix", sliceRead(readAs("stix", writeAs("stix", sliceOf("")))));
    expectRoundTrip("stix", sliceOf("", firstDossierGraph()));
  });

  test("of any dossier", () => expectAnyRoundTrip("stix"));
});

describe("bundles of others", () => {
  const sample = (path: string) => readFileSync(new URL(`stix_schemas/examples/${path}`, SAMPLES), "utf8");

  testWithSamples("a report on APT1 becomes actors, statements and documents; the rest is counted", () => {
    const collected = readAs("stix", sample("threat-reports/apt1.json"));
    const types = objectsOf(sample("threat-reports/apt1.json")).map(({ type }) => type);
    const count = (...wanted: string[]) => types.filter((type) => wanted.includes(type)).length;
    const { actors, statements } = collected.dossier;
    expect(actors.length).toBe(
      count("identity", "threat-actor", "intrusion-set", "malware", "campaign", "location"),
    );
    const lost =
      collected.report.notes.find(({ what }) => what.startsWith("relationships whose"))?.count ?? 0;
    expect(statements.length + lost).toBe(count("relationship"));
    expect(notesOf(collected)).toContain(`left out: objects of the type indicator (${count("indicator")})`);
  });

  testWithSamples("every sample is read, or refused with a place", () => {
    const lines = readdirSync(new URL("stix_schemas/examples/", SAMPLES), {
      recursive: true,
      encoding: "utf8",
    })
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => {
        const text = sample(name);
        if (JSON.parse(text).type !== "bundle")
          return `  ${name}  refused: ${refusalOf(() => readAs("stix", text)).message}`;
        const { actors, statements, documents } = readAs("stix", text).dossier;
        return `  ${name}  ${actors.length} actors, ${statements.length} statements, ${documents.length} documents`;
      });
    process.stdout.write(`STIX: ${lines.length} samples\n${lines.join("\n")}\n`);
    expect(lines.length).toBeGreaterThan(5);
  });

  test.each([
    ["[]", "line 1"],
    ["{}", "type"],
    ['{"type":"bundle","objects":{}}', "objects"],
    ['{"type":"bundle","objects":[{"type":"identity"}]}', "objects[0].id"],
    ['{"type":"bundle",', "line 1, column 18"],
  ])("refuses %s", (text, place) => {
    expect(refusalOf(() => readAs("stix", text)).problems[0]?.path).toBe(place);
  });
});
