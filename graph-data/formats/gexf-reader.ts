/** Reads GEXF 1.1 to 1.3, also what Gephi, NetworkX and others make of it. */
import { createGexfParser } from "./gexf-parser.ts";
import { openNetwork, recogniseXml } from "./network-reading.ts";
import type { Reader } from "./reader.ts";

export const gexfReader: Reader = {
  id: "gexf",
  label: "GEXF",
  extensions: ["gexf"],
  describe: "Networks of Gephi, NetworkX and others: nodes become actors, edges statements with their dates.",
  recognise: (name, head) => recogniseXml(name, head, "gexf", /<(?:\w+:)?gexf[\s>]/),
  open: (sink, options) => openNetwork("gexf", createGexfParser, sink, options),
};
