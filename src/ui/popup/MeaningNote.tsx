import { useWording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";

/**
 * How far the page has been compared by meaning, a line below the headline; the line stays when all
 * is done, so that nothing moves. Nothing where only words are compared.
 */
export function MeaningNote({ model }: { readonly model: PopupModel }) {
  const { t, formats } = useWording();
  const meaning = model.meaning.value;
  if (meaning === null) return null;
  const { done, of } = meaning;
  return (
    <p class="detail meaning">
      {done < of
        ? t("meaningComparing", [formats.number(done), formats.number(of)])
        : t("meaningDone")}
    </p>
  );
}
