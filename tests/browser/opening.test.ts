/** The explorer opens: the first dossier, quietly, with the counts that the API gives. */
import { describe, expect, test } from "@jest/globals";
import { DOSSIER, useStage } from "../support/browser.ts";
import { openExplorer } from "../support/explorer.ts";

interface DossierList {
  readonly dossiers: readonly { id: string; counts: { actors: number; statements: number } }[];
}

const stage = useStage();

describe("the explorer", () => {
  test("opens on the first dossier and shows what the API counts", async () => {
    const explorer = await openExplorer(stage);
    const { page } = explorer;
    const { dossiers } = await stage.json<DossierList>("/api/dossiers");
    const counts = dossiers.find(({ id }) => id === DOSSIER)!.counts;
    const { ties } = await stage.json<{ ties: { id: string }[] }>(`/api/dossiers/${DOSSIER}/ties`);
    const { total } = await stage.json<{ total: number }>(`/api/dossiers/${DOSSIER}/statements`);

    expect(await explorer.statementIds()).toHaveLength(total);
    expect((await explorer.lines()).map(({ id }) => id)).toEqual(ties.map(({ id }) => id));
    expect(await explorer.nodes()).toHaveLength(counts.actors);
    const share = `${total} of ${counts.statements} statements`;
    expect(await page.getByTestId("slice-count").textContent()).toBe(share);
    expect(await page.locator(".legend .share").textContent()).toBe(share);
    expect(await page.locator(".graph").getAttribute("aria-label")).toContain(
      `${counts.actors} actors and ${total} statements`,
    );
  });
});
