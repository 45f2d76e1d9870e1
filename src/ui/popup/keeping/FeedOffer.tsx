import { useWording } from "../../components/wording.ts";
import type { OfferedFeed } from "./keepingModel.ts";

interface FeedOfferProps {
  readonly feed: OfferedFeed;
  /** The prominence of its button. */
  readonly weight?: "primary" | "secondary" | "quiet";
  readonly onFollow: () => void;
}

/** Shows a button that follows a feed; once it is followed, a line that says so. */
export function FeedOffer({ feed, weight = "quiet", onFollow }: FeedOfferProps) {
  const { t } = useWording();
  const name = feed.title || new URL(feed.url).hostname;
  if (feed.isFollowed) return <p class="hint">{t("feedIsFollowed", [name])}</p>;
  return (
    <button type="button" class={weight} onClick={onFollow}>
      {t("followFeed", [name])}
    </button>
  );
}
