import { describe, expect, test } from "@jest/globals";
import { chooseReader, LARGEST_FILE, readFile, readHead } from "../../../client/open/read-file.ts";
import { dossierReader } from "../../../graph-data/formats/dossier-reader.ts";
import type { Reader } from "../../../graph-data/formats/reader.ts";
import { layoutDossier } from "../../../graph-data/layout/index.ts";
import { harbourGraph, harbourValue, sketchDossier } from "../../support/fixtures.ts";

const fileOf = (value: unknown, name = "harbour.json") => new File([JSON.stringify(value)], name);

async function read(file: File) {
  const stages: [string, number | null][] = [];
  const opened = await readFile(file, dossierReader, { name: file.name }, (...said) => stages.push(said));
  return { ...opened, stages };
}

describe("a file that is read", () => {
  test("has a place for every actor: those of the file, and for the others those of the server's layout", async () => {
    const { positions: _, ...value } = harbourValue();
    const narrative = harbourGraph();
    const { positions: _p, ...dossier } = narrative.dossier;
    expect((await read(fileOf(value))).dossier.positions).toEqual(layoutDossier({ ...narrative, dossier }));

    const part = sketchDossier(["a blames b", "b blames c"], { positions: { b: [12, -7] } });
    const { positions = {} } = (await read(fileOf(part))).dossier;
    expect(Object.keys(positions).sort()).toEqual(["a", "b", "c"]);
    expect(positions.b).toEqual([12, -7]);
  });

  test("says how far it is: shares grow to the whole, stages follow in their order", async () => {
    const text = JSON.stringify(harbourValue());
    const parts = [text.slice(0, 100), text.slice(100, 2_000), text.slice(2_000)];
    const { stages } = await read(new File(parts, "harbour.json"));
    const shares = stages.filter(([stage]) => stage === "reading").map(([, share]) => share!);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect([...new Set(stages.map(([stage]) => stage))]).toEqual(["reading", "checking", "arranging"]);
  });

  test("keeps its problems; with an error it is refused with all of them", async () => {
    expect((await read(fileOf(harbourValue()))).problems.map(({ severity }) => severity)).toContain(
      "warning",
    );
    const wrong = sketchDossier(["a blamed b", "b blamed c"]);
    await expect(read(fileOf(wrong, "wrong.json"))).rejects.toMatchObject({
      message: "wrong.json cannot be opened.",
      problems: [{ path: "statements[0].type" }, { path: "statements[1].type" }],
    });
  });

  test("is refused unread when it is too large", async () => {
    const large = Object.defineProperty(fileOf({}), "size", { value: LARGEST_FILE + 1 });
    await expect(read(large)).rejects.toThrow("up to 50 MB are read");
  });
});

describe("the format", () => {
  const reader = (id: string, sure: number): Reader => ({ ...dossierReader, id, recognise: () => sure });

  test.each([
    [[0.2, 0.9, 0.5], "1", false],
    [[0.5, 1, 1], "1", true],
    [[0, 0.1], "1", false],
  ])("of readers as sure as %j is the surest's, the first of equals", (sure, id, surely) => {
    const chosen = chooseReader(
      "x",
      new Uint8Array(1),
      sure.map((value, at) => reader(String(at), value)),
    );
    expect([chosen.reader.id, chosen.surely]).toEqual([id, surely]);
  });

  test("is none where no reader is sure at all, and of an empty file", async () => {
    expect(() => chooseReader("x.jpg", new Uint8Array(1), [reader("a", 0)])).toThrow("x.jpg is in none");
    await expect(readHead(new File([], "nothing.csv"))).rejects.toThrow("nothing.csv is empty");
  });
});
