import { useState } from "preact/hooks";
import { Switch } from "../components/Switch.tsx";
import { useWording } from "../components/wording.ts";
import { Popup } from "../popup/Popup.tsx";
import type { PopupModel } from "../popup/popupModel.ts";

/** What the popup shows, beside the page and in step with it. */
export function SidePanel({ model }: { readonly model: PopupModel }) {
  const { t } = useWording();
  const [isFollowing, setFollowing] = useState(true);
  return (
    <Popup
      model={model}
      isFollowing={isFollowing}
      tools={<Switch name={t("followPage")} isOn={isFollowing} onSwitch={setFollowing} />}
    />
  );
}
