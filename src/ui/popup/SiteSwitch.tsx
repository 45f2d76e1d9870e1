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
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      onClick={() => void model.switchSite(!isOn)}
    >
      <span class="switch-name">{t("siteSwitch", [model.host])}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
