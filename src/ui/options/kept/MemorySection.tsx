import { useRef } from "preact/hooks";
import { Switch } from "../../components/Switch.tsx";
import { useWording } from "../../components/wording.ts";
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
      <ExcludeForm onExclude={(typed) => void model.exclude(typed)} />
      <button type="button" class="secondary" onClick={() => void model.forgetRead()}>
        {t("memoryForget")}
      </button>
    </section>
  );
}

function ExcludeForm({ onExclude }: { readonly onExclude: (typed: string) => void }) {
  const { t } = useWording();
  const field = useRef<HTMLInputElement>(null);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onExclude(field.current?.value ?? "");
    if (field.current) field.current.value = "";
  };
  return (
    <form class="switch-off" onSubmit={onSubmit}>
      <label for="memory-host">{t("memoryHostLabel")}</label>
      <input
        id="memory-host"
        ref={field}
        type="text"
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
      />
      <button type="submit" class="secondary">
        {t("memoryExclude")}
      </button>
    </form>
  );
}
