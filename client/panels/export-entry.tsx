/** A format in the export menu: a link where the server has it, a button where it is made here. */
import { useState } from "preact/hooks";
import { type Format, PNG_SCALE, PNG_SCALES, type Unit } from "../../graph-data/formats/format.ts";
import { fetchFile, linkFormat, type Saved, saveFormat } from "../export.ts";
import { type Model, useModel } from "../state/model.ts";

interface Entry {
  readonly format: Format;
  readonly unit: Unit;
  onChosen(): void;
}

export function ExportEntry({ format, unit, onChosen }: Entry) {
  const model = useModel();
  const [scale, setScale] = useState(PNG_SCALE);
  const isPicture = format.mediaType.startsWith("image/");
  const isDots = format.needs?.includes("rasterise");
  // A drawing is made here: it shows what stands on the screen, on this day.
  const href = isPicture ? null : linkFormat(format, unit, model);
  const save = async () => {
    if (href !== null) return fetchFile(href);
    // What draws is loaded when a picture is first asked for.
    return isDots
      ? (await import("../picture.ts")).savePicture(model, scale)
      : saveFormat(format, unit, model);
  };
  const choose = () => {
    onChosen();
    void saveAloud(model, format, save);
  };
  const names = <Names format={format} unit={unit} />;
  const described = { "aria-describedby": `what-${format.id}` };
  return (
    <li>
      {href === null ? (
        <button type="button" onClick={choose} {...described}>
          {names}
        </button>
      ) : (
        <a
          href={href}
          download
          {...described}
          onClick={(event) => {
            if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
              return;
            event.preventDefault();
            choose();
          }}
        >
          {names}
        </a>
      )}
      <p class="what" id={`what-${format.id}`}>
        {format.describe}
      </p>
      {isDots && <Scales scale={scale} choose={setScale} />}
    </li>
  );
}

function Names({ format: { label, extension, units, view }, unit }: Pick<Entry, "format" | "unit">) {
  return (
    <>
      <span>{label}</span>
      {!view && !units.includes(unit) && <span class="faint only">no {unit}</span>}
      <span class="faint">.{extension}</span>
    </>
  );
}

/** Says that it is being made, that it was saved and what is not in it, or why it could not be made. */
async function saveAloud(
  { transient: { notice, busy, remark } }: Model,
  { label }: Format,
  save: () => Promise<Saved>,
): Promise<void> {
  busy.value = `${label}: being made …`;
  remark.value = null;
  try {
    const { name, omitted } = await save();
    notice.value = `Saved ${name}`;
    if (omitted.length > 0) remark.value = { title: `Not in ${name}`, lines: omitted };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    remark.value = { title: `${label} could not be made`, lines: reason.split("\n") };
  } finally {
    busy.value = "";
  }
}

function Scales({ scale, choose }: { readonly scale: number; choose(scale: number): void }) {
  return (
    <fieldset class="scales">
      <legend>Pixels a unit</legend>
      {PNG_SCALES.map((value) => (
        <label key={value}>
          <input type="radio" name="scale" checked={value === scale} onChange={() => choose(value)} />
          {value}×
        </label>
      ))}
    </fieldset>
  );
}
