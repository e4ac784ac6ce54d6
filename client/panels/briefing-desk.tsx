/** The way to the briefing desk, and the place that it has in the explorer. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useModel } from "../state/model.ts";
import type { DeskView } from "../state/place.ts";
import { focusGraph } from "./focus-keeper.ts";

export function BriefingButton() {
  const { place, transient } = useModel();
  if (!place.desk) return null;
  return (
    <button
      type="button"
      class="tool words"
      aria-haspopup="dialog"
      aria-keyshortcuts="d"
      title="Write a briefing on this view (D)"
      onClick={() => {
        transient.desk.value = true;
      }}
    >
      Briefing
    </button>
  );
}

/** The desk while it is open. What had the focus gets it back. */
export function BriefingDesk() {
  const { place, transient } = useModel();
  const { desk, busy, remark } = transient;
  const [View, setView] = useState<DeskView | null>(null);
  const before = useRef<Element | null>(null);
  const open = desk.value && place.desk !== undefined;
  const close = useCallback(() => {
    desk.value = false;
  }, [desk]);
  useEffect(() => {
    if (!open || !place.desk) return;
    before.current = document.activeElement;
    busy.value = "Opening the briefing …";
    place
      .desk()
      .then(
        (loaded) => setView(() => loaded),
        () => {
          desk.value = false;
          remark.value = {
            title: "The briefing could not be opened",
            lines: ["A part of the program could not be loaded. Is the server still there?"],
          };
        },
      )
      .finally(() => {
        busy.value = "";
      });
    return () => {
      const back = before.current;
      if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus();
      else focusGraph(document);
    };
  }, [open, place, desk, busy, remark]);
  if (!open || !View) return null;
  return <View close={close} />;
}
