/** Reads GraphML, also what yEd, NetworkX, igraph and Gephi make of it. */
import { createGraphmlParser } from "./graphml-parser.ts";
import { openNetwork, recogniseXml } from "./network-reading.ts";
import type { Reader } from "./reader.ts";

export const graphmlReader: Reader = {
  id: "graphml",
  label: "GraphML",
  extensions: ["graphml"],
  describe: "Networks of yEd, NetworkX, igraph and others: nodes become actors, edges statements.",
  recognise: (name, head) => recogniseXml(name, head, "graphml", /<(?:\w+:)?graphml[\s>]/),
  open: (sink, options) => openNetwork("graphml", createGraphmlParser, sink, options),
};
