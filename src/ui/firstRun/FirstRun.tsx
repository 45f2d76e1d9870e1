import { PageHead } from "../components/PageHead.tsx";
import { useWording } from "../components/wording.ts";
import type { FirstRunModel } from "./firstRunModel.ts";
import { LiveExample } from "./LiveExample.tsx";
import { WorkModeChoice } from "./WorkModeChoice.tsx";

/** The page after installing: what it does, where it should work, what is kept and sent. */
export function FirstRun({ model }: { readonly model: FirstRunModel }) {
  const { t } = useWording();
  return (
    <main>
      <PageHead title={t("firstRunHeading")}>
        <p class="lead">{t("firstRunLead")}</p>
      </PageHead>
      <LiveExample />
      <p>
        {t("firstRunMore")}{" "}
        <a href="options.html" target="_blank" rel="noopener">
          {t("optionsTitle")}
        </a>
      </p>
      <WorkModeChoice model={model} />
      <section class="privacy" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{t("firstRunPrivacy")}</h2>
        <div>
          <p>{t("firstRunKept")}</p>
          <p>{t("firstRunMemory")}</p>
          <p>{t("firstRunSent")}</p>
        </div>
      </section>
    </main>
  );
}
