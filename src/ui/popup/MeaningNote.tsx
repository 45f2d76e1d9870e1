import { useWording } from "../components/wording.ts";
import type { PopupModel } from "./popupModel.ts";

/**
 * Shows the progress of comparing by meaning in a line below the headline. The line stays at the
 * end, so that nothing moves. Renders nothing if only words are compared.
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
