/** All that can be tuned about layouts. Lengths are graph units: one pixel at 100 %. */
export const LAYOUT = {
  seed: 0x6e617272,
  /** Up to so many actors the layout is composed, beyond it is spread by forces alone. */
  composedUpTo: 120,
  /** The drawing area of a composed layout for `actors` actors; more of them get more, in the same proportion. */
  area: { width: 800, height: 610, actors: 28 },

  /** ForceAtlas2; `effort` = actors × iterations. */
  forces: {
    effort: 150_000,
    most: 600,
    gravity: 0.6,
    scalingRatio: 8,
    slowDown: 6,
    theta: 0.9,
    exactUpTo: 300,
  },

  anneal: {
    /** Cost terms looked at in all runs together; with it, time is bounded whatever the size. */
    effort: 36_000_000,
    /** Moves of one run for each actor, unless the effort allows fewer. */
    moves: 900,
    runs: 2,
    hot: 30,
    cold: 0.15,
    /** Farthest move, as a share of the area's width, when hot and when cold. */
    reach: { hot: 0.45, cold: 0.015 },
    /** Share of the moves that swap two actors. */
    swaps: 0.15,
  },

  /** What a designer would count, and for how much. */
  cost: {
    /** Two ties crossing, at right angles; ties of several lines cross more often. */
    crossing: 22,
    /** Added for a crossing at a sharp angle. */
    sharpCrossing: 18,
    /** Boxes of node or label over one another: for touching at all, and for each unit of depth. */
    overlap: 60,
    overlapDepth: 9,
    /** A tie through a foreign node or label: for each unit of depth, up to `throughMost`. */
    through: 5,
    throughMost: 24,
    /** A tie that runs through the label of one of its own ends: each unit, up to 30; and more if its head is there. */
    ownLabel: 0.4,
    ownLabelHead: 0.9,
    /** Two ties that leave an actor in nearly the same direction. */
    narrowAngle: 18,
    narrowAngleBelow: 0.35,
    /** Ties whose visible part is shorter than this leave no room for lines and heads; the lack, squared. */
    shortTie: 0.009,
    shortest: 75,
    /** Each unit that a tie is longer than `longFrom`. */
    longTie: 0.055,
    longFrom: 150,
    /** Each unit between an actor and what it is part of, beyond `near`. */
    kin: 0.16,
    near: 110,
    /** Pull of actors towards the middle, each unit. */
    middle: 0.012,
    /** Actors closer than `roomy` (edge to edge) crowd. */
    crowd: 0.35,
    roomy: 30,
  },

  /** Air around a node's box, and between labels. */
  air: 7,

  /** Overlap removal for large networks; `effort` = actors × rounds. */
  separate: { effort: 80_000, most: 120, air: 6 },

  /** Actors that nothing connects stand in rows under the rest. */
  rows: { gap: 46, columnGap: 26 },
} as const;
