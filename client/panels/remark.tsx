/** What has to be read at leisure: it stays until it is closed, and can be copied. */
import { useModel } from "../state/model.ts";
import { copyText } from "./clipboard.ts";
import { Icon } from "./icon.tsx";

export function RemarkBox() {
  const model = useModel();
  const { remark } = model.transient;
  const close = () => {
    remark.value = null;
  };
  const said = remark.value;
  return (
    <div role="status">
      {said && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from its buttons
        <div
          class="remark"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            close();
            event.stopPropagation();
          }}
        >
          <div class="remark-head">
            <strong dir="auto">{said.title}</strong>
            <button
              type="button"
              class="quiet"
              aria-label="Copy what is said"
              onClick={() => void copyText([said.title, ...said.lines].join("\n"), "Copied", model)}
            >
              <Icon name="copy" />
            </button>
            <button type="button" class="quiet" aria-label="Close what is said" onClick={close}>
              <Icon name="close" />
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys */}
          <ul tabIndex={0} aria-label={said.title}>
            {said.lines.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
