/** What a picture of a slice explains and counts: plain data, drawn by each surface in its own way. */
import type { ActorKind } from "../dossier/records.ts";
import { type Slice, tiesOf } from "../lens/slice.ts";
import { countShifts, type ShiftKind, type TieShift } from "../shift/compare.ts";
import { type FamilyStyle, familyStyles, KIND_WORDS } from "./styles.ts";
import { formatNumber } from "./words.ts";

export interface LegendFamily {
  readonly id: string;
  readonly label: string;
  readonly style: FamilyStyle;
  readonly statements: number;
  readonly ties: number;
}

export interface LegendKind {
  readonly kind: ActorKind;
  readonly word: string;
  readonly actors: number;
}

export interface Legend {
  /** Those that occur in the slice, in the codebook's order. */
  readonly families: readonly LegendFamily[];
  /** Those that occur in the slice, in the order of the table of kinds. */
  readonly kinds: readonly LegendKind[];
  /** Statements in an actor's own voice, and the ties that carry the mark for them. */
  readonly quoted: { readonly statements: number; readonly ties: number };
  /** Of a comparison, how many ties are of each kind; kinds without any left out. */
  readonly shifts: readonly { readonly kind: ShiftKind; readonly ties: number }[];
  readonly actors: number;
  readonly ties: number;
  readonly shown: number;
  /** Statements of the whole dossier that can be shown. */
  readonly whole: number;
  /** "61 of 74 statements". */
  readonly share: string;
}

/** Linear in statements and actors of the slice. */
export function buildLegend(
  slice: Slice,
  styles: ReadonlyMap<string, FamilyStyle> = familyStyles(slice.narrative.codebook),
  shifts: readonly TieShift[] = [],
): Legend {
  const { statements, actors, narrative } = slice;
  const ties = tiesOf(slice);
  const inFamily = countBy(statements, ({ family }) => family);
  const tiesInFamily = countBy(ties, ({ family }) => family);
  const ofKind = countBy(actors, ({ kind }) => kind);
  const whole = narrative.statements.length;
  return {
    families: [...narrative.codebook.families.values()].flatMap(({ id, label }) => {
      const style = styles.get(id);
      const count = inFamily.get(id);
      return style && count ? [{ id, label, style, statements: count, ties: tiesInFamily.get(id) ?? 0 }] : [];
    }),
    kinds: (Object.keys(KIND_WORDS) as ActorKind[]).flatMap((kind) => {
      const count = ofKind.get(kind);
      return count ? [{ kind, word: KIND_WORDS[kind], actors: count }] : [];
    }),
    quoted: {
      statements: statements.filter(({ voice }) => voice !== "author").length,
      ties: ties.filter(({ quoted }) => quoted).length,
    },
    shifts: [...countShifts(shifts)].flatMap(([kind, count]) => (count > 0 ? [{ kind, ties: count }] : [])),
    actors: actors.length,
    ties: ties.length,
    shown: statements.length,
    whole,
    share: `${formatNumber(statements.length)} of ${formatNumber(whole)} ${whole === 1 ? "statement" : "statements"}`,
  };
}

function countBy<T, K>(list: readonly T[], keyOf: (entry: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const entry of list) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}
