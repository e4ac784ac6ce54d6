/** The bar between two panels: drag it, or move it with the arrow keys. The width is kept in this browser. */
import { useEffect, useState } from "preact/hooks";

const WIDTH = {
  filters: { least: 180, usual: 236, most: 420 },
  reader: { least: 260, usual: 344, most: 640 },
} as const;
const KEY_STEP = 16;

export interface SplitterProps {
  readonly name: keyof typeof WIDTH;
  readonly label: string;
  /** Which side of the bar its panel is on. */
  readonly side: "left" | "right";
}

export function Splitter({ name, label, side }: SplitterProps) {
  const { least, usual, most } = WIDTH[name];
  const [width, setWidth] = useState(() => storedWidth(name) ?? usual);
  useEffect(() => {
    document.documentElement.style.setProperty(`--${name}-width`, `${width}px`);
    storeWidth(name, width);
  }, [name, width]);
  const change = (next: number) => setWidth(Math.round(Math.min(most, Math.max(least, next))));
  const grow = side === "left" ? 1 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and moved; ARIA's window splitter can
    <div
      class={`splitter splitter-${name}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={name}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        const bar = event.currentTarget;
        bar.setPointerCapture(event.pointerId);
        const start = event.clientX;
        const move = (moved: PointerEvent) => change(width + (moved.clientX - start) * grow);
        bar.addEventListener("pointermove", move);
        bar.addEventListener("pointerup", () => bar.removeEventListener("pointermove", move), { once: true });
      }}
      onDblClick={() => setWidth(usual)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
        if (step !== undefined) change(width + step * grow);
        else if (event.key === "Home") setWidth(least);
        else if (event.key === "End") setWidth(most);
        else return;
        event.preventDefault();
      }}
    />
  );
}

function storedWidth(name: string): number | null {
  try {
    const width = Number(localStorage.getItem(`narrascope.${name}-width`));
    return width > 0 ? width : null;
  } catch {
    return null;
  }
}

function storeWidth(name: string, width: number): void {
  try {
    localStorage.setItem(`narrascope.${name}-width`, String(width));
  } catch {
    // Without storage the width lasts as long as the page.
  }
}
