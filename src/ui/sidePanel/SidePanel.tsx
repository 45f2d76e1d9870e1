import { useState } from "preact/hooks";
import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import { Popup, type PopupProps } from "../popup/Popup.tsx";
import type { PopupModel } from "../popup/popupModel.ts";

interface SidePanelProps {
  readonly model: PopupModel;
  /** Shown below the list, as in the popup. */
  readonly keeping?: PopupProps["keeping"];
}

/** Shows the contents of the popup beside the page, following the page. */
export function SidePanel({ model, keeping }: SidePanelProps) {
  const { t } = useWording();
  const [isFollowing, setFollowing] = useState(true);
  return (
    <Popup
      model={model}
      {...(keeping && { keeping })}
      isFollowing={isFollowing}
      tools={<Switch name={t("scrollWithPage")} isOn={isFollowing} onSwitch={setFollowing} />}
    />
  );
}
