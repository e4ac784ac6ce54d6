/** A briefing's document on the page: the same elements, classes and words as `views/partials/briefing.ejs`. */
import { type ComponentChildren, Fragment } from "preact";
import { runsOf } from "../../graph-data/briefing/citations.ts";
import type {
  Block,
  BriefingDocument,
  EvidenceEntry,
  Facing,
  Figure,
  Inline,
  Table,
} from "../../graph-data/briefing/document.ts";
import { directionOf, directionOfRun } from "../../graph-data/briefing/isolate.ts";
import { Drawing } from "./drawing.tsx";

export function Article({ document }: { readonly document: BriefingDocument }) {
  const { language, handling, title, date, author, facts, blocks } = document;
  const by = [date, author].filter(Boolean).join(" · ");
  return (
    <article class="briefing" lang={language}>
      {handling && (
        <p class="briefing-handling" dir="auto">
          {handling}
        </p>
      )}
      <header>
        <h1 dir="auto">{title}</h1>
        {by && (
          <p class="briefing-by" dir="auto">
            {by}
          </p>
        )}
        <dl class="briefing-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      {blocks.map((block, at) => (
        <BlockView key={keyOf(block, at)} block={block} />
      ))}
    </article>
  );
}

/** Figures and evidence stay the elements that they are while paragraphs come and go before them. */
function keyOf(block: Block, at: number): string | number {
  if (block.kind === "evidence") return `evidence-${block.number}`;
  return block.kind === "figure" || block.kind === "heading" ? block.id : at;
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Level = `h${block.level}` as const;
      return (
        <Level id={block.id} dir={directionOf(block.text)}>
          {block.text}
        </Level>
      );
    }
    case "paragraph":
      return (
        <p class={block.role && `briefing-${block.role}`} dir={directionOfRun(block.content)}>
          <Inlines inlines={block.content} />
        </p>
      );
    case "list": {
      const Kind = block.ordered ? "ol" : "ul";
      return (
        <Kind>
          {block.items.map((item, at) => (
            <li key={at} dir={directionOfRun(item)}>
              <Inlines inlines={item} />
            </li>
          ))}
        </Kind>
      );
    }
    case "table":
      return <TableView table={block} />;
    case "figure":
      return <FigureView figure={block} />;
    case "facing":
      return <FacingView facing={block} />;
    case "evidence":
      return <EvidenceView entry={block} />;
  }
}

function TableView({ table: { caption, columns, rows } }: { readonly table: Table }) {
  const numeric = (at: number) => (columns[at]?.numeric ? "briefing-number" : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="briefing-wide-table" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label }, at) => (
              <th key={at} scope="col" class={numeric(at)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    <Inlines inlines={cell} />
                  </th>
                ) : (
                  <td key={at} class={numeric(at)}>
                    <Inlines inlines={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureView({ figure: { id, number, svg, caption } }: { readonly figure: Figure }) {
  return (
    <figure id={id}>
      <Drawing svg={svg} />
      <figcaption>
        <strong>Figure {number}.</strong> <Inlines inlines={caption} />
      </figcaption>
    </figure>
  );
}

function FacingView({ facing: { title, sides } }: { readonly facing: Facing }) {
  return (
    <section class="briefing-facing">
      <p class="briefing-facing-title">
        <Inlines inlines={title} />
      </p>
      <div class="briefing-sides">
        {sides.map(({ label, reads, quotation }) => (
          <div key={label}>
            <p class="briefing-side">{label}</p>
            <p>
              <Inlines inlines={reads} />
            </p>
            {quotation !== null && <blockquote dir="auto">{quotation}</blockquote>}
          </div>
        ))}
      </div>
    </section>
  );
}

function EvidenceView({ entry }: { readonly entry: EvidenceEntry }) {
  const { number, quotation, language, remark, reads, source, details, links } = entry;
  return (
    <div class="briefing-evidence" id={`evidence-${number}`}>
      <p class="briefing-number">
        <span class="visually-hidden">Evidence </span>
        {number}
      </p>
      <div>
        {quotation !== null && (
          <blockquote dir="auto" lang={language ?? undefined}>
            {quotation}
          </blockquote>
        )}
        {remark && <p class="briefing-remark">{remark}</p>}
        <p>{reads}</p>
        <p class="briefing-source">{source}</p>
        <p class="briefing-details">
          {details.join(" · ")}
          {links.length > 0 && " · "}
          <span class="briefing-links">
            {between(
              links.map(({ text, href }) => (
                <a key={text} href={href}>
                  {text}
                  <span class="visually-hidden">: evidence {number}</span>
                </a>
              )),
              " · ",
            )}
          </span>
        </p>
      </div>
    </div>
  );
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, at) => (
        <InlineView key={at} inline={inline} />
      ))}
    </>
  );
}

function InlineView({ inline }: { readonly inline: Inline }) {
  if (inline.kind === "cite") return <Cite numbers={inline.numbers} />;
  if (inline.kind === "link")
    return (
      <a href={inline.href} rel="noopener noreferrer" dir="auto">
        {inline.text}
      </a>
    );
  const { text, code, strong, emphasis } = inline;
  if (code) return <code dir="auto">{text}</code>;
  const words = emphasis ? <em>{text}</em> : text;
  return strong ? <strong>{words}</strong> : words;
}

function Cite({ numbers }: { readonly numbers: readonly number[] }) {
  const runs = runsOf(numbers).map(([first, last]) => (
    <Fragment key={first}>
      <EvidenceLink number={first} />
      {last !== first && (
        <>
          –<EvidenceLink number={last} />
        </>
      )}
    </Fragment>
  ));
  return <span class="briefing-cite">[{between(runs, ", ")}]</span>;
}

function EvidenceLink({ number }: { readonly number: number }) {
  return <a href={`#evidence-${number}`}>{number}</a>;
}

function between(parts: readonly ComponentChildren[], mark: string): ComponentChildren[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [mark, part]));
}
