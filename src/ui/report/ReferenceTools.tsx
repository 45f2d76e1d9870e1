import { citation } from "../../engine/export/citation.ts";
import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { useWording } from "../components/wording.ts";
import { exportWording } from "./exportWording.ts";
import type { ReportActions } from "./viewProps.ts";

interface ReferenceToolsProps {
  readonly match: PageMatch;
  readonly reference: Reference;
  readonly actions: ReportActions;
}

/** Shows the actions for one outlet's version: compare it, cite it, or dismiss it. */
export function ReferenceTools({ match, reference, actions }: ReferenceToolsProps) {
  const wording = useWording();
  const { t } = wording;
  const of = reference.article.outlet;
  return (
    <p class="tools">
      <button
        type="button"
        class="quiet compare-it"
        aria-label={t("compareWith", [of])}
        onClick={() => actions.compare(match, reference)}
      >
        {t("compare")}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t("copyCitationOf", [of])}
        onClick={() => actions.copy(citation(reference, exportWording(wording)))}
      >
        {t("copyCitation")}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={t("notAMatchOf", [of])}
        onClick={() => actions.dismiss(match, reference)}
      >
        {t("notAMatch")}
      </button>
    </p>
  );
}
