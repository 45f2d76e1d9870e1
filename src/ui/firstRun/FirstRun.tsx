import { PageHead } from "../components/PageHead.tsx";
import { useWording } from "../components/wording.ts";
import { FeedsNoticeLine } from "../options/feeds/FeedsNoticeLine.tsx";
import type { FeedsModel } from "../options/feeds/feedsModel.ts";
import { StarterFeeds } from "../starterFeeds/StarterFeeds.tsx";
import type { StarterOutlet } from "../starterFeeds/starterOutlets.ts";
import type { FirstRunModel } from "./firstRunModel.ts";
import { LiveExample } from "./LiveExample.tsx";
import { ReadOn } from "./ReadOn.tsx";
import { TrySentence } from "./TrySentence.tsx";
import type { TryModel } from "./tryModel.ts";
import { WorkModeChoice } from "./WorkModeChoice.tsx";

interface FirstRunProps {
  readonly model: FirstRunModel;
  readonly trying: TryModel;
  readonly feeds: FeedsModel;
  /** The outlets offered at first. */
  readonly starters: readonly StarterOutlet[];
  /** BCP 47 tags of the browser's languages, in order of preference. */
  readonly languages: readonly string[];
}

/**
 * Shows the page after the installation: what the extension does, where it should work, what pages
 * are compared with, and what is stored and sent.
 */
export function FirstRun({ model, trying, feeds, starters, languages }: FirstRunProps) {
  const { t } = useWording();
  return (
    <main>
      <PageHead title={t("firstRunHeading")}>
        <p class="lead">{t("firstRunLead")}</p>
        <MoreToCompare />
      </PageHead>
      <LiveExample />
      <TrySentence model={trying} />
      <WorkModeChoice model={model} isAdvised next="#starters-heading" />
      <section aria-labelledby="starters-heading">
        <h2 id="starters-heading">{t("startersTitle")}</h2>
        <p class="hint">{t("feedsText")}</p>
        <StarterFeeds model={feeds} outlets={starters} languages={languages} />
        <FeedsNoticeLine model={feeds} />
      </section>
      <ReadOn outlets={starters} followed={feeds.feeds.value} languages={languages} />
      <section class="privacy" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{t("privacyTitle")}</h2>
        <div>
          <p>{t("privacyKept")}</p>
          <p>{t("privacyMemory")}</p>
          <p>{t("privacySent")}</p>
        </div>
      </section>
    </main>
  );
}

/** The sections of the settings that add articles to compare pages with. */
const sources = [
  { section: "memory", label: "memorySwitch" },
  { section: "corpora", label: "importFiles" },
] as const;

function MoreToCompare() {
  const { t } = useWording();
  return (
    <div class="more">
      <p>{t("firstRunMore")}</p>
      <ul>
        <li>
          <a href="#starters-heading">{t("firstRunFollow")}</a>
        </li>
        {sources.map(({ section, label }) => (
          <li key={section}>
            <a href={`options.html#${section}`} target="_blank" rel="noopener">
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
