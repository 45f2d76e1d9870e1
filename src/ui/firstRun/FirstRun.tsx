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
        <MoreToCompare />
      </PageHead>
      <LiveExample />
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

/** Where the settings offer more than the bundled articles to compare a page with. */
const sources = [
  { heading: "feeds-heading", label: "firstRunFollow" },
  { heading: "memory-heading", label: "memorySwitch" },
  { heading: "corpora-heading", label: "importFiles" },
] as const;

function MoreToCompare() {
  const { t } = useWording();
  return (
    <div class="more">
      <p>{t("firstRunMore")}</p>
      <ul>
        {sources.map(({ heading, label }) => (
          <li key={heading}>
            <a href={`options.html#${heading}`} target="_blank" rel="noopener">
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
