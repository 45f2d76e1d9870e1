import { useWording } from "../../components/wording.ts";
import type { KeptModel } from "./keptModel.ts";

/** Shows buttons that select all listed articles and remove the selected ones. */
export function SelectionBar({ model }: { readonly model: KeptModel }) {
  const { t, formats } = useWording();
  const { size } = model.selected.value;
  const count = model.part.value?.count ?? 0;
  return (
    <div class="selection">
      <button type="button" class="quiet" onClick={() => void model.selectAll()}>
        {t("keptSelectAll", [formats.number(count)])}
      </button>
      {size > 0 && (
        <>
          <span role="status">{t("keptSelected", [formats.number(size)])}</span>
          <button type="button" class="quiet" onClick={() => model.selectNone()}>
            {t("keptSelectNone")}
          </button>
          <button type="button" class="secondary" onClick={() => void model.removeSelected()}>
            {t("keptRemoveSelected")}
          </button>
        </>
      )}
    </div>
  );
}
