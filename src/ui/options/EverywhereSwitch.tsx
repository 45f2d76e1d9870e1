import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";

/** Shows the switch that turns the extension off on all pages. */
export function EverywhereSwitch({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  return (
    <div class="everywhere">
      <Switch
        name={t("everywhereSwitch")}
        isOn={!model.isOffEverywhere.value}
        onSwitch={(on) => void model.switchEverywhere(on)}
      />
      <p class="hint">{t("everywhereSwitchText")}</p>
    </div>
  );
}
