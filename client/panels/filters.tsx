/** The filters: what the lens lets through, with live counts of what each choice would give. */
import { countWords, formatNumber } from "../../graph-data/display/words.ts";
import { useModel } from "../state/model.ts";
import { countWindows } from "../state/shown.ts";
import { ActorFacet } from "./actor-facet.tsx";
import { Facet, VoiceFacet } from "./facet.tsx";
import { DateFilter, GradeFilter } from "./value-filters.tsx";

export function Filters() {
  const { shown, compared, narrative, transient } = useModel();
  return (
    <div class="filters">
      <div class="panel-head">
        <h2>Filters</h2>
        <button
          type="button"
          class="quiet narrow-only"
          onClick={() => {
            transient.sheet.value = "none";
          }}
        >
          Close
        </button>
        <p class="faint" data-testid="slice-count">
          {formatNumber(shown.value.statements.length)} of{" "}
          {countWords(narrative.statements.length, "statement")}
        </p>
        {compared.value && <p class="faint">{countWindows(compared.value)}</p>}
      </div>
      <div class="panel-scroll">
        <Facet field="families" title="Families" open marks />
        <VoiceFacet />
        {(narrative.dossier.narratives ?? []).length > 0 && (
          <Facet field="narratives" title="Narratives" open />
        )}
        <ActorFacet />
        <GradeFilter />
        <Facet
          field="modalities"
          title="Modality"
          hint="Without a choice: all but hypothetical and desired"
        />
        <Facet field="types" title="Relation types" />
        {narrative.documents.size > 1 && <Facet field="documents" title="Documents" />}
        <DateFilter />
      </div>
    </div>
  );
}
