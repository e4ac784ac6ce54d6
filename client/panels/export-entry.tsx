/** A format in the export menu: a link where the server has it, a button where it is made here. */
import { useState } from "preact/hooks";
import { type Format, PNG_SCALE, PNG_SCALES } from "../../graph-data/formats/format.ts";
import { linkFormat, saveFormat } from "../export.ts";
import { type Model, useModel } from "../state/model.ts";

interface Entry {
  readonly format: Format;
  onChosen(): void;
}

export function ExportEntry({ format, onChosen }: Entry) {
  const model = useModel();
  if (format.needs?.includes("rasterise")) return <PictureEntry format={format} onChosen={onChosen} />;
  // A drawing is made here: it shows what stands on the screen, on this day.
  const href = isPicture(format) ? null : linkFormat(format, model);
  if (href === null)
    return <SaveEntry format={format} onChosen={onChosen} save={() => saveFormat(format, model)} />;
  return (
    <a href={href} download onClick={onChosen}>
      <Names format={format} />
    </a>
  );
}

function isPicture({ mediaType }: Format): boolean {
  return mediaType.startsWith("image/");
}

function Names({ format: { label, extension } }: Pick<Entry, "format">) {
  return (
    <>
      <span>{label}</span>
      <span class="faint">.{extension}</span>
    </>
  );
}

function SaveEntry({ format, onChosen, save }: Entry & { save(): Promise<string> }) {
  const model = useModel();
  return (
    <button
      type="button"
      onClick={() => {
        onChosen();
        void tell(model, format, save);
      }}
    >
      <Names format={format} />
    </button>
  );
}

async function tell(
  { transient: { notice } }: Model,
  { label }: Format,
  save: () => Promise<string>,
): Promise<void> {
  notice.value = `${label}: being made …`;
  try {
    notice.value = await save();
  } catch (error) {
    notice.value = `${label} could not be made: ${error instanceof Error ? error.message : error}`;
  }
}

function PictureEntry({ format, onChosen }: Entry) {
  const model = useModel();
  const [scale, setScale] = useState(PNG_SCALE);
  // What draws is loaded when a picture is first asked for.
  const save = async () => (await import("../picture.ts")).savePicture(model, scale);
  return (
    <>
      <SaveEntry format={format} onChosen={onChosen} save={save} />
      <fieldset class="scales">
        <legend>PNG, pixels a unit</legend>
        {PNG_SCALES.map((value) => (
          <label key={value}>
            <input type="radio" name="scale" checked={value === scale} onChange={() => setScale(value)} />
            {value}×
          </label>
        ))}
      </fieldset>
    </>
  );
}
