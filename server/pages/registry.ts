/** All pages. A new one is one line here. */
import { about, dossierAbout } from "./about.ts";
import { actor } from "./actor.ts";
import { briefing } from "./briefing.ts";
import { explorer } from "./explorer.ts";
import { home } from "./home.ts";
import { open } from "./open.ts";
import type { Page } from "./page.ts";
import { problems } from "./problems.ts";
import { reading } from "./reading.ts";
import { shift } from "./shift.ts";
import { statements } from "./statements.ts";
import { story } from "./story.ts";

export const PAGES: readonly Page[] = [
  home,
  about,
  open,
  explorer,
  reading,
  actor,
  statements,
  shift,
  story,
  briefing,
  problems,
  dossierAbout,
];
