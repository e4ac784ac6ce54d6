/** Words that stand for something of their own where ids are given, and that no id may be. */

/** In the place of a phase: the statements that have none. */
export const NO_PHASE = "none";
