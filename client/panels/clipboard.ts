/** Copying to the clipboard, with a word on how it went. */
import type { Model } from "../state/model.ts";

export async function copyText(text: string, done: string, { transient }: Model): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    transient.notice.value = done;
  } catch {
    transient.notice.value = copyWithSelection(text) ? done : "The browser did not allow copying";
  }
}

/** For pages that the browser does not count as secure, such as a server on another machine without TLS. */
function copyWithSelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}
