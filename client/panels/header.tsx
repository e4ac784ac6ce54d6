/** The header: which dossier, search, the lens as removable chips, undo, taking away, briefing, theme, help. */
import { lensChips } from "../../graph-data/display/words.ts";
import { isWhole } from "../../graph-data/lens/lens.ts";
import { useModel } from "../state/model.ts";
import { BriefingButton } from "./briefing-desk.tsx";
import { CompareButton } from "./compare-tools.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { Icon } from "./icon.tsx";
import { Search } from "./search.tsx";
import { StoryButton } from "./story.tsx";

export function Header() {
  const { narrative, transient, problems, place } = useModel();
  const { dossier } = narrative;
  return (
    <header class="explorer-head">
      {place.site ? (
        <a class="brand" href="/">
          Narrascope
        </a>
      ) : (
        <span class="brand">Narrascope</span>
      )}
      <span class="brand-step" aria-hidden="true">
        ▸
      </span>
      <h1 dir="auto" title={dossier.title}>
        {dossier.title}
      </h1>
      {problems > 0 && place.pages !== null && (
        <a class="problems-link" href={`${place.pages}/problems`}>
          {problems === 1 ? "1 problem" : `${problems} problems`}
        </a>
      )}
      {place.report && (
        <button type="button" class="link report-link" onClick={place.report}>
          How it was read
        </button>
      )}
      <Search />
      <Chips />
      <div class="head-tools">
        <UndoButtons />
        <CompareButton />
        <StoryButton />
        <ExportMenu />
        <BriefingButton />
        <ThemeButton />
        <button
          type="button"
          class="tool"
          title="Keys and help (?)"
          aria-label="Keys and help"
          onClick={() => {
            transient.help.value = true;
          }}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function Chips() {
  const { state, narrative, dispatch } = useModel();
  const { lens } = state.value;
  const chips = lensChips(lens, narrative);
  return (
    <div class="chips">
      <ul aria-label="Lens">
        {chips.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              class="chip"
              aria-label={`Remove from the lens: ${label}`}
              title={label}
              onClick={() => dispatch({ type: "look", lens: without })}
            >
              <span dir="auto">{label}</span>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {!isWhole(lens) && (
        <button
          type="button"
          class="quiet"
          onClick={() => dispatch({ type: "look", lens: {} })}
          title="Remove every restriction"
        >
          Clear
        </button>
      )}
    </div>
  );
}

function UndoButtons() {
  const { state, dispatch } = useModel();
  const { past, future } = state.value;
  return (
    <>
      <button
        type="button"
        class="tool"
        title="Undo (Ctrl+Z)"
        aria-label="Undo"
        disabled={past.length === 0}
        onClick={() => dispatch({ type: "undo" })}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="tool"
        title="Redo (Ctrl+Shift+Z)"
        aria-label="Redo"
        disabled={future.length === 0}
        onClick={() => dispatch({ type: "redo" })}
      >
        <Icon name="redo" />
      </button>
    </>
  );
}

function ThemeButton() {
  const { theme, dispatch } = useModel();
  const other = theme.value === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      class="tool"
      title={`Change to ${other}`}
      aria-label={`Change to ${other}`}
      onClick={() => dispatch({ type: "theme", theme: other })}
    >
      <Icon name="theme" />
    </button>
  );
}
