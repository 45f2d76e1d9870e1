import { useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";

/** Links to the browser's own settings for keyboard shortcuts. */
export function ShortcutsSection({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  return (
    <section aria-labelledby="shortcuts-heading">
      <h2 id="shortcuts-heading">{t("shortcutsTitle")}</h2>
      <p class="hint">{t("shortcutsText")}</p>
      <button type="button" class="secondary" onClick={() => void model.openShortcuts()}>
        {t("openShortcuts")}
      </button>
    </section>
  );
}
