/** The formats that can be read, in the order in which they are asked whether a file is theirs. */

import { csvArchiveReader } from "./csv-archive-reader.ts";
import { csvReader } from "./csv-reader.ts";
import { cx2Reader } from "./cx2-reader.ts";
import { cytoscapeReader } from "./cytoscape-reader.ts";
import { dnaReader } from "./dna-reader.ts";
import { dossierReader } from "./dossier-reader.ts";
import { dossierZipReader } from "./dossier-zip-reader.ts";
import { gdeltReader } from "./gdelt-reader.ts";
import { gexfReader } from "./gexf-reader.ts";
import { graphmlReader } from "./graphml-reader.ts";
import { graphologyReader } from "./graphology-reader.ts";
import { icewsReader } from "./icews-reader.ts";
import { nodeLinkReader } from "./node-link-reader.ts";
import type { Reader } from "./reader.ts";
import { stixReader } from "./stix-reader.ts";

export const READERS: readonly Reader[] = [
  dossierReader,
  dossierZipReader,
  graphologyReader,
  cytoscapeReader,
  cx2Reader,
  nodeLinkReader,
  gexfReader,
  graphmlReader,
  stixReader,
  dnaReader,
  gdeltReader,
  icewsReader,
  csvArchiveReader,
  csvReader,
];
