/** Other programs that read what we write, where the machine has them; a test skips itself by name where it has not. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@jest/globals";

/** Public sample files and standards beside the project; a plain clone has none. */
export const SAMPLES = new URL("../../../shared/data/", import.meta.url);

export const hasSamples = existsSync(SAMPLES);

function runs(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** `test`, or `test.skip` under a name that says what is missing. */
function testIf(there: boolean, missing: string) {
  return (name: string, run: () => void) =>
    there ? test(name, run) : test.skip(`${name} (${missing})`, run);
}

export const testWithSamples = testIf(hasSamples, "no sample files beside the project");
export const testWithXmllint = testIf(
  hasSamples && runs("xmllint", "--version"),
  "no xmllint or no sample files on this machine",
);
export const testWithNetworkx = testIf(
  runs("python3", "-c", "import networkx"),
  "no NetworkX on this machine",
);

/** What xmllint says of a text that a RELAX NG schema should allow; empty when it is valid. */
export function validateXml(text: string, schema: URL): string {
  return withFile(text, (path) => {
    const { status, stderr } = spawnSync(
      "xmllint",
      ["--noout", "--nonet", "--huge", "--relaxng", schema.pathname, path],
      { encoding: "utf8" },
    );
    return status === 0 ? "" : stderr;
  });
}

/** What NetworkX finds in a file: a short script reads `path` as `graph` and prints JSON. */
export function askNetworkx(text: string, read: "read_gexf" | "read_graphml"): unknown {
  const script = `
import json, sys, networkx
graph = networkx.${read}(sys.argv[1])
print(json.dumps({
  "directed": graph.is_directed(), "parallel": graph.is_multigraph(),
  "nodes": [[id, data.get("label")] for id, data in graph.nodes(data=True)],
  "edges": sorted([source, target, str(data.get("id", key))] for source, target, key, data in networkx.MultiDiGraph(graph).edges(keys=True, data=True)),
}))`;
  return withFile(text, (path) => {
    const { status, stdout, stderr } = spawnSync("python3", ["-c", script, path], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  });
}

function withFile<T>(text: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "narrascope-xml-"));
  const path = join(folder, "network.xml");
  writeFileSync(path, text);
  try {
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
