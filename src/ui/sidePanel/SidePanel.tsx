import { useState } from "preact/hooks";
import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import { Popup, type PopupProps } from "../popup/Popup.tsx";
import type { PopupModel } from "../popup/popupModel.ts";

interface SidePanelProps {
  readonly model: PopupModel;
  /** Stands below the list, as in the popup. */
  readonly keeping?: PopupProps["keeping"];
}

/** What the popup shows, beside the page and in step with it. */
export function SidePanel({ model, keeping }: SidePanelProps) {
  const { t } = useWording();
  const [isFollowing, setFollowing] = useState(true);
  return (
    <Popup
      model={model}
      {...(keeping && { keeping })}
      isFollowing={isFollowing}
      tools={<Switch name={t("followPage")} isOn={isFollowing} onSwitch={setFollowing} />}
    />
  );
}
