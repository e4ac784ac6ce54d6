/** A link to one of the dossier's pages; only its words where no server has them. */
import type { ComponentChildren } from "preact";
import { useModel } from "../state/model.ts";

/** `to`: what follows the dossier's own path, with its slash. */
export function PageLink({ to, children }: { readonly to: string; readonly children: ComponentChildren }) {
  const { pages } = useModel().place;
  if (pages === null) return <bdi>{children}</bdi>;
  return (
    <a href={`${pages}${to}`} dir="auto">
      {children}
    </a>
  );
}
