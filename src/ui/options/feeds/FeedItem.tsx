import type { FollowedFeed } from "../../../messages/feedProtocol.ts";
import { timeOf } from "../../components/timeOf.ts";
import { plural, useWording } from "../../components/wording.ts";
import { feedProblemKeys } from "./feedProblems.ts";
import { type FeedsModel, hostOf, nameOf } from "./feedsModel.ts";

interface FeedItemProps {
  readonly feed: FollowedFeed;
  readonly model: FeedsModel;
}

/** Shows one feed, its state and its actions. */
export function FeedItem({ feed, model }: FeedItemProps) {
  const { t } = useWording();
  const name = nameOf(feed);
  return (
    <li class="feed">
      <p dir="auto">
        <strong>{name}</strong> <span class="hint">{feed.url}</span>
      </p>
      <FeedState feed={feed} />
      <label class="option">
        <input
          type="checkbox"
          checked={feed.wantsFullText}
          onChange={(event) => void model.setFullText(feed, event.currentTarget.checked)}
        />
        <span>
          {t("feedFullText", [feed.siteUrl ? new URL(feed.siteUrl).hostname : hostOf(feed)])}
        </span>
      </label>
      <div class="actions">
        {feed.problem === "noPermission" ? (
          <button type="button" class="secondary" onClick={() => void model.allow([feed])}>
            {t("feedAllow", [hostOf(feed)])}
          </button>
        ) : (
          <button
            type="button"
            class="quiet"
            aria-label={t("feedCheckNamed", [name])}
            onClick={() => void model.check(feed)}
          >
            {t("feedCheck")}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={t("feedUnfollowNamed", [name])}
          onClick={() => void model.unfollow(feed)}
        >
          {t("feedUnfollow")}
        </button>
      </div>
    </li>
  );
}

function FeedState({ feed }: { readonly feed: FollowedFeed }) {
  const wording = useWording();
  const { t } = wording;
  const { problem, readAt, articleCount } = feed;
  const count = plural(wording, "articleCount", articleCount);
  return (
    <>
      {problem !== null && <p>{t(feedProblemKeys[problem])}</p>}
      {readAt !== null && <p class="hint">{t("feedReadAt", [timeOf(wording, readAt), count])}</p>}
      {readAt === null && problem === null && <p class="hint">{t("feedWaiting")}</p>}
    </>
  );
}
