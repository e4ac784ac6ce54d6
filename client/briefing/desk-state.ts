/** What the desk holds: the words, those before they were replaced, date and paper. Pure: an action gives a new state. */
import { PAPERS, type Paper } from "../../graph-data/briefing/forms.ts";
import { type Edit, editWords, isUnwritten, record, reviveWords, UNWRITTEN, type Written } from "./words.ts";

/** Words that others have taken the place of, and how that came. */
export interface Replaced {
  readonly words: Written;
  readonly said: string;
}

export interface DeskState {
  readonly words: Written;
  readonly replaced: Replaced | null;
  /** ISO 8601 day; "" for none; `null` while nobody chose one: today. */
  readonly date: string | null;
  readonly paper: Paper;
}

export const BLANK: DeskState = { words: UNWRITTEN, replaced: null, date: null, paper: "a4" };

export type DeskAction =
  | { readonly type: "edit"; readonly edit: Edit }
  | { readonly type: "replace"; readonly words: Written; readonly said: string }
  | { readonly type: "take back" }
  | { readonly type: "leave it" }
  | { readonly type: "date"; readonly date: string }
  | { readonly type: "paper"; readonly paper: Paper };

export function reduceDesk(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case "edit":
      return { ...state, words: editWords(state.words, action.edit) };
    case "replace":
      return replace(state, action.words, action.said);
    case "take back":
      return state.replaced ? replace(state, state.replaced.words, "The words of before are back.") : state;
    case "leave it":
      return { ...state, replaced: null };
    case "date":
      return { ...state, date: action.date };
    case "paper":
      return { ...state, paper: action.paper };
  }
}

/** Nothing is lost: the words of before can be had back, and so can these. */
function replace(state: DeskState, words: Written, said: string): DeskState {
  return { ...state, words, replaced: isUnwritten(state.words) ? null : { words: state.words, said } };
}

/** A state as it was kept, whoever kept it. */
export function reviveDesk(value: unknown): DeskState {
  const kept = record(value);
  const replaced = kept.replaced as Partial<Replaced> | null | undefined;
  return {
    words: reviveWords(kept.words),
    replaced: replaced ? { words: reviveWords(replaced.words), said: String(replaced.said ?? "") } : null,
    date: typeof kept.date === "string" && /^(?:\d{4}-\d{2}-\d{2})?$/.test(kept.date) ? kept.date : null,
    paper: PAPERS.find((paper) => paper === kept.paper) ?? BLANK.paper,
  };
}
