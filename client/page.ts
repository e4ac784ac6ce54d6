/** Pages other than the explorer: their style, and nothing that they need to work. */
import "./styles/tokens.css";
import "./styles/page.css";
import { startDevReload } from "./dev-reload.ts";

if (__DEV__) startDevReload();
