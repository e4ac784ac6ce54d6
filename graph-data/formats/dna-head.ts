/** Whether the first bytes hold these letters of ASCII; within the first `within` bytes, where it is given. */
export function holdsText(head: Uint8Array, text: string, within = head.length): boolean {
  const last = Math.min(within, head.length) - text.length;
  for (let at = 0; at <= last; at += 1) {
    let length = 0;
    while (length < text.length && head[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return true;
  }
  return false;
}
