import type { Relation } from "../../engine/model/index.ts";
import { relationStyles } from "../components/designTokens.ts";
import { useWording } from "../components/wording.ts";
import { FilterChoice } from "./FilterChoice.tsx";

interface RelationFilterProps {
  readonly counts: readonly { readonly relation: Relation; readonly count: number }[];
  readonly total: number;
  /** Null for all relations. */
  readonly chosen: Relation | null;
  readonly onChoose: (relation: Relation | null) => void;
}

/**
 * Shows a button with a count per relation, and the meaning of the chosen one; nothing if there is
 * nothing to choose.
 */
export function RelationFilter({ counts, total, chosen, onChoose }: RelationFilterProps) {
  const { t } = useWording();
  if (counts.length < 2) return null;
  return (
    <>
      <fieldset class="filter">
        <legend class="visually-hidden">{t("filterLabel")}</legend>
        <FilterChoice isChosen={chosen === null} count={total} onChoose={() => onChoose(null)}>
          {t("filterAll")}
        </FilterChoice>
        {counts.map(({ relation, count }) => (
          <FilterChoice
            key={relation}
            isChosen={chosen === relation}
            count={count}
            meaning={t(relationStyles[relation].meaningKey)}
            onChoose={() => onChoose(relation)}
          >
            <span class="swatch" data-relation={relation}>
              {t(relationStyles[relation].labelKey)}
            </span>
          </FilterChoice>
        ))}
      </fieldset>
      {chosen !== null && <p class="note">{t(relationStyles[chosen].meaningKey)}</p>}
    </>
  );
}
