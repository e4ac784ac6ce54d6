/** A thread that lays out one dossier and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { buildGraph } from "../graph-data/graph/build.ts";
import { layoutDossier } from "../graph-data/layout/index.ts";

parentPort?.postMessage(layoutDossier(buildGraph(workerData)));
