import type { CorporaStatus } from "../../../messages/corporaProtocol.ts";
import { useWording } from "../../components/wording.ts";
import type { CorporaModel } from "./corporaModel.ts";

interface StorageNotesProps {
  readonly status: CorporaStatus;
  readonly model: CorporaModel;
}

/** Shows problems of the storage and what can be done about them; nothing if there are none. */
export function StorageNotes({ status, model }: StorageNotesProps) {
  const { t, locale } = useWording();
  if (status.storedForm !== "ours") {
    const words = status.storedForm === "later" ? "storageOfLaterVersion" : "storageNotUpdated";
    return <p class="problems">{t(words)}</p>;
  }
  if (status.setAside === 0) return null;
  const count = new Intl.NumberFormat(locale).format(status.setAside);
  return (
    <div class="problems">
      <p>{t("setAside", [count])}</p>
      <div class="actions">
        <button type="button" class="secondary" onClick={() => void model.saveSetAside()}>
          {t("setAsideSave")}
        </button>{" "}
        <button type="button" class="quiet" onClick={() => void model.forgetSetAside()}>
          {t("setAsideForget")}
        </button>
      </div>
    </div>
  );
}
