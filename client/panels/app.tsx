/** The explorer's frame: header, filters, graph, reader, time strip. */
import { useModel } from "../state/model.ts";
import { BriefingDesk } from "./briefing-desk.tsx";
import { Filters } from "./filters.tsx";
import { GraphPanel } from "./graph-panel.tsx";
import { Header } from "./header.tsx";
import { Help } from "./help.tsx";
import { Announcer, Notice } from "./notice.tsx";
import { Reader } from "./reader.tsx";
import { RemarkBox } from "./remark.tsx";
import { SheetBar } from "./sheets.tsx";
import { Splitter } from "./splitter.tsx";
import { TimeStrip } from "./time-strip.tsx";

export function App() {
  const { transient } = useModel();
  const filters = transient.filters.value;
  return (
    <div
      class="explorer"
      data-sheet={transient.sheet.value}
      data-filters={filters ? "open" : "closed"}
      data-presenting={transient.presenting.value}
    >
      <Header />
      <div class="explorer-body">
        <aside class="panel filters-panel" id="filters" aria-label="Filters">
          <Filters />
          <Splitter name="filters" label="Width of the filters" side="left" />
        </aside>
        <GraphPanel />
        <aside class="panel reader-panel" id="reader" aria-label="Reader">
          <Splitter name="reader" label="Width of the reader" side="right" />
          <Reader />
        </aside>
      </div>
      <TimeStrip />
      <SheetBar />
      <Help />
      <BriefingDesk />
      <Notice />
      <RemarkBox />
      <Announcer />
    </div>
  );
}
