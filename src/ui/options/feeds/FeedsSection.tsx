import { useRef } from "preact/hooks";
import { plural, useWording, type Wording } from "../../components/wording.ts";
import { PartedList } from "../../report/PartedList.tsx";
import { TypedForm } from "../TypedForm.tsx";
import { FeedItem } from "./FeedItem.tsx";
import type { FeedsModel, FeedsNotice } from "./feedsModel.ts";

/** The feeds that are followed, one more by its address, and the list to take along. */
export function FeedsSection({ model }: { readonly model: FeedsModel }) {
  const wording = useWording();
  const { t } = wording;
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
      <TypedForm
        id="feed-address"
        label={t("feedAddress")}
        action={t("feedAdd")}
        isAddress
        onSubmit={(typed) => void model.follow(typed)}
      />
      <OpmlButtons model={model} hasFeeds={feeds.length > 0} />
      <p role="status">{noticeText(model.notice.value, wording)}</p>
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

function noticeText(notice: FeedsNotice | null, wording: Wording): string {
  switch (notice?.kind) {
    case undefined:
      return "";
    case "imported":
      return notice.count === 0
        ? wording.t("feedsImportedNone")
        : plural(wording, "feedsImported", notice.count);
    case "failed":
      return wording.t("optionsFailed");
    case "notAnAddress":
      return wording.t("feedNotAnAddress");
    case "notAList":
      return wording.t("feedsNotAList");
    case "notGranted":
      return wording.t("permissionRefused");
    default: {
      const never: never = notice as never;
      return never;
    }
  }
}
