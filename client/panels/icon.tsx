/** The few pictures on buttons. Each button has a name in words beside them. */
const PATHS = {
  close: "M4 4L12 12M12 4L4 12",
  undo: "M6 3L2.5 6.5L6 10M2.5 6.5H9.5A4 4 0 0 1 9.5 14.5H6",
  redo: "M10 3L13.5 6.5L10 10M13.5 6.5H6.5A4 4 0 0 0 6.5 14.5H10",
  theme: "M8 2A6 6 0 1 0 8 14ZM8 2A6 6 0 0 1 8 14",
  plus: "M8 3V13M3 8H13",
  minus: "M3 8H13",
  fit: "M2.5 6V2.5H6M10 2.5H13.5V6M13.5 10V13.5H10M6 13.5H2.5V10",
  up: "M3.5 10L8 5.5L12.5 10",
  down: "M3.5 6L8 10.5L12.5 6",
  play: "M5 3L13 8L5 13Z",
  pause: "M5 3V13M11 3V13",
  copy: "M5.5 5.5V2.5H13.5V10.5H10.5M2.5 5.5H10.5V13.5H2.5Z",
  table: "M2.5 3H13.5V13H2.5ZM2.5 6.5H13.5M2.5 10H13.5M7 3V13",
  panel: "M2.5 3H13.5V13H2.5ZM6 3V13",
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={name === "theme" || name === "play" ? "currentColor" : "none"}
        fill-rule="evenodd"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
