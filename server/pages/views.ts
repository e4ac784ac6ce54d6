/** EJS templates. They print the model they are given, named `page`, and escape by default. */
import { join } from "node:path";
import ejs from "ejs";

export interface Views {
  render(view: string, model: object): Promise<string>;
}

/** `cached`: each template is read and compiled once. The model is data alone; it never carries options of EJS. */
export function createViews(folder: string, cached = true): Views {
  const options = { cache: cached, _with: false, localsName: "page", strict: true };
  return { render: (view, model) => ejs.renderFile(join(folder, `${view}.ejs`), model, options) };
}
