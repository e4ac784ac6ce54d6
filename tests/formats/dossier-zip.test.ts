import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { InvalidDataError } from "../../graph-data/errors.ts";
import { dossierZipReader } from "../../graph-data/formats/dossier-zip-reader.ts";
import { recogniseReader } from "../../graph-data/formats/reader.ts";
import { READERS } from "../../graph-data/formats/readers.ts";
import { harbourValue, parseHarbour } from "../support/fixtures.ts";
import { readAs } from "../support/reading.ts";

/** The harbour as a folder: each text in a file of its own. */
function harbourFiles(folder = ""): Record<string, Uint8Array> {
  const value = harbourValue();
  const { documents } = parseHarbour().dossier;
  const files: Record<string, Uint8Array> = {};
  value.documents = documents.map(({ text, ...document }, at) => {
    if (text === undefined) return document;
    files[`${folder}documents/d${at}.txt`] = strToU8(text);
    return { ...document, file: `documents/d${at}.txt` };
  });
  return { [`${folder}dossier.json`]: strToU8(JSON.stringify(value)), ...files };
}

const read = (files: Record<string, Uint8Array>) => readAs("dossier-zip", zipSync(files));

function problemsOf(files: Record<string, Uint8Array>): string[] {
  try {
    read(files);
  } catch (error) {
    if (error instanceof InvalidDataError)
      return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe("a dossier in an archive", () => {
  test.each(["", "harbour/", "a/b/"])("in the folder %j is the dossier, its quotations found", (folder) => {
    const { dossier, anchors, problems } = read({
      ...harbourFiles(folder),
      [`${folder}notes.txt`]: strToU8("x"),
    });
    const one = parseHarbour();
    expect(dossier.statements).toEqual(one.dossier.statements);
    expect(dossier.documents.map(({ text }) => text)).toEqual(one.dossier.documents.map(({ text }) => text));
    expect(anchors).toEqual(one.anchors);
    expect(problems).toEqual(one.problems);
  });

  test("is recognised by the file's name in it, or as the last guess for an archive", () => {
    const { "dossier.json": main, ...texts } = harbourFiles();
    const head = zipSync({ "dossier.json": main! });
    expect(recogniseReader(READERS, "x.bin", head)?.reader.id).toBe("dossier-zip");
    expect(recogniseReader(READERS, "x.zip", zipSync(texts))?.reader.id).toBe("dossier-zip");
    expect(recogniseReader(READERS, "x.zip", zipSync({ "statements.csv": strToU8("a") }))?.reader.id).toBe(
      "csv",
    );
    expect(dossierZipReader.recognise("x.docx", zipSync(texts))).toBe(0);
  });

  test("says which texts are not in it", () => {
    const { "documents/d0.txt": _gone, ...rest } = harbourFiles();
    expect(problemsOf(rest)).toEqual(['documents[0].file: "documents/d0.txt" is not in the archive']);
  });

  test.each([
    ["../x.txt", "../x.txt: leads out of the archive"],
    ["/etc/x.txt", "/etc/x.txt: leads out of the archive"],
    ["a/../../x.txt", "a/../../x.txt: leads out of the archive"],
    ["C:\\x.txt", "C:\\x.txt: leads out of the archive"],
  ])("with a file at %s is refused", (path, problem) => {
    expect(problemsOf({ ...harbourFiles(), [path]: strToU8("x") })).toEqual([problem]);
  });

  test.each(["../secret.txt", "/etc/passwd"])("never looks for a text at %s", (file) => {
    const value = { documents: [{ id: "d", file }], actors: [], statements: [] };
    const main = { "a/dossier.json": strToU8(JSON.stringify(value)), "secret.txt": strToU8("x") };
    expect(problemsOf(main)).toEqual([`documents[0].file: "${file}" leads out of the archive`]);
  });

  test("with two dossiers, with none, damaged, or in another encoding is refused", () => {
    const twice = { ...harbourFiles("a/"), ...harbourFiles("b/") };
    expect(problemsOf(twice)).toEqual([": the archive holds 2 dossiers: a/dossier.json, b/dossier.json"]);
    expect(problemsOf({ "x.txt": strToU8("x") })).toEqual([": the archive holds no dossier.json"]);
    expect(() => readAs("dossier-zip", zipSync(harbourFiles()).subarray(0, 500))).toThrow("damaged");
    const latin = { ...harbourFiles(), "documents/d0.txt": new Uint8Array([0x41, 0xe9, 0x41, 0x41, 0x41]) };
    expect(problemsOf(latin)[0]).toMatch(/^documents\/d0\.txt: byte 2/);
  });

  test("that unpacks to more than 256 MB is refused before it is unpacked", () => {
    const whole = zipSync(harbourFiles());
    expect(() => readAs("dossier-zip", sayingSize(whole, 2 ** 28 + 1))).toThrow("256 MB");
  });

  test("that says less of a file than it holds gives no more than it said", () => {
    const main = zipSync({ "dossier.json": harbourFiles()["dossier.json"]! });
    expect(() => readAs("dossier-zip", sayingSize(main, 100))).toThrow("not JSON");
  });
});

/** The archive, saying this size of its first file. */
function sayingSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(size, bytes.indexOf("PK\u0001\u0002", 0, "latin1") + 24);
  return bytes;
}
