/**
 * Briefings: how long each form takes from request to last byte, on a fresh server (which starts its worker for it) and
 * again, and how long others wait meanwhile. Each briefing has another date, so that none is kept.
 */
import type { Dossier } from "../graph-data/dossier/records.ts";
import { FORMS } from "../server/briefing/forms.ts";
import { generateDossier } from "./generate.ts";
import { median, report, serve, storeDossier, worstWhile } from "./support.ts";

const FIRST = "kremlin-moscow-suburb";
const ROUNDS = 5;
const LARGE = { actors: 500, statements: 5_000 } as const;

/** Milliseconds. The first dossier's are set for these forms, the large one's for all. */
const TARGETS: Readonly<Record<string, number>> = { html: 1_000, pdf: 2_000, docx: 2_000 };
const MOST_LARGE = 5_000;
const MOST_WAIT = 100;

export async function run(): Promise<void> {
  for (const { id } of FORMS) await measureFirst(id);
  const stored = storeDossier(placed(generateDossier(LARGE)));
  try {
    for (const { id } of FORMS) await measureLarge(id, stored.path);
  } finally {
    stored.remove();
  }
}

async function measureFirst(form: string): Promise<void> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve();
    try {
      fresh.push(await timeBriefing(server.address, FIRST, form, 1));
      again.push(await timeBriefing(server.address, FIRST, form, 2));
    } finally {
      await server.stop();
    }
  }
  const atMost = TARGETS[form];
  report(`first dossier, ${form}, on a fresh server`, median(fresh), "ms", { atMost });
  report(`first dossier, ${form}, again`, median(again), "ms", { atMost });
}

/** The server has read the dossier before; its worker starts with the briefing. */
async function measureLarge(form: string, path: string): Promise<void> {
  const times: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(path);
    try {
      const [dossier] = (await listDossiers(server.address)).filter((id) => id !== FIRST);
      const start = performance.now();
      waits.push(await worstWhile(server.address, ask(server.address, dossier!, form, 1)));
      times.push(performance.now() - start);
    } finally {
      await server.stop();
    }
  }
  report(`5,000 statements, ${form}, on a fresh server`, median(times), "ms", { atMost: MOST_LARGE });
  report(`/healthz, at worst, meanwhile`, median(waits), "ms", { atMost: MOST_WAIT });
}

async function listDossiers(address: string): Promise<string[]> {
  const { dossiers } = (await (await fetch(`${address}/api/dossiers`)).json()) as {
    dossiers: { id: string }[];
  };
  return dossiers.map(({ id }) => id);
}

async function timeBriefing(address: string, dossier: string, form: string, day: number): Promise<number> {
  const start = performance.now();
  const response = await ask(address, dossier, form, day);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${form}: answered with ${response.status}`);
  return performance.now() - start;
}

function ask(address: string, dossier: string, form: string, day: number): Promise<Response> {
  return fetch(`${address}/api/dossiers/${dossier}/briefing?format=${form}&date=2026-11-0${day}`);
}

/** With places, so that no layout is measured. */
function placed(dossier: Dossier): Dossier {
  const places = dossier.actors.map(({ id }, at): [string, [number, number]] => {
    const [turn, far] = [at * 2.4, 40 * Math.sqrt(at)];
    return [id, [Math.round(far * Math.cos(turn)), Math.round(far * Math.sin(turn))]];
  });
  return { ...dossier, positions: Object.fromEntries(places) };
}
