import { useRef } from "preact/hooks";
import { useWording } from "../../components/wording.ts";
import { PartedList } from "../../report/PartedList.tsx";
import { StarterFeeds } from "../../starterFeeds/StarterFeeds.tsx";
import type { StarterOutlet } from "../../starterFeeds/starterOutlets.ts";
import { TypedForm } from "../TypedForm.tsx";
import { FeedItem } from "./FeedItem.tsx";
import { FeedsNoticeLine } from "./FeedsNoticeLine.tsx";
import type { FeedsModel } from "./feedsModel.ts";

interface FeedsSectionProps {
  readonly model: FeedsModel;
  /** Outlets that are offered, and the browser's languages. */
  readonly starters?: readonly StarterOutlet[];
  readonly languages?: readonly string[];
}

/**
 * Shows the followed feeds, outlets that are offered, a field for an address, and import and export
 * of the list.
 */
export function FeedsSection({ model, starters = [], languages = [] }: FeedsSectionProps) {
  const { t } = useWording();
  const feeds = model.feeds.value;
  const waiting = feeds.filter(({ problem }) => problem === "noPermission");
  return (
    <section aria-labelledby="feeds-heading">
      <h2 id="feeds-heading">{t("feedsTitle")}</h2>
      <p class="hint">{t("feedsText")}</p>
      {feeds.length === 0 ? (
        <p class="hint">{t("feedsNone")}</p>
      ) : (
        <PartedList items={feeds} keyOf={({ url }) => url} label={t("feedsTitle")}>
          {(feed) => <FeedItem key={feed.url} feed={feed} model={model} />}
        </PartedList>
      )}
      {waiting.length > 1 && (
        <button type="button" class="secondary" onClick={() => void model.allow(waiting)}>
          {t("feedsAllowAll")}
        </button>
      )}
      {starters.length > 0 && (
        <>
          <h3 id="starters">{t("startersTitle")}</h3>
          <StarterFeeds model={model} outlets={starters} languages={languages} />
        </>
      )}
      <TypedForm
        id="feed-address"
        label={t("feedAddress")}
        action={t("feedAdd")}
        isAddress
        onSubmit={async (typed) => {
          await model.follow(typed);
          return model.notice.value === null;
        }}
      />
      <OpmlButtons model={model} hasFeeds={feeds.length > 0} />
      <FeedsNoticeLine model={model} />
    </section>
  );
}

interface OpmlButtonsProps {
  readonly model: FeedsModel;
  readonly hasFeeds: boolean;
}

function OpmlButtons({ model, hasFeeds }: OpmlButtonsProps) {
  const { t } = useWording();
  const field = useRef<HTMLInputElement>(null);
  const onChange = async () => {
    const file = field.current?.files?.[0];
    if (file) await model.importOpml(await file.text());
    if (field.current) field.current.value = "";
  };
  return (
    <div class="actions">
      <label>
        {t("feedsImport")}
        <input
          ref={field}
          type="file"
          accept=".opml,.xml,text/x-opml"
          onChange={() => void onChange()}
        />
      </label>
      {hasFeeds && (
        <button
          type="button"
          class="secondary"
          onClick={() => void model.exportOpml(t("feedsTitle"))}
        >
          {t("feedsExport")}
        </button>
      )}
    </div>
  );
}
