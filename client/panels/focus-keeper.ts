/** Whoever works with the keyboard is never left nowhere: when what had the focus goes away, the graph takes it. */

/** Watches `root` until the function it gives back is called. */
export function keepFocus(root: HTMLElement): () => void {
  const document = root.ownerDocument;
  let last: EventTarget | null = null;
  const remember = (event: FocusEvent) => {
    last = event.target;
  };
  const check = () => {
    if (document.activeElement === document.body && last instanceof HTMLElement && !canHoldFocus(last))
      focusGraph(document);
  };
  // A control that is disabled loses the focus only with the next frame.
  const observer = new MutationObserver(() => requestAnimationFrame(() => setTimeout(check)));
  observer.observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden"],
  });
  document.addEventListener("focusin", remember);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
  };
}

export function focusGraph(document: Document): void {
  document.querySelector<HTMLElement>(".graph")?.focus({ preventScroll: true });
}

function canHoldFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled") && element.checkVisibility();
}
