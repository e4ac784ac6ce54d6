/** Short confirmations, and what screen readers are told. */
import { useEffect } from "preact/hooks";
import { useModel } from "../state/model.ts";

const SHOWN_FOR = 2_600;

export function Notice() {
  const { notice, busy } = useModel().transient;
  const making = busy.value;
  const text = making || notice.value;
  useEffect(() => {
    if (text === "" || making !== "") return;
    const timer = setTimeout(() => {
      notice.value = "";
    }, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [text, making, notice]);
  return (
    <div class="notice" role="status" data-shown={text !== ""}>
      {text}
    </div>
  );
}

export function Announcer() {
  const { announcement } = useModel().transient;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {announcement.value}
    </div>
  );
}
