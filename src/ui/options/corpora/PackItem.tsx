import type { ListedPack } from "../../../messages/corporaProtocol.ts";
import { plural, useWording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface PackItemProps {
  readonly pack: ListedPack;
  readonly model: CorporaModel;
}

/** What a pack says of itself, whether it is searched, and what can be done with it. */
export function PackItem({ pack, model }: PackItemProps) {
  const wording = useWording();
  const { t } = wording;
  const { id, name, publisher, licence, version, date, address } = pack;
  const facts = [publisher, licence, `${version} · ${date}`].filter((fact) => fact !== "");
  return (
    <li>
      <label class="option">
        <input
          type="checkbox"
          checked={pack.isOn}
          onChange={(event) => void model.switchPack(id, event.currentTarget.checked)}
        />
        <span dir="auto">
          <strong>{name}</strong>{" "}
          <span class="hint">
            {plural(wording, "articleCount", pack.articleCount)} · {facts.join(" · ")}
          </span>
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
