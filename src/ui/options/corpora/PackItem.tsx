import type { ListedPack } from "../../../messages/corporaProtocol.ts";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface PackItemProps {
  readonly pack: ListedPack;
  readonly model: CorporaModel;
}

/** Shows a pack's description, whether it is searched, and its actions. */
export function PackItem({ pack, model }: PackItemProps) {
  const wording = useWording();
  const { t } = wording;
  const { id, name, address } = pack;
  return (
    <li>
      <label class="option">
        <input
          type="checkbox"
          checked={pack.isOn}
          onChange={(event) => void model.switchPack(id, event.currentTarget.checked)}
        />
        <span dir="auto">
          <strong>{name}</strong> <span class="hint">{factsOf(pack, wording)}</span>
        </span>
      </label>
      <span class="actions">
        {address !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={t("packUpdateNamed", [name])}
            onClick={() => void model.fetchPack(address)}
          >
            {t("packUpdate")}
          </button>
        )}{" "}
        <button
          type="button"
          class="quiet"
          aria-label={t("packRemoveNamed", [name])}
          onClick={() => void model.removePack(id)}
        >
          {t("packRemove")}
        </button>
      </span>
    </li>
  );
}

/** Returns the number of a pack's articles and its own description. */
function factsOf(
  { articleCount, publisher, licence, version, date }: ListedPack,
  wording: Wording,
) {
  const said = [publisher, licence, version, date].filter((fact) => fact !== "");
  return [plural(wording, "articleCountAlone", articleCount), ...said].join(" · ");
}

interface WaitingPackProps extends PackItemProps {
  /** The installed pack of the same name. */
  readonly installed: ListedPack;
}

/** Asks whether a pack may replace another one of its name, and describes both. */
export function WaitingPack({ pack, installed, model }: WaitingPackProps) {
  const wording = useWording();
  const { t } = wording;
  const { id, name } = pack;
  return (
    <li class="waiting">
      <div dir="auto">
        <p>{t("packAsks", [name])}</p>
        <p class="hint">{t("packInstalled", [describe(installed, wording)])}</p>
        <p class="hint">{t("packNew", [describe(pack, wording)])}</p>
      </div>
      <span class="actions">
        <button
          type="button"
          class="secondary"
          aria-label={t("packKeepNamed", [name])}
          onClick={() => void model.answerPack(id, false)}
        >
          {t("packKeep")}
        </button>{" "}
        <button
          type="button"
          class="quiet"
          aria-label={t("packReplaceNamed", [name])}
          onClick={() => void model.answerPack(id, true)}
        >
          {t("packReplace")}
        </button>
      </span>
    </li>
  );
}

function describe(pack: ListedPack, wording: Wording): string {
  const { t } = wording;
  const from = pack.address === null ? t("takenFromFile") : t("packFrom", [pack.address]);
  return `${factsOf(pack, wording)} · ${from}`;
}
