import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";

interface SiteSwitchProps {
  readonly model: PopupModel;
  readonly isOn: boolean;
}

/** Shows the switch for the tab's site. Renders nothing if there is no site. */
export function SiteSwitch({ model, isOn }: SiteSwitchProps) {
  const { t } = useWording();
  if (model.host === null) return null;
  return (
    <Switch
      name={t("siteSwitch", [model.host])}
      shown={model.host.replace(/^www\./, "")}
      description={t("siteSwitchText")}
      isOn={isOn}
      onSwitch={(on) => void model.switchSite(on)}
    />
  );
}
