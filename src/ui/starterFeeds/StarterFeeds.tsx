import { useState } from "preact/hooks";
import type { FollowedFeed } from "../../messages/feedProtocol.ts";
import { plural, useWording } from "../components/wording.ts";
import { feedProblemKeys } from "../options/feeds/feedProblems.ts";
import type { FeedsModel } from "../options/feeds/feedsModel.ts";
import { type StarterOutlet, starterLanguages } from "./starterOutlets.ts";

interface StarterFeedsProps {
  readonly model: FeedsModel;
  readonly outlets: readonly StarterOutlet[];
  /** BCP 47 tags of the browser's languages, in order of preference. */
  readonly languages: readonly string[];
}

/**
 * Shows outlets of one language at a time, each to be followed with one click. None is chosen in
 * advance.
 */
export function StarterFeeds({ model, outlets, languages }: StarterFeedsProps) {
  const { t, formats } = useWording();
  const offered = starterLanguages(outlets, languages);
  const [language, setLanguage] = useState(offered[0] ?? "");
  const feeds = model.feeds.value;
  return (
    <div class="starters">
      <label class="starter-language">
        {t("startersLanguage")}{" "}
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
          {offered.map((its) => (
            <option key={its} value={its}>
              {formats.languageName(its)}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {outlets
          .filter((outlet) => outlet.language === language)
          .map((outlet) => (
            <Starter
              key={outlet.feed}
              outlet={outlet}
              followed={feeds.find(({ url }) => url === outlet.feed) ?? null}
              model={model}
            />
          ))}
      </ul>
    </div>
  );
}

interface StarterProps {
  readonly outlet: StarterOutlet;
  /** Null if the reader does not follow it. */
  readonly followed: FollowedFeed | null;
  readonly model: FeedsModel;
}

function Starter({ outlet: { outlet, region, feed }, followed, model }: StarterProps) {
  const { t, formats } = useWording();
  const isFollowed = followed !== null;
  const toggle = () => void (isFollowed ? model.unfollow(followed) : model.follow(feed, outlet));
  return (
    <li class="starter" data-followed={isFollowed}>
      <p>
        <strong dir="auto">{outlet}</strong>{" "}
        <span class="hint">
          {followed === null ? formats.regionName(region) : <StarterState feed={followed} />}
        </span>
      </p>
      <button
        type="button"
        class={isFollowed ? "quiet" : "secondary"}
        aria-label={t(isFollowed ? "feedUnfollowNamed" : "starterFollowNamed", [outlet])}
        onClick={toggle}
      >
        {t(isFollowed ? "feedUnfollow" : "feedAdd")}
      </button>
    </li>
  );
}

/** Shows the state of a feed that was just followed. */
function StarterState({
  feed: { problem, readAt, articleCount },
}: {
  readonly feed: FollowedFeed;
}) {
  const wording = useWording();
  const { t } = wording;
  if (problem !== null) return <>{t(feedProblemKeys[problem])}</>;
  if (readAt === null) return <>{t("starterReading")}</>;
  return <>{t("starterFollowed", [plural(wording, "articleCount", articleCount)])}</>;
}
