import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { FirstRun } from "../../../src/ui/firstRun/FirstRun.tsx";
import type { FirstRunModel } from "../../../src/ui/firstRun/firstRunModel.ts";
import type { TryModel } from "../../../src/ui/firstRun/tryModel.ts";
import type { CardActions } from "../../../src/ui/hoverCard/cardActions.ts";
import { HoverCard } from "../../../src/ui/hoverCard/HoverCard.tsx";
import type { FeedsModel } from "../../../src/ui/options/feeds/feedsModel.ts";
import { KeepSection } from "../../../src/ui/popup/keeping/KeepSection.tsx";
import type { KeepingModel } from "../../../src/ui/popup/keeping/keepingModel.ts";
import { PanelButton } from "../../../src/ui/popup/PanelButton.tsx";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import type { PopupModel } from "../../../src/ui/popup/popupModel.ts";
import type { PopupView } from "../../../src/ui/popup/popupView.ts";
import { StoryLink } from "../../../src/ui/popup/StoryLink.tsx";
import { SidePanel } from "../../../src/ui/sidePanel/SidePanel.tsx";
import type { StarterOutlet } from "../../../src/ui/starterFeeds/starterOutlets.ts";
import { soundLibrary } from "./fakePorts.ts";
import { recordedModel } from "./recordedModel.ts";
import { match, reference, report } from "./reportBuilder.ts";

/** Outlets of two languages to begin with. */
export const starters: readonly StarterOutlet[] = ["en", "de"].map((language) => ({
  ...{ language, region: "GB", outlet: `Isle ${language}`, site: "https://isle.example/" },
  feed: `https://isle.example/${language}.rss`,
}));

const outlets = ["The Moscow Times", "Pref News", "Al-Alam", "Digital Journal"];

/** Of an article that is mostly a copy; one passage has more versions than are shown at first. */
const matched = {
  kind: "matched" as const,
  report: report(
    [
      match({
        exact: "A passage.",
        references: outlets.map((outlet) => reference({ outlet })),
      }),
      match({ exact: "A passage that differs.", references: [reference({ relation: "differs" })] }),
      ...Array.from({ length: 27 }, () => match({ exact: "A passage more." })),
      match({
        exact: "A passage of the source.",
        references: [reference({ outlet: "The Source" })],
      }),
    ],
    { copyOf: { article: "The Source" as never, share: 0.6 } },
  ),
  placed: Array.from({ length: 30 }, () => true),
  meaning: { done: 30, of: 30 },
  archive: { kind: "answered" as const, parts: null },
};

function popupModel(view: PopupView, log: string[]): PopupModel {
  return recordedModel<PopupModel>(
    {
      view: signal(view),
      library: signal(soundLibrary),
      notice: signal(view.kind === "matched" ? "dismissed" : null),
      meaning: signal(view.kind === "matched" ? view.meaning : null),
      archive: signal(view.kind === "matched" ? view.archive : null),
      isComparing: signal(false),
      inView: signal(null),
      asked: signal(null),
      order: signal("page"),
      host: "news.example",
    },
    log,
  );
}

/** The popup with a list, right after something was dismissed. */
export function drawPopup(log: string[]): VNode {
  const model = popupModel(matched, log);
  const tools = (
    <>
      <StoryLink tabId={7} host="news.example" />
      <PanelButton onOpen={() => log.push("openPanel")} />
    </>
  );
  return <Popup model={model} tools={tools} />;
}

/** The popup without a list. */
export function drawState(view: PopupView): (log: string[]) => VNode {
  return (log) => <Popup model={popupModel(view, log)} />;
}

/** The side panel beside a page that is still read. */
export function drawSidePanel(log: string[]): VNode {
  return <SidePanel model={popupModel({ kind: "reading", words: null }, log)} />;
}

/** What stands below the list: a page that changed since it was saved, and was just removed; its feed. */
export function drawKeeping(log: string[]): VNode {
  const model = recordedModel<KeepingModel>(
    {
      isWebPage: true,
      kept: signal({ id: "kept-1" as never, origin: "saved", addedAt: 0 }),
      changes: signal({ since: 0, changes: [{ kind: "added", now: "A new sentence." }] }),
      feeds: signal([
        { url: "https://coast.example/rss", title: "Coast Courier", isFollowed: false },
      ]),
      notice: signal("removed"),
      canUndo: signal(true),
    },
    log,
  );
  return <KeepSection model={model} />;
}

/** The same where nothing was found on the page, with another outlet to follow. */
export function drawNothingFound(log: string[]): VNode {
  const model = recordedModel<KeepingModel>(
    {
      isWebPage: true,
      kept: signal(null),
      changes: signal(null),
      feeds: signal([]),
      others: signal([{ url: "https://isle.example/rss", title: "Isle Echo", isFollowed: false }]),
      notice: signal(null),
      canUndo: signal(false),
    },
    log,
  );
  return <KeepSection model={model} nothingFound={{ language: "en" }} />;
}

/** The card of a passage with more versions than it has room for. */
export function drawCard(log: string[]): VNode {
  const [first] = matched.report.matches;
  const content = { matches: [first!], position: 0, count: 3, published: null };
  return <HoverCard content={content} tone="light" actions={recordedModel<CardActions>({}, log)} />;
}

/** The page after installing. */
export function drawFirstRun(log: string[]): VNode {
  const model = recordedModel<FirstRunModel>({ choice: signal({ kind: "open" }) }, log);
  const feeds = recordedModel<FeedsModel>({ feeds: signal([]), notice: signal(null) }, log);
  const trying = recordedModel<TryModel>({ tried: signal({ kind: "notYet" }) }, log);
  return <FirstRun {...{ model, trying, feeds, starters }} languages={["en"]} />;
}
