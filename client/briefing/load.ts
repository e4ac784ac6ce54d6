/** The briefing desk, loaded when it is first asked for: nobody should wait for it to see a graph. */
import type { DeskView } from "../state/place.ts";

export async function loadDesk(): Promise<DeskView> {
  return (await import("./desk.tsx")).Desk;
}
