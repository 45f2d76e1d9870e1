import type { Relation } from "../../engine/model/index.ts";
import { relationStyles } from "./tokens.ts";
import { useWording } from "./wording.ts";

/** The relation's name over the line that its marks have on the page. */
export function RelationLabel({ relation }: { readonly relation: Relation }) {
  const { t } = useWording();
  return (
    <span class="relation" data-relation={relation}>
      {t(relationStyles[relation].labelKey)}
    </span>
  );
}
