import { useMemo } from "preact/hooks";
import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { relationWordsOf } from "./relationWords.ts";
import { useWording } from "./wording.ts";

interface RelationLabelProps {
  readonly match: PageMatch;
  readonly reference: Reference;
}

/** Shows the name of a reference's relation over the line that its marks have on the page. */
export function RelationLabel({ match, reference }: RelationLabelProps) {
  const { t } = useWording();
  const { labelKey, meaningKey } = useMemo(
    () => relationWordsOf(match, reference),
    [match, reference],
  );
  return (
    <span class="relation" data-relation={reference.relation} title={t(meaningKey)}>
      {t(labelKey)}
    </span>
  );
}
