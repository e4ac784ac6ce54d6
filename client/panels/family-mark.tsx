/** A family's line as it is drawn: colour, dash and arrow head in one small mark. */
import { DASHES, type FamilyStyle } from "../../graph-data/display/styles.ts";
import { useModel } from "../state/model.ts";

export function FamilyMark({ family }: { readonly family: string }) {
  const { styles, theme } = useModel();
  const style = styles.get(family);
  if (!style) return null;
  const colour = style.colour[theme.value];
  const thick = style.line === "thin" ? 1.4 : 2.4;
  return (
    <svg class="family-mark" width="30" height="12" viewBox="4 0 30 12" aria-hidden="true">
      <path
        d="M4 6H25"
        stroke={colour}
        stroke-width={thick}
        stroke-dasharray={DASHES[style.line].map((dash) => dash * 0.8).join(" ") || undefined}
        fill="none"
      />
      <ArrowHead style={style} colour={colour} />
    </svg>
  );
}

function ArrowHead({ style, colour }: { readonly style: FamilyStyle; readonly colour: string }) {
  switch (style.arrow) {
    case "triangle":
      return <path d="M24 1.5L33 6L24 10.5Z" fill={colour} />;
    case "tee":
      return <path d="M28 0.8V11.2" stroke={colour} stroke-width="3" />;
    case "circle":
      return <circle cx="28" cy="6" r="3.8" fill={colour} />;
    case "vee":
      return <path d="M23.5 1.5L33 6L23.5 10.5L26.4 6Z" fill={colour} />;
    case "diamond":
      return <path d="M23 6L28 1.8L33 6L28 10.2Z" fill={colour} />;
  }
}
