/** The formats a slice can be taken away in, in the order in which they are offered. */

import { annotations } from "./annotations.ts";
import { csv, statementsCsv } from "./csv.ts";
import { cx2 } from "./cx2.ts";
import { cytoscape } from "./cytoscape.ts";
import { dossier } from "./dossier.ts";
import { dot } from "./dot.ts";
import { events } from "./events.ts";
import { type Format, GROUPS } from "./format.ts";
import { gexf } from "./gexf.ts";
import { graphml } from "./graphml.ts";
import { graphmlPlain } from "./graphml-plain.ts";
import { graphology } from "./graphology.ts";
import { html } from "./html.ts";
import { mermaid } from "./mermaid.ts";
import { nodeLink } from "./node-link.ts";
import { png } from "./png.ts";
import { stix } from "./stix.ts";
import { svg } from "./svg.ts";
import { xlsx } from "./xlsx.ts";

export type { Format } from "./format.ts";
export { fileName } from "./names.ts";

export const FORMATS: readonly Format[] = [
  graphology,
  cytoscape,
  cx2,
  nodeLink,
  gexf,
  graphml,
  graphmlPlain,
  csv,
  statementsCsv,
  xlsx,
  events,
  dossier,
  stix,
  annotations,
  svg,
  png,
  html,
  dot,
  mermaid,
];

/** The formats under their headings. */
export function groupFormats(): { readonly heading: string; readonly formats: readonly Format[] }[] {
  return Object.entries(GROUPS).map(([group, heading]) => ({
    heading,
    formats: FORMATS.filter((format) => format.group === group),
  }));
}
