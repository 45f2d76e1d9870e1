import { signal } from "@preact/signals";
import type { ArticleId } from "../../../src/engine/model/index.ts";
import type { CorporaStatus, ListedImport } from "../../../src/messages/corporaProtocol.ts";
import type { FollowedFeed } from "../../../src/messages/feedProtocol.ts";
import type { KeptArticle, KeptText } from "../../../src/messages/keptProtocol.ts";
import { defaultLook } from "../../../src/messages/markLook.ts";
import type { FirstRunModel } from "../../../src/ui/firstRun/firstRunModel.ts";
import type { ArchiveModel } from "../../../src/ui/options/archive/archiveModel.ts";
import type { CorporaModel } from "../../../src/ui/options/corpora/corporaModel.ts";
import type { FeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import type { ArticleModel } from "../../../src/ui/options/kept/articleModel.ts";
import { defaultQuery, type KeptModel } from "../../../src/ui/options/kept/keptModel.ts";
import type { MemoryModel } from "../../../src/ui/options/kept/memoryModel.ts";
import type { MeaningModel } from "../../../src/ui/options/meaning/meaningModel.ts";
import { Options } from "../../../src/ui/options/Options.tsx";
import type { OptionsModel } from "../../../src/ui/options/optionsModel.ts";
import { settingsSections } from "../../../src/ui/options/settingsSections.tsx";
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
  refused: [{ item: "a.jsonl: line 9", reason: { key: "refusedJson", values: ["at 1"] } }],
  omittedCount: 1,
  omitted: [{ item: "a.jsonl: line 4", kind: "date", value: "yesterday" }],
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
  ...{ published: null, language: "en", versionCount: 1 },
};

const keptText: KeptText = {
  article: keptArticle,
  versions: [
    { foundAt: 0, origin: "saved", isSearched: false },
    { foundAt: 1, origin: "read", isSearched: true },
  ],
  shown: 1,
  title: "Ferries sail again",
  paragraphs: ["The ferries sail again, the harbour said.", "Nobody was hurt."],
  changes: { since: 0, changes: [{ kind: "added", now: "Nobody was hurt." }] },
};

/** The settings at a place, with something in every section; `log` is told what is asked of their models. */
export const drawSettings =
  (place: string, hasArchive = false) =>
  (log: string[]) => {
    const options = recordedModel<OptionsModel>(
      {
        where: recordedModel<FirstRunModel>({ choice: signal({ kind: "open" }) }, log),
        sites: signal({ off: ["quiet.example"], granted: ["https://news.example/*"] }),
        isOffEverywhere: signal(false),
        look: signal(defaultLook),
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
        query: signal(defaultQuery),
        part: signal({ articles: [keptArticle], first: 50, count: 120 }),
        choices: signal({
          total: 120,
          origins: { saved: 70, import: 50, feed: 0, read: 0 },
          outlets: [
            { key: "coast.example", name: "Coast Courier", count: 60 },
            { key: "isle.example", name: "Isle Echo", count: 60 },
          ],
          languages: [
            { language: "en", count: 100 },
            { language: "und", count: 20 },
          ],
        }),
        selected: signal(new Set(["kept-2" as ArticleId])),
        notice: signal({ kind: "removed", removed: 3, inBin: "kept-9" as ArticleId }),
      },
      log,
    );
    const reading = recordedModel<ArticleModel>({ text: signal(keptText) }, log);
    const memory = recordedModel<MemoryModel>(
      {
        memory: signal({ isOn: false, hostsOff: ["bank.example"] }),
        notice: signal({ kind: "forgotten", removed: 3, inBin: "kept-9" as ArticleId }),
      },
      log,
    );
    const ofCorpora = { status: signal(corporaStatus), notice: signal("packRemoved" as const) };
    const meaningStatus = { isOn: true, done: 3_120, of: 4_586, problem: null };
    const ofMeaning = { status: signal(meaningStatus), isFailed: signal(false) };
    const archivePlace = { nodes: ["https://search.example:9200"], name: "politics", user: null };
    const ofArchive = recordedModel<ArchiveModel>(
      {
        status: signal({ place: hasArchive ? archivePlace : null, isOn: true }),
        notice: signal(null),
      },
      log,
    );
    const ofFeeds = {
      feeds: signal(feeds),
      notice: signal({ kind: "unfollowed" as const, feed: feedOf("bay.example", null) }),
    };
    const sections = settingsSections({
      ...{ options, kept, reading, memory, starters, languages: ["en"] },
      feeds: recordedModel<FeedsModel>(ofFeeds, log),
      corpora: recordedModel<CorporaModel>(ofCorpora, log),
      meaning: recordedModel<MeaningModel>(ofMeaning, log),
      archive: ofArchive,
    });
    return <Options model={options} sections={sections} fragment={signal(place)} />;
  };
