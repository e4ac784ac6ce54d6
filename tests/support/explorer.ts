/** The explorer as a test uses it: what is on the screen, where it lies, and what hands and keys do. */
import type { Locator, Page } from "playwright-core";
import type { Model } from "../../client/state/model.ts";
import type { LineElement, NodeElement } from "../../graph-data/display/elements.ts";
import {
  type Box,
  nodeBox,
  type Point,
  placeLabel,
  pointOn,
  traceLines,
} from "../../graph-data/display/geometry.ts";
import type { Viewport } from "../../graph-data/lens/view.ts";
import { DOSSIER, eventually, type OpenOptions, type Stage } from "./browser.ts";

declare global {
  interface Window {
    narrascope: Model;
  }
}

/** What a view consists of: two pages with equal views show the same. */
export interface ViewOnScreen {
  readonly statements: readonly string[];
  readonly actors: readonly string[];
  readonly selection: readonly string[];
  readonly lines: readonly string[];
  readonly positions: Readonly<Record<string, readonly [x: number, y: number]>>;
  readonly theme: string;
  /** Pixels. */
  readonly viewport: { readonly zoom: number; readonly x: number; readonly y: number };
}

export type Line = Omit<LineElement, "statements"> & { readonly statements: readonly string[] };

export class Explorer {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async ready(): Promise<this> {
    await eventually(async () => {
      const state = await this.page.evaluate(() => {
        if (document.documentElement.dataset.graph === "ready" && "narrascope" in window) return "ready";
        return document.querySelector("#explorer")?.textContent;
      });
      if (state !== "ready") throw new Error(`the graph is not ready; the page says: ${state}`);
    });
    return this;
  }

  /** Query text of the view, as the model has it. */
  address(): Promise<string> {
    return this.page.evaluate(() => window.narrascope.address.peek());
  }

  /** The query in the address bar. */
  bar(): string {
    return new URL(this.page.url()).search.replace(/^\?/, "");
  }

  /** The address bar once it holds the whole view: a pan or zoom arrives there after a moment. */
  settledBar(): Promise<string> {
    return eventually(async () => {
      const [bar, address] = [this.bar(), asInBar(await this.address())];
      if (bar !== address) throw new Error(`the address bar has "${bar}", the view is "${address}"`);
      return bar;
    });
  }

  /** When what the state holds now has been drawn: a frame after the next. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
    );
  }

  /** Another address on the same page, as back and forward give it. */
  async visit(query: string): Promise<void> {
    await this.page.evaluate((text) => {
      history.pushState(null, "", `${location.pathname}${text === "" ? "" : `?${text}`}`);
      dispatchEvent(new PopStateEvent("popstate"));
    }, query);
  }

  selection(): Promise<readonly string[]> {
    return this.page.evaluate(() => [...(window.narrascope.state.peek().view.select ?? [])]);
  }

  focus(): Promise<string | null> {
    return this.page.evaluate(() => window.narrascope.transient.focus.peek());
  }

  nodes(): Promise<NodeElement[]> {
    return this.page.evaluate(() => window.narrascope.elements.peek().nodes.map((node) => ({ ...node })));
  }

  lines(): Promise<Line[]> {
    return this.page.evaluate(() =>
      window.narrascope.elements
        .peek()
        .lines.map((line) => ({ ...line, statements: line.statements.map(({ id }) => id) })),
    );
  }

  statementIds(): Promise<string[]> {
    return this.page.evaluate(() => window.narrascope.slice.peek().statements.map(({ id }) => id));
  }

  /** How the window stands: pixels a unit, and where the graph's origin lies on the page. */
  window(): Promise<{ zoom: number; x: number; y: number; left: number; top: number }> {
    return this.page.evaluate(() => {
      const element = document.querySelector(".graph-actors") as Element & {
        _cyreg: { cy: { zoom(): number; pan(): { x: number; y: number } } };
      };
      const { left, top } = element.getBoundingClientRect();
      const { cy } = element._cyreg;
      const { x, y } = cy.pan();
      return { zoom: cy.zoom(), x, y, left, top };
    });
  }

  /** The actors that the drawing marks with a class. */
  classed(name: string): Promise<string[]> {
    return this.page.evaluate((className) => {
      const element = document.querySelector(".graph-actors") as Element & {
        _cyreg: { cy: { nodes(selector: string): { map<T>(of: (node: { id(): string }) => T): T[] } } };
      };
      return element._cyreg.cy.nodes(`.${className}`).map((node) => node.id());
    }, name);
  }

  /** The actors that Cytoscape draws. */
  visibleActors(): Promise<string[]> {
    return this.page.evaluate(() => {
      const element = document.querySelector(".graph-actors") as Element & {
        _cyreg: { cy: { nodes(selector: string): { map<T>(of: (node: { id(): string }) => T): T[] } } };
      };
      return element._cyreg.cy.nodes(":visible").map((node) => node.id());
    });
  }

  /** Where the drawing has an actor, in graph units. */
  drawnAt(id: string): Promise<readonly [x: number, y: number]> {
    return this.page.evaluate((actor) => {
      const element = document.querySelector(".graph-actors") as Element & {
        _cyreg: { cy: { getElementById(id: string): { position(): { x: number; y: number } } } };
      };
      const { x, y } = element._cyreg.cy.getElementById(actor).position();
      return [x, y] as const;
    }, id);
  }

