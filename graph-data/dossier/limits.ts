/** What every part of a dossier keeps to. Apart from the schema, so that readers can hold to it without its library. */

export const FORMAT = "narrascope-dossier/1";

export const ACTOR_KINDS = [
  "person",
  "office",
  "agency",
  "state",
  "bloc",
  "alliance",
  "armed-group",
  "population",
  "media",
  "expert",
  "event",
  "other",
] as const;

export const MODALITIES = ["asserted", "insinuated", "reported", "hypothetical", "desired"] as const;

export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;

/** Sizes beyond which a field is refused: far above honest use, far below what would harm a reader or a server. */
export const LIMITS = {
  idLength: 200,
  labelLength: 2_000,
  textLength: 20_000_000,
  quotationLength: 100_000,
  noteLength: 100_000,
  statements: 2_000_000,
  actors: 200_000,
  documents: 100_000,
  /** Aliases of an actor, pieces of evidence of a statement: whatever is listed within an entry. */
  entries: 10_000,
} as const;

/** Letters and digits of any script, then also `_ . : @ -`; never `..`, which writes a run in a lens. */
export const ID_PATTERN = /^(?!.*\.\.)[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:@-]*$/u;
