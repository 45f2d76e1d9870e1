import { relations } from "../../engine/model/index.ts";
import { lineWeights, palettes } from "../../messages/markLook.ts";
import { relationStyles } from "../components/designTokens.ts";
import { useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";

const paletteKeys = { five: "paletteFive", two: "paletteTwo", ink: "paletteInk" } as const;
const lineKeys = { fine: "lineFine", strong: "lineStrong" } as const;

/**
 * Shows the choices for colours and lines of marks, with a preview on a light and a dark
 * background.
 */
export function LookFields({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  const { palette, line, isTinted } = model.look.value;
  return (
    <>
      <fieldset>
        <legend>{t("paletteTitle")}</legend>
        {palettes.map((its) => (
          <label class="option" key={its}>
            <input
              type="radio"
              name="palette"
              checked={palette === its}
              onChange={() => void model.setLook({ palette: its })}
            />
            {t(paletteKeys[its])}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t("linesTitle")}</legend>
        {lineWeights.map((its) => (
          <label class="option" key={its}>
            <input
              type="radio"
              name="line"
              checked={line === its}
              onChange={() => void model.setLook({ line: its })}
            />
            {t(lineKeys[its])}
          </label>
        ))}
        <label class="option">
          <input
            type="checkbox"
            checked={isTinted}
            onChange={(event) => void model.setLook({ isTinted: event.currentTarget.checked })}
          />
          {t("tintedGround")}
        </label>
      </fieldset>
      <figure class="preview" aria-label={t("lookPreview")}>
        {(["light", "dark"] as const).map((tone) => (
          <p key={tone} data-tone={tone}>
            {relations.map((relation) => (
              <span key={relation} class="sample" data-relation={relation}>
                {t(relationStyles[relation].labelKey)}
              </span>
            ))}
          </p>
        ))}
      </figure>
    </>
  );
}
