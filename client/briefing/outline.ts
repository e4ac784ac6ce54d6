/** Of a briefing, what the desk offers to write on: its evidence, the shifts it tells, the draft. */
import type { Briefing } from "../../graph-data/briefing/model.ts";

export interface ToldOn {
  readonly tie: string;
  /** Where in the story, or between which windows; several where the tie shifts more than once. */
  readonly places: readonly string[];
  readonly text: string;
}

export interface Outline {
  readonly evidence: readonly {
    readonly number: number;
    readonly statement: string;
    readonly reads: string;
  }[];
  readonly shifts: readonly ToldOn[];
  /** Sentences with the ids of the statements they cite; `null` where the analyst's own stand or none are wanted. */
  readonly draft: readonly { readonly text: string; readonly statements: readonly string[] }[] | null;
}

export function outlineBriefing({ evidence, changed, bottomLine }: Briefing): Outline {
  const statementOf = (number: number) => evidence[number - 1]!.statement;
  return {
    evidence: evidence.map(({ number, statement, reads }) => ({ number, statement, reads })),
    shifts: listShifts(changed),
    draft:
      bottomLine?.by === "draft"
        ? bottomLine.sentences.map(({ text, citations }) => ({
            text,
            statements: citations.map(statementOf),
          }))
        : null,
  };
}

/** A tie that shifts at two stops has one comment, which stands at both. */
function listShifts(changed: Briefing["changed"]): ToldOn[] {
  const told = new Map<string, ToldOn>();
  for (const { label, shifts } of changed?.parts ?? [])
    for (const { tie, sentences } of shifts) {
      const known = told.get(tie);
      const places = [...(known?.places ?? []), label];
      told.set(tie, { tie, places, text: known?.text ?? sentences[0]!.text });
    }
  return [...told.values()];
}
