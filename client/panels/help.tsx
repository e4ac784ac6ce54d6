/** All keys, and how the explorer is meant. `?` opens it. */
import { useEffect, useRef } from "preact/hooks";
import { useModel } from "../state/model.ts";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["/"], "search"],
  [["G"], "go to the graph"],
  [["← ↑ ↓ →"], "in the graph: go to the actor that lies that way"],
  [["Enter"], "choose the actor; with Shift, add it to what is chosen"],
  [[", "], "previous line of the actor"],
  [["."], "next line of the actor"],
  [["X"], "draw the chosen line statement by statement, and back"],
  [["Shift + arrows"], "move the picture"],
  [["+", "−"], "zoom"],
  [["F"], "fit what is shown"],
  [["Space"], "play or pause the story in time"],
  [["← →", "Home", "End", "Page ↑ ↓"], "in the time strip: move the window or its end"],
  [["C"], "compare two windows of time, or end the comparison"],
  [["S"], "tell the story, or leave it"],
  [["← →", "Page ↑ ↓"], "in a story: the step before, the next"],
  [["D"], "write a briefing on the view"],
  [["T"], "the network as tables"],
  [["B"], "show or hide the filters"],
  [["Ctrl + Z"], "undo"],
  [["Ctrl + Shift + Z"], "redo"],
  [["R"], "back to the dossier as it opens"],
  [["Esc"], "close, or choose nothing"],
  [["?"], "these keys"],
];

export function Help() {
  const { transient, place } = useModel();
  const { help } = transient;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = help.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={() => {
        help.value = false;
      }}
    >
      <div class="row">
        <h2 id="help-title">Keys and help</h2>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </div>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key.trim()}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3>With the mouse</h3>
      <p>
        Click an actor or a line to read what it rests on; with Shift or Ctrl, add it to what is chosen: two
        actors give all that is said between them, and the paths from one to the other. Double-click an actor
        to see only what touches it, a line to draw its statements apart. Drag an actor to move it, the ground
        to move the picture; with Shift, drag a box around several actors. While the pointer rests on a stop
        of time, an actor or a line, playback is held.
      </p>
      <h3>The address bar</h3>
      <p>It always holds the whole view: copy it, and it opens the same elsewhere.</p>
      {place.site && (
        <p>
          A file that is dropped onto the page is opened in the browser, as “Open a file” on the first page
          does.
        </p>
      )}
      {place.site && (
        <p>
          <a href="/about">How statements are coded, and what the lines mean</a>
        </p>
      )}
    </dialog>
  );
}
