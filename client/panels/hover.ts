/** Where the pointer rests. A finger does not: what waits for it to leave would wait for ever. */
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";
import type { Hover } from "../state/time.ts";

/** Handlers for the element that is `place`. */
export function useHover(place: Hover) {
  const { hover } = useModel().transient;
  useEffect(
    () => () => {
      if (hover.peek() === place) hover.value = null;
    },
    [hover, place],
  );
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      hover.value = pointerType === "touch" ? null : place;
    },
    onPointerLeave: () => {
      hover.value = null;
    },
  };
}
