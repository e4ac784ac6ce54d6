/** `/open`: a file of the reader's own machine, opened in the browser; this server never sees it. */
import type { Page } from "./page.ts";

export const open: Page = {
  scope: "server",
  path: "/open",
  view: "open",
  build: () => ({ title: "Open a file" }),
};
