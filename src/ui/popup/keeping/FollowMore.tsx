import { useEffect } from "preact/hooks";
import { primaryLanguage } from "../../../engine/model/index.ts";
import { useWording } from "../../components/wording.ts";
import { FeedOffer } from "./FeedOffer.tsx";
import type { KeepingModel } from "./keepingModel.ts";

/** What is known of a page without matches. */
export interface NothingFound {
  /** BCP 47; null if the page does not say. */
  readonly language: string | null;
}

interface FollowMoreProps extends NothingFound {
  readonly model: KeepingModel;
}

/**
 * Offers to follow the page's outlet and others in its language, so that more is found on the next
 * page. The settings have all outlets.
 */
export function FollowMore({ model, language }: FollowMoreProps) {
  const { t, locale } = useWording();
  const wanted = primaryLanguage(language ?? locale) ?? locale;
  useEffect(() => void model.offerOthers(wanted), [wanted]);
  const own = model.feeds.value;
  const named = new Set(own.map(({ url }) => url));
  const others = model.others.value.filter(({ url }) => !named.has(url));
  const offers = [...own, ...others];
  return (
    <div class="follow-more">
      <p>{t("followMore")}</p>
      <div class="actions">
        {offers.map((feed, at) => (
          <FeedOffer
            key={feed.url}
            feed={feed}
            weight={at === 0 ? "primary" : "secondary"}
            onFollow={() => void model.follow(feed)}
          />
        ))}
      </div>
      <p>
        <a href="options.html#starters" target="_blank" rel="noopener">
          {t("moreOutlets")}
        </a>
      </p>
    </div>
  );
}
