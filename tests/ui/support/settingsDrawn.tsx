import { signal } from "@preact/signals";
import type { VNode } from "preact";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import type { CorporaStatus, ListedImport } from "../../../src/messages/corporaProtocol.ts";
import type { FollowedFeed } from "../../../src/messages/feedProtocol.ts";
import type { KeptArticle } from "../../../src/messages/keptProtocol.ts";
import { usualLook } from "../../../src/messages/markLook.ts";
import type { FirstRunModel } from "../../../src/ui/firstRun/firstRunModel.ts";
import { ArchiveSection } from "../../../src/ui/options/archive/ArchiveSection.tsx";
import type { ArchiveModel } from "../../../src/ui/options/archive/archiveModel.ts";
import { CorporaSection } from "../../../src/ui/options/corpora/CorporaSection.tsx";
import type { CorporaModel } from "../../../src/ui/options/corpora/corporaModel.ts";
import { FeedsSection } from "../../../src/ui/options/feeds/FeedsSection.tsx";
import type { FeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import { KeptSection } from "../../../src/ui/options/kept/KeptSection.tsx";
import type { KeptModel } from "../../../src/ui/options/kept/keptModel.ts";
import { MemorySection } from "../../../src/ui/options/kept/MemorySection.tsx";
import { MeaningSection } from "../../../src/ui/options/meaning/MeaningSection.tsx";
import type { MeaningModel } from "../../../src/ui/options/meaning/meaningModel.ts";
import { Options } from "../../../src/ui/options/Options.tsx";
import type { OptionsModel } from "../../../src/ui/options/optionsModel.ts";
import { starters } from "./listsDrawn.tsx";
import { recordedModel } from "./recordedModel.ts";

const importOf = (state: ListedImport["state"]): ListedImport => ({
  ...{
    id: state,
    name: `${state}.zip`,
    file: `${state}.zip`,
    state,
    problem: null,
    fileCount: 1,
    share: 0.5,
  },
  ...{ added: 1, changed: 0, known: 0, refusedCount: 1 },
  refused: [{ item: "a.jsonl: line 9", reason: "is not JSON" }],
});

const corporaStatus: CorporaStatus = {
  articles: 12,
  bytes: 3_400_000,
  limits: { mostBytes: 500_000_000, readDays: 90 },
  ...{ setAside: 2, storedForm: "ours" },
  packs: [
    {
      ...{ id: "pack-1", name: "The shelf", publisher: "A reader", licence: "CC0-1.0" },
      ...{ date: "2019-04-01", version: "3", articleCount: 8, isOn: true },
      ...{ address: "https://packs.example/shelf", waitsFor: null },
    },
    {
      ...{ id: "pack-2", name: "The shelf", publisher: "A reader", licence: "CC0-1.0" },
      ...{ date: "2019-05-01", version: "1", articleCount: 2, isOn: false },
      ...{ address: null, waitsFor: "pack-1" },
    },
  ],
  imports: [importOf("running"), importOf("waiting"), importOf("failed"), importOf("done")],
};

const feedOf = (host: string, problem: FollowedFeed["problem"]): FollowedFeed => ({
  ...{ url: `https://${host}/rss`, title: "", siteUrl: null, wantsFullText: false },
  ...{ articleCount: 12, readAt: 0, nextCheckAt: 0, problem },
});

const feeds = [
  feedOf("coast.example", null),
  feedOf("hill.example", "noPermission"),
  feedOf("isle.example", "noPermission"),
];

const keptArticle: KeptArticle = {
  ...{ id: "kept-1" as ArticleId, addedAt: 0, origin: "saved", outlet: "Coast Courier" },
  ...{ title: "Ferries sail again", url: "https://coast.example/ferries", source: null },
  published: null,
};

/** The settings with something in every section; `log` is told what is asked of their models. */
export function drawSettings(log: string[]): VNode {
  const options = recordedModel<OptionsModel>(
    {
      where: recordedModel<FirstRunModel>({ choice: signal({ kind: "open" }) }, log),
      sites: signal({ off: ["quiet.example"], granted: ["https://news.example/*"] }),
      isOffEverywhere: signal(false),
      look: signal(usualLook),
      choices: signal({
        leastScore: 0,
        relationsHidden: [],
        dismissed: Array.from({ length: 26 }, (_, at) => ({
          ...{ page: `Passage ${at}.`, article: "a" as ArticleId, outlet: "The Moscow Times" },
          corpus: "Their words.",
        })),
      }),
      gathered: signal({ articles: 1, packs: 1, feeds: 3 }),
      notice: signal(null),
      canUndo: signal(false),
    },
    log,
  );
  const kept = recordedModel<KeptModel>(
    {
      articles: signal([keptArticle]),
      hasMore: signal(true),
      search: signal(""),
      found: signal(null),
      memory: signal({ isOn: false, hostsOff: ["bank.example"] }),
      notice: signal({ kind: "removed" }),
    },
    log,
  );
  const ofCorpora = { status: signal(corporaStatus), notice: signal(null) };
  const meaningStatus = { isOn: true, done: 3_120, of: 4_586, problem: null };
  const ofMeaning = { status: signal(meaningStatus), isFailed: signal(false) };
  const place = { nodes: ["https://search.example:9200"], name: "politics", user: null };
  const ofArchive = (isSetUp: boolean) =>
    recordedModel<ArchiveModel>(
      {
        status: signal({ place: isSetUp ? place : null, isOn: true }),
        notice: signal(null),
      },
      log,
    );
  const ofFeeds = {
    feeds: signal(feeds),
    notice: signal({ kind: "unfollowed" as const, feed: feedOf("bay.example", null) }),
  };
  return (
    <Options model={options}>
      <KeptSection model={kept} />
      <MemorySection model={kept} />
      <CorporaSection model={recordedModel<CorporaModel>(ofCorpora, log)} />
      <MeaningSection model={recordedModel<MeaningModel>(ofMeaning, log)} />
      <ArchiveSection model={ofArchive(false)} />
      <ArchiveSection model={ofArchive(true)} />
      <FeedsSection
        model={recordedModel<FeedsModel>(ofFeeds, log)}
        starters={starters}
        languages={["en"]}
      />
    </Options>
  );
}
