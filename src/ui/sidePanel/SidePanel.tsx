import { useState } from "preact/hooks";
import { useWording } from "../components/wording.ts";
import { Popup } from "../popup/Popup.tsx";
import type { PopupModel } from "../popup/popupModel.ts";

/** What the popup shows, beside the page and in step with it. */
export function SidePanel({ model }: { readonly model: PopupModel }) {
  const [isFollowing, setFollowing] = useState(true);
  return (
    <Popup
      model={model}
      isFollowing={isFollowing}
      tools={<FollowSwitch isOn={isFollowing} onSwitch={setFollowing} />}
    />
  );
}

interface FollowSwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

function FollowSwitch({ isOn, onSwitch }: FollowSwitchProps) {
  const { t } = useWording();
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      onClick={() => onSwitch(!isOn)}
    >
      <span class="switch-name">{t("followPage")}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
