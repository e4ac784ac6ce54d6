/** Where the keyboard goes on when what it pressed goes away. */

/** The first of them that takes the focus, once they have been drawn. */
export function focusSoon(...ids: readonly string[]): void {
  const focus = () => {
    const found = ids.map((id) => document.getElementById(id));
    found.find((element) => element !== null && !element.matches(":disabled"))?.focus();
  };
  requestAnimationFrame(() => requestAnimationFrame(focus));
}
