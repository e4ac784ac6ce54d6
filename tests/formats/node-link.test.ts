/** Node-link JSON with NetworkX, D3 and Gephi at the other end. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { sliceGraph } from "../../graph-data/lens/slice.ts";
import { firstDossierGraph } from "../support/first-dossier.ts";
import { notesOf, readAs, refusalOf } from "../support/reading.ts";
import { writeAs } from "../support/slices.ts";

const hasNetworkx = spawnSync("python3", ["-c", "import networkx"]).status === 0;
const networkx = hasNetworkx ? test : test.skip;
const absent = hasNetworkx ? "" : " (skipped: python3-networkx is not installed)";

/** Reads JSON from standard input and prints what the script makes of it. */
function python(script: string, input: string) {
  const { stdout, stderr } = spawnSync("python3", ["-c", script], { input, maxBuffer: 1e8 });
  expect(stderr.toString()).toBe("");
  return JSON.parse(stdout.toString());
}

const READ = `
import json, sys, networkx as nx
data = json.load(sys.stdin)
try:
    graph = nx.node_link_graph(data, edges="links")
except TypeError:
    graph = nx.node_link_graph(data)
`;

describe("NetworkX", () => {
  networkx(`reads as many nodes and edges, with their attributes${absent}`, () => {
    const slice = sliceGraph(firstDossierGraph(), {});
    const counts = python(
      `${READ}
first = next(iter(graph.edges(keys=True, data=True)))
print(json.dumps([graph.number_of_nodes(), graph.number_of_edges(), graph.is_directed(), graph.is_multigraph(),
  first[2], first[3]["voice"], graph.graph["title"], [a for a, _ in graph.edges()].count("putin")]))`,
      writeAs("node-link", slice),
    );
    expect(counts.slice(0, 4)).toEqual([slice.actors.length, slice.statements.length, true, true]);
    expect(slice.narrative.statementById.get(counts[4])?.voice).toBe(counts[5]);
    expect(counts.slice(6)).toEqual([
      slice.narrative.dossier.title,
      slice.statements.filter(({ source }) => source === "putin").length,
    ]);
  });

  networkx(`writes what is read back: directed or not, with or without parallel edges${absent}`, () => {
    const files = python(
      `
import json, networkx as nx
graphs = [nx.Graph([(1, 2), (2, 3)]), nx.DiGraph([("a", "b")]), nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "b")]),
  nx.grid_2d_graph(2, 2)]
def data(graph, name):
    try:
        return nx.node_link_data(graph, edges=name)
    except TypeError:
        return nx.node_link_data(graph)
print(json.dumps([data(graph, name) for graph in graphs for name in ("links", "edges")]))`,
      "",
    );
    const counts = files.map((file: unknown) => {
      const { dossier } = readAs("node-link", JSON.stringify(file));
      const undirected = dossier.statements.filter((statement) => statement.undirected === true).length;
      return [dossier.actors.length, dossier.statements.length, undirected];
    });
    const expected = [
      [3, 2, 2],
      [2, 1, 0],
      [2, 3, 0],
      [4, 4, 4],
    ];
    expect(counts).toEqual(expected.flatMap((row) => [row, row]));
  });
});

test("D3's links may name nodes by their number, or hold the nodes themselves", () => {
  const byNumber = {
    nodes: [
      { name: "Myriel", group: 1 },
      { name: "Napoleon", group: 1 },
    ],
    links: [{ source: 1, target: 0, value: 3 }],
  };
  const collected = readAs("node-link", JSON.stringify(byNumber));
  expect(collected.dossier.actors.map(({ id, label }) => [id, label])).toEqual([
    ["0", "Myriel"],
    ["1", "Napoleon"],
  ]);
  expect(collected.dossier.statements).toMatchObject([
    { source: "1", target: "0", attributes: { value: 3 } },
  ]);
  expect(notesOf(collected)).toContain(
    "guessed: a file that does not say whether its links have a direction, read as if they had (1)",
  );
  const laidOut = {
    nodes: [{ id: "a" }, { id: "b" }],
    links: [{ source: { id: "a" }, target: { id: "b" } }],
  };
  expect(readAs("node-link", JSON.stringify(laidOut)).dossier.statements).toMatchObject([
    { source: "a", target: "b" },
  ]);
});

test.each([
  ["null", "line 1"],
  ['{"nodes": [{"id": "a"}]}', "edges"],
  ['{"nodes": [{"id": "a"}, {}], "links": []}', "nodes[1].id"],
  ['{"nodes": [{"id": {}}], "links": []}', "nodes[0].id"],
  ['{"nodes": [], "links": [{"source": "a"}]}', "links[0].target"],
  ['{"nodes": [],\n "links": [}', "line 2, column 12"],
])("%s is refused at %s", (text, path) => {
  expect(refusalOf(() => readAs("node-link", text)).problems.map((problem) => problem.path)).toEqual([path]);
});

test("a name that stands twice in an object is told of at its place", () => {
  const { report } = readAs("node-link", '{"nodes": [{"id": "a", "id": "b"}], "links": []}');
  expect(report.notes).toContainEqual({
    kind: "left out",
    what: "names that stand twice in one object",
    count: 1,
    places: ["nodes[0].id"],
  });
});
