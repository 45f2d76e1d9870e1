import { Switch } from "../../components/Switch.tsx";
import { useWording } from "../../components/wording.ts";
import { TypedForm } from "../TypedForm.tsx";
import type { KeptModel } from "./keptModel.ts";

/** Whether read articles are remembered, and on which sites never. */
export function MemorySection({ model }: { readonly model: KeptModel }) {
  const { t } = useWording();
  const { isOn, hostsOff } = model.memory.value;
  return (
    <section aria-labelledby="memory-heading">
      <h2 id="memory-heading">{t("memoryTitle")}</h2>
      <p class="hint">{t("memoryText")}</p>
      <Switch
        name={t("memorySwitch")}
        isOn={isOn}
        onSwitch={(on) => void model.setRemembering(on)}
      />
      <h3>{t("memoryHosts")}</h3>
      <ul class="sites">
        {hostsOff.map((host) => (
          <li key={host}>
            <span dir="ltr">{host}</span>
            <button
              type="button"
              class="quiet"
              aria-label={t("memoryIncludeNamed", [host])}
              onClick={() => void model.include(host)}
            >
              {t("memoryInclude")}
            </button>
          </li>
        ))}
      </ul>
      <TypedForm
        id="memory-host"
        label={t("memoryHostLabel")}
        action={t("memoryExclude")}
        onSubmit={(typed) => void model.exclude(typed)}
      />
      <button type="button" class="secondary" onClick={() => void model.forgetRead()}>
        {t("memoryForget")}
      </button>
    </section>
  );
}
