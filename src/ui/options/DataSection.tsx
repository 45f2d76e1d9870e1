import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../components/wording.ts";
import type { OptionsModel } from "./optionsModel.ts";

/** What is kept, what is sent, and how to be rid of it. */
export function DataSection({ model }: { readonly model: OptionsModel }) {
  const { t } = useWording();
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has gone; the harmless answer is the nearer one.
    if (isAsking) keep.current?.focus();
  }, [isAsking]);
  const deleteAll = () => {
    setAsking(false);
    void model.deleteAll();
  };
  return (
    <section aria-labelledby="data-heading">
      <h2 id="data-heading">{t("firstRunPrivacy")}</h2>
      <p>{t("firstRunKept")}</p>
      <p>{t("firstRunMemory")}</p>
      <p>{t("firstRunSent")}</p>
      {isAsking ? (
        <fieldset class="asking">
          <legend>{t("deleteAllQuestion")}</legend>
          <button type="button" class="primary" onClick={deleteAll}>
            {t("deleteAllYes")}
          </button>{" "}
          <button type="button" class="secondary" ref={keep} onClick={() => setAsking(false)}>
            {t("deleteAllNo")}
          </button>
        </fieldset>
      ) : (
        <button type="button" class="secondary" onClick={() => setAsking(true)}>
          {t("deleteAll")}
        </button>
      )}
    </section>
  );
}