  async view(): Promise<ViewOnScreen> {
    const { zoom, x, y } = await this.window();
    const [nodes, lines, statements, selection, theme] = [
      await this.nodes(),
      await this.lines(),
      await this.statementIds(),
      await this.selection(),
      await this.page.evaluate(() => window.narrascope.theme.peek()),
    ];
    return {
      statements,
      actors: nodes.map(({ id }) => id),
      selection,
      lines: lines.map(({ id }) => id),
      positions: Object.fromEntries(nodes.map((node) => [node.id, [node.x, node.y]])),
      theme,
      viewport: { zoom, x, y },
    };
  }

  /** The viewport that the state holds; none while the whole dossier is fitted. */
  viewport(): Promise<Viewport | null> {
    return this.page.evaluate(() => window.narrascope.state.peek().view.zoom ?? null);
  }

  /** Where an actor stands on the page. */
  async actorPoint(id: string): Promise<Point> {
    const node = (await this.nodes()).find((candidate) => candidate.id === id);
    if (!node) throw new Error(`no actor ${id} on the screen`);
    return this.onPage([node.x, node.y]);
  }

  async onPage([x, y]: Point): Promise<Point> {
    const now = await this.window();
    return [now.left + now.x + x * now.zoom, now.top + now.y + y * now.zoom];
  }

  /** A point of the page on a line's drawn curve, as far as may be from other lines and from actors. */
  async linePoint(id: string): Promise<Point> {
    const [nodes, lines] = [await this.nodes(), await this.lines()];
    return this.onPage(clearestPoint(id, nodes, lines));
  }

  async clickActor(id: string, options: { shift?: boolean; double?: boolean } = {}): Promise<void> {
    await this.click(await this.actorPoint(id), options);
  }

  async clickLine(id: string, options: { shift?: boolean; double?: boolean } = {}): Promise<void> {
    await this.click(await this.linePoint(id), options);
  }

  /** Moves the pointer there as a hand does: not in one leap. */
  async point([x, y]: Point): Promise<void> {
    await this.page.mouse.move(x - 3, y - 3);
    await this.page.mouse.move(x, y, { steps: 2 });
  }

  /** Without waiting between down and up: a busy page must not make a double click of two, or none of one. */
  private async click([x, y]: Point, { shift = false, double = false }): Promise<void> {
    const { mouse, keyboard } = this.page;
    if (shift) await keyboard.down("Shift");
    await mouse.move(x, y);
    // A double click right after another click would be one of three.
    if (double) await this.page.waitForTimeout(600);
    if (double)
      await Promise.all([
        mouse.down(),
        mouse.up(),
        mouse.down({ clickCount: 2 }),
        mouse.up({ clickCount: 2 }),
      ]);
    else await Promise.all([mouse.down(), mouse.up()]);
    if (shift) await keyboard.up("Shift");
  }

  /** A part of the filters, by its heading. */
  facet(title: string): Locator {
    return this.page.locator("#filters .facet").filter({ has: this.page.locator("h3", { hasText: title }) });
  }

  /** Text of the reader's marked quotations, in order. */
  quotations(): Promise<string[]> {
    return this.page.locator("#reader mark").allTextContents();
  }

  /** The words of the live region that follows the keyboard. */
  announcement(): Promise<string> {
    return this.page.evaluate(() => window.narrascope.transient.announcement.peek());
  }

  /** A short name of what has the keyboard's focus: `body` when it is lost. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "body";
      const name = element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
      if (element.matches(".graph")) return "graph";
      return element.id ? `#${element.id}` : `${element.localName}: ${name.slice(0, 60)}`;
    });
  }
}

export async function openExplorer(
  stage: Stage,
  query = "",
  { dossier = DOSSIER, ...options }: OpenOptions & { dossier?: string } = {},
): Promise<Explorer> {
  const page = await stage.open(`/d/${dossier}${query === "" ? "" : `?${query}`}`, options);
  return new Explorer(page).ready();
}

/** Query text as browsers write it: they escape a little more than they must. */
function asInBar(query: string): string {
  return new URL(`http://any/?${query}`).search.replace(/^\?/, "");
}

/** The sample of a line's curve whose nearest neighbour (other line, actor, label) is furthest away. Graph units. */
function clearestPoint(id: string, nodes: readonly NodeElement[], lines: readonly Line[]): Point {
  const curves = traceLines(nodes, lines as readonly unknown[] as readonly LineElement[]);
  const own = curves.get(id);
  if (!own) throw new Error(`no line ${id} on the screen`);
  const others = [...curves].flatMap(([other, curve]) => (other === id ? [] : curve.flatMap(samples)));
  const boxes = nodes.flatMap((node) => [nodeBox(node), placeLabel(node).box]);
  let best: { point: Point; room: number } | null = null;
  for (const point of own.flatMap(samples)) {
    const room = Math.min(
      ...others.map(([x, y]) => Math.hypot(x - point[0], y - point[1])),
      ...boxes.map((box) => distanceToBox(box, point)),
    );
    if (room > (best?.room ?? -Infinity)) best = { point, room };
  }
  return best!.point;
}

function samples(curve: Parameters<typeof pointOn>[0]): Point[] {
  return Array.from({ length: 47 }, (_, at) => pointOn(curve, (at + 1) / 48));
}

function distanceToBox({ left, top, right, bottom }: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
