/** Keeping the desk in this browser's storage: nothing is sent anywhere, and a reload finds it again. */
import { BLANK, type DeskState, reviveDesk } from "./desk-state.ts";

export interface Keeper {
  /** The entry's name: other tabs of the browser write it, too. */
  readonly key: string;
  read(): DeskState;
  /** Why it could not be kept, or `null`. */
  write(state: DeskState): string | null;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * `where`: the path of the dossier's pages, or of the page that opens files; two dossiers of one id in different places
 * are not the same. `store` throws where the browser forbids storage.
 */
export function createKeeper(store: () => Store, where: string, dossier: string): Keeper {
  const key = `narrascope.words ${where} ${dossier}`;
  return {
    key,
    read() {
      try {
        return parseKept(store().getItem(key));
      } catch {
        return BLANK;
      }
    },
    write(state) {
      try {
        const text = JSON.stringify(state);
        if (text === JSON.stringify(BLANK)) store().removeItem(key);
        else store().setItem(key, text);
        return null;
      } catch (error) {
        return reasonOf(error);
      }
    },
  };
}

/** What another tab wrote, or what was read; nothing for what is no JSON. */
export function parseKept(text: string | null): DeskState {
  if (text === null) return BLANK;
  try {
    return reviveDesk(JSON.parse(text));
  } catch {
    return BLANK;
  }
}

function reasonOf(error: unknown): string {
  const isFull = /quota/i.test(String((error as { readonly name?: unknown } | null)?.name));
  return isFull ? "the browser’s storage is full" : "the browser does not allow it";
}
