/** Seeded dossiers of any size, for benchmarks: the same numbers give the same dossier. */
import type { Dossier, Statement } from "../graph-data/dossier/records.ts";
import { seedRng } from "../graph-data/random.ts";

export interface Size {
  readonly actors: number;
  readonly statements: number;
  /** Phases; 8 when absent. */
  readonly phases?: number;
  readonly seed?: number;
}

const TYPES = [
  "blames",
  "criticises",
  "denies",
  "dismisses",
  "concedes",
  "claims",
  "supports",
  "cooperates",
  "threatens",
  "attacks",
];
const KINDS = ["person", "office", "agency", "state", "bloc", "armed-group", "population", "media"] as const;
const SENTENCES = 200;

/** A few actors are in most statements, as in real dossiers: an actor's index is drawn from a squared uniform. */
export function generateDossier({ actors, statements, phases = 8, seed = 1 }: Size): Dossier {
  const random = seedRng(seed);
  const pick = (length: number) => Math.floor(random() * length);
  const pickActor = () => `a${Math.floor(random() ** 2 * actors)}`;
  const sentences = Array.from(
    { length: SENTENCES },
    (_, at) => `Sentence ${at} says who holds whom responsible.`,
  );
  const starts = sentences.map((_, at) => sentences.slice(0, at).join(" ").length + (at === 0 ? 0 : 1));
  const makeStatement = (_: unknown, at: number): Statement => {
    const sentence = pick(SENTENCES);
    const [source, target] = [pickActor(), pickActor()];
    return {
      id: `s${at}`,
      source,
      type: TYPES[pick(TYPES.length)]!,
      target,
      voice: random() < 0.3 ? source : "author",
      phase: `p${pick(phases)}`,
      date: `2024-${two(1 + pick(12))}-${two(1 + pick(28))}`,
      credibility: 1 + pick(6),
      narratives:
        random() < 0.4 ? [{ id: `n${pick(4)}`, role: random() < 0.7 ? "advances" : "undermines" }] : [],
      evidence: [
        {
          document: "d1",
          exact: sentences[sentence]!,
          start: starts[sentence]!,
          end: starts[sentence]! + sentences[sentence]!.length,
        },
      ],
    };
  };
  return {
    format: "narrascope-dossier/1",
    id: `generated-${actors}-${statements}`,
    title: `Generated: ${actors} actors, ${statements} statements`,
    documents: [{ id: "d1", title: "Generated text", text: sentences.join(" ") }],
    actors: Array.from({ length: actors }, (_, at) => ({
      id: `a${at}`,
      label: `Actor ${at}`,
      kind: KINDS[at % KINDS.length]!,
    })),
    phases: Array.from({ length: phases }, (_, at) => ({ id: `p${at}`, label: `Phase ${at}` })),
    narratives: Array.from({ length: 4 }, (_, at) => ({ id: `n${at}`, label: `Narrative ${at}` })),
    statements: Array.from({ length: statements }, makeStatement),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
