/** What a signal that ends the program finds half done is undone first. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Until what is returned is called: `undo` runs when a signal comes, and then the signal ends the program as it would. */
export function undoOnSignal(undo: () => void): () => void {
  const release = () => {
    for (const signal of ENDING) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    release();
    undo();
    process.kill(process.pid, signal);
  };
  for (const signal of ENDING) process.once(signal, end);
  return release;
}
