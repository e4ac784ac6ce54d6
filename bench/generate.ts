/** Seeded dossiers of any size, for benchmarks: the same numbers give the same dossier. */
import { DEFAULT_CODEBOOK } from "../graph-data/dossier/codebook.ts";
import type { Dossier, Statement } from "../graph-data/dossier/records.ts";
import { tieId } from "../graph-data/graph/build.ts";
import { type Rng, seedRng } from "../graph-data/random.ts";

interface Extent {
  readonly actors: number;
  /** Phases; 8 when absent. */
  readonly phases?: number;
  readonly seed?: number;
}

/** In statements, or in ties: so many between different actors, each of one to three statements. */
export type Size = Extent & ({ readonly statements: number } | { readonly ties: number });

type Relation = Pick<Statement, "source" | "type" | "target">;

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
export function generateDossier(size: Size): Dossier {
  const { actors, phases = 8, seed = 1 } = size;
  const random = seedRng(seed);
  const pick = (length: number) => Math.floor(random() * length);
  const pickActor = () => `a${Math.floor(random() ** 2 * actors)}`;
  const relate = (): Relation => ({
    source: pickActor(),
    target: pickActor(),
    type: TYPES[pick(TYPES.length)]!,
  });
  const sentences = Array.from(
    { length: SENTENCES },
    (_, at) => `Sentence ${at} says who holds whom responsible.`,
  );
  const starts = sentences.map((_, at) => sentences.slice(0, at).join(" ").length + (at === 0 ? 0 : 1));
  const makeStatement = (given: Relation | undefined, at: number): Statement => {
    const sentence = pick(SENTENCES);
    const { source, type, target } = given ?? relate();
    return {
      id: `s${at}`,
      source,
      type,
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
  const [count, unit] = "ties" in size ? [size.ties, "ties"] : [size.statements, "statements"];
  const relations: (Relation | undefined)[] =
    "ties" in size ? drawTies(size.ties, relate, random) : Array.from({ length: count });
  return {
    format: "narrascope-dossier/1",
    id: `generated-${actors}-${count}${unit === "ties" ? "-ties" : ""}`,
    title: `Generated: ${actors} actors, ${count} ${unit}`,
    documents: [{ id: "d1", title: "Generated text", text: sentences.join(" ") }],
    actors: Array.from({ length: actors }, (_, at) => ({
      id: `a${at}`,
      label: `Actor ${at}`,
      kind: KINDS[at % KINDS.length]!,
    })),
    phases: Array.from({ length: phases }, (_, at) => ({ id: `p${at}`, label: `Phase ${at}` })),
    narratives: Array.from({ length: 4 }, (_, at) => ({ id: `n${at}`, label: `Narrative ${at}` })),
    statements: relations.map(makeStatement),
  };
}

/** The relations of just so many ties, each of them one to three times. */
function drawTies(count: number, relate: () => Relation, random: Rng): Relation[] {
  const ties = new Map<string, Relation>();
  while (ties.size < count) {
    const relation = relate();
    const { source, target, type } = relation;
    if (source === target) continue;
    const id = tieId(source, target, DEFAULT_CODEBOOK.types.get(type)!.family);
    if (!ties.has(id)) ties.set(id, relation);
  }
  return [...ties.values()].flatMap((relation) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => relation),
  );
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
