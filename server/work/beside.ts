/** What stores of dossiers need, done beside the event loop. */

import type { Layout } from "../stores/positions.ts";
import {
  type ReadEntry,
  type Reader,
  type ReadRequest,
  readEntry,
  readLightEntry,
} from "../stores/read-entry.ts";
import { type Packed, packDossier, unpackDossier } from "./packed.ts";
import { LIGHT } from "./task.ts";
import type { ServerWork } from "./tasks.ts";

/** As `ReadEntry`, fit to be handed to another thread. */
export interface PackedEntry extends Omit<ReadEntry, "parsed"> {
  readonly packed: Packed | null;
}

export async function readPacked(_none: null, request: ReadRequest): Promise<PackedEntry> {
  const { parsed, ...read } = await readEntry(request);
  return { ...read, packed: parsed && (await packDossier(parsed)) };
}

/** How heavy a dossier is shows only while it is read: a worker begins again where the start was too much. */
export function readBeside(work: ServerWork): Reader {
  return async (request) => {
    const light = await readLightEntry(request, LIGHT);
    if (light) return light;
    const { packed, ...read } = await work.run("read", null, request);
    return { ...read, parsed: packed && (await unpackDossier(packed)) };
  };
}

export function layoutBeside(work: ServerWork): Layout {
  return (narrative) => work.run("layout", narrative, undefined);
}
