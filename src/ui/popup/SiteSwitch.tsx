import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";

interface SiteSwitchProps {
  readonly model: PopupModel;
  readonly isOn: boolean;
}

/** Switches Second Source on or off for the site of the tab. Nothing where there is no site. */
export function SiteSwitch({ model, isOn }: SiteSwitchProps) {
  const { t } = useWording();
  if (model.host === null) return null;
  return (
    <Switch
      name={t("siteSwitch", [model.host])}
      description={t("siteSwitchText")}
      isOn={isOn}
      onSwitch={(on) => void model.switchSite(on)}
    />
  );
}
