import type { ArchiveMessages } from "../messages/archiveProtocol.ts";
import { backgroundRequests } from "../messages/backgroundRequests.ts";
import type { CorporaMessages } from "../messages/corporaProtocol.ts";
import type { EncodingMessages } from "../messages/encodingProtocol.ts";
import type { FeedMessages } from "../messages/feedProtocol.ts";
import type { KeptMessages } from "../messages/keptProtocol.ts";
import type { BackgroundMessages } from "../messages/protocol.ts";
import type { Routes, Sender } from "../messages/router.ts";
import type { StoryMessages } from "../messages/storyProtocol.ts";
import { showBadge } from "./badge.ts";
import { openList } from "./openList.ts";
import { type AnswerPorts, answerMeaning, answerPage, answerPublic } from "./pageAnswers.ts";
import { understandPage } from "./pageUnderstanding.ts";
import { matchSentence } from "./sentence.ts";
import {
  checkTab,
  chooseWorkMode,
  injectCard,
  isOnFor,
  settingsOf,
  startReading,
  statusOf,
  switchEverywhere,
  switchSite,
} from "./siteControl.ts";

async function readSeenArticle({ tabId, frameId, url, tabUrl }: Sender) {
  if (tabId === null) return { started: false };
  if (!(await isOnFor(tabUrl, url))) {
    if (frameId === 0) await showBadge(tabId, { kind: "off" });
    return { started: false };
  }
  await startReading(tabId, frameId);
  return { started: true };
}

async function fetchCard({ tabId, frameId }: Sender) {
  if (tabId === null) return { fetched: false };
  await injectCard(tabId, frameId);
  return { fetched: true };
}

/**
 * Returns the handlers of all messages. A page may only have itself matched, and its cards may do
 * what they offer; all other messages are for our own pages.
 */
export function backgroundRoutes(
  ports: AnswerPorts,
): Omit<
  Routes<BackgroundMessages>,
  keyof (ArchiveMessages &
    CorporaMessages &
    EncodingMessages &
    FeedMessages &
    KeptMessages &
    StoryMessages)
> {
  const { library, archive, choices } = ports;
  const parse = backgroundRequests;
  return {
    "gate/articleSeen": {
      from: ["tab"],
      parse: parse["gate/articleSeen"],
      answer: (_, sender) => readSeenArticle(sender),
    },
    "page/understand": {
      from: ["tab"],
      parse: parse["page/understand"],
      answer: ({ page }) => understandPage(page),
    },
    "page/matchPublic": {
      from: ["tab"],
      parse: parse["page/matchPublic"],
      answer: (request, sender) => answerPublic(request, sender, ports),
    },
    "page/match": {
      from: ["tab"],
      parse: parse["page/match"],
      answer: (request, sender) => answerPage(request, sender, ports),
    },
    "page/meaning": {
      from: ["tab"],
      parse: parse["page/meaning"],
      answer: (request, sender) => answerMeaning(request, sender, ports),
    },
    "frame/settings": {
      from: ["tab"],
      parse: parse["frame/settings"],
      answer: (_, { tabUrl, url }) => settingsOf(tabUrl, url),
    },
    "card/fetch": {
      from: ["tab"],
      parse: parse["card/fetch"],
      answer: (_, sender) => fetchCard(sender),
    },
    "list/open": {
      from: ["tab"],
      parse: parse["list/open"],
      answer: (asked, { tabId }) => (tabId === null ? { opened: false } : openList(tabId, asked)),
    },
    "tab/status": {
      from: ["extensionPage"],
      parse: parse["tab/status"],
      answer: ({ tabId }) => statusOf(tabId),
    },
    "tab/check": {
      from: ["extensionPage"],
      parse: parse["tab/check"],
      async answer({ tabId }) {
        await checkTab(tabId);
        return { started: true };
      },
    },
    "site/switch": {
      from: ["extensionPage"],
      parse: parse["site/switch"],
      answer: async ({ host, on }) => ({ on: await switchSite(host, on) }),
    },
    "everywhere/switch": {
      from: ["extensionPage"],
      parse: parse["everywhere/switch"],
      answer: async ({ on }) => ({ on: await switchEverywhere(on) }),
    },
    "sentence/match": {
      from: ["extensionPage"],
      parse: parse["sentence/match"],
      answer: (asked) => matchSentence(asked, ports),
    },
    "library/status": {
      from: ["extensionPage"],
      parse: parse["library/status"],
      async answer() {
        const [status, asksArchive] = await Promise.all([library.status(), archive.isOn()]);
        return { ...status, asksArchive };
      },
    },
    "choices/read": {
      from: ["extensionPage"],
      parse: parse["choices/read"],
      answer: () => choices.read(),
    },
    "choices/change": {
      from: ["extensionPage"],
      parse: parse["choices/change"],
      answer: choices.change,
    },
    "match/dismiss": {
      from: ["tab", "extensionPage"],
      parse: parse["match/dismiss"],
      answer: choices.dismiss,
    },
    "match/restore": {
      from: ["tab", "extensionPage"],
      parse: parse["match/restore"],
      answer: choices.restore,
    },
    "workMode/choose": {
      from: ["extensionPage"],
      parse: parse["workMode/choose"],
      answer: async ({ mode }) => ({ mode: await chooseWorkMode(mode) }),
    },
  };
}
