import type { MeaningStatus } from "../../../messages/encodingProtocol.ts";
import { Switch } from "../../components/Switch.tsx";
import { useWording } from "../../components/wording.ts";
import type { MeaningModel } from "./meaningModel.ts";

/** Additional memory of the browser's process while the model runs: `npm run bench -- meaning`. */
const megabytes = 200;

/** Shows whether pages are compared by meaning too, the cost, and the progress. */
export function MeaningSection({ model }: { readonly model: MeaningModel }) {
  const { t, formats } = useWording();
  const status = model.status.value;
  return (
    <section aria-labelledby="meaning-heading">
      <h2 id="meaning-heading">{t("meaningTitle")}</h2>
      <p class="hint">{t("meaningText", [formats.number(megabytes)])}</p>
      <Switch
        name={t("meaningSwitch")}
        isOn={status?.isOn ?? true}
        onSwitch={(on) => void model.switchTo(on)}
      />
      {model.isFailed.value && <p role="alert">{t("optionsFailed")}</p>}
      {status !== null && <Progress status={status} />}
    </section>
  );
}

const problemKeys = {
  damaged: "meaningDamaged",
  wrongVersion: "meaningDamaged",
  unavailable: "meaningUnavailable",
  noRoom: "meaningNoRoom",
} as const;

function Progress({ status }: { readonly status: MeaningStatus }) {
  const { t, formats } = useWording();
  const { isOn, done, of, problem } = status;
  if (!isOn) return <p class="hint">{t("meaningOff")}</p>;
  return (
    <>
      {problem !== null && <p class="problems">{t(problemKeys[problem])}</p>}
      <p class="hint">{t("meaningProgress", [formats.number(done), formats.number(of)])}</p>
    </>
  );
}
