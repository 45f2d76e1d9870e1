import { defaultLeastScore, relations } from "../../engine/model/index.ts";
import { relationStyles } from "../components/designTokens.ts";
import { useWording } from "../components/wording.ts";
import { LookFields } from "./LookFields.tsx";
import type { OptionsModel } from "./optionsModel.ts";

/**
 * The least scores to choose from, the lowest first. Zero leaves the choice to the matcher, which
 * hides unlikely matches anyway.
 */
const sensitivities = [
  { leastScore: 0, label: "sensitivityAll", text: "sensitivityAllText" },
  { leastScore: defaultLeastScore, label: "sensitivityLikely", text: "sensitivityLikelyText" },
  { leastScore: 0.85, label: "sensitivitySure", text: "sensitivitySureText" },
] as const;

/** Shows how many matches are shown, of which relations, and the look of their marks. */
export function ShownSection({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  const { leastScore, relationsHidden } = model.choices.value;
  // An earlier version had other values.
  const chosen = sensitivities.findLast((its) => its.leastScore <= leastScore);
  return (
    <section aria-labelledby="shown-heading">
      <h2 id="shown-heading">{t("shownTitle")}</h2>
      <fieldset>
        <legend>{t("sensitivityTitle")}</legend>
        {sensitivities.map((sensitivity) => (
          <label class="option" key={sensitivity.label}>
            <input
              type="radio"
              name="sensitivity"
              checked={sensitivity === chosen}
              onChange={() => void model.setLeastScore(sensitivity.leastScore)}
            />
            <span>
              <strong>{t(sensitivity.label)}</strong>{" "}
              <span class="hint">{t(sensitivity.text)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("relationsTitle")}</legend>
        {relations.map((relation) => (
          <label class="option" key={relation} data-relation={relation}>
            <input
              type="checkbox"
              checked={!relationsHidden.includes(relation)}
              onChange={(event) => void model.showRelation(relation, event.currentTarget.checked)}
            />
            <span class="sample">{t(relationStyles[relation].labelKey)}</span>
          </label>
        ))}
        <p class="hint">{t("relationsText")}</p>
      </fieldset>
      <LookFields model={model} />
    </section>
  );
}
