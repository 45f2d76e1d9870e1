import { useEffect, useRef, useState } from "preact/hooks";
import { plural, useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";

/** Shows what is stored, what is sent, how to delete it, and links to the full texts. */
export function DataSection({ model }: { readonly model: OptionsModel }) {
  const { t, formats } = useWording();
  const gathered = model.gathered.value;
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The pressed button is gone, so the focus goes to the harmless answer.
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  const ask = async () => {
    await model.countGathered();
    setAsking(true);
  };
  const deleteAll = () => {
    setAsking(false);
    void model.deleteAll();
  };
  const counts = [gathered?.articles, gathered?.packs, gathered?.feeds].map((count) =>
    count === undefined ? "?" : formats.number(count),
  );
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">{t("privacyTitle")}</h2>
      <p>{t("privacyKept")}</p>
      <p>{t("privacyMemory")}</p>
      <Stored model={model} />
      <p>{t("privacySent")}</p>
      {isAsking ? (
        <fieldset class="asking">
          <legend>{t("deleteAllQuestion", counts)}</legend>
          <button type="button" class="danger" onClick={deleteAll}>
            {t("deleteAllYes")}
          </button>{" "}
          <button type="button" class="secondary" ref={keep} onClick={() => setAsking(false)}>
            {t("deleteAllNo")}
          </button>
        </fieldset>
      ) : (
        <button type="button" class="danger" onClick={() => void ask()}>
          {t("deleteAll")}
        </button>
      )}
      <p class="documents">
        <a href="privacy.html">{t("privacyPolicy")}</a> <a href="NOTICE.txt">{t("licencesLink")}</a>
      </p>
    </section>
  );
}

/** Shows how much of the reader's choices is stored now. */
function Stored({ model }: { readonly model: OptionsModel }) {
  const wording = useWording();
  const { off, granted } = model.sites.value;
  const { dismissed } = model.choices.value;
  return (
    <ul class="stored">
      <li>{plural(wording, "storedSitesOff", off.length)}</li>
      <li>{plural(wording, "storedPermissions", granted.length)}</li>
      <li>{plural(wording, "storedDismissed", dismissed.length)}</li>
    </ul>
  );
}
