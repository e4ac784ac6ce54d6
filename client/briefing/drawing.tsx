/** A figure's drawing: the SVG is parsed as XML and its elements put in place; no text becomes HTML. */
import { useLayoutEffect, useRef } from "preact/hooks";

export function Drawing({ svg }: { readonly svg: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    if (documentElement instanceof SVGSVGElement)
      box.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div class="briefing-drawing" ref={box} />;
}
