import { backgroundRequests } from "../messages/backgroundRequests.ts";
import type { ControlMessages, DismissalMessages, PageMessages } from "../messages/protocol.ts";
import { type Routes, routesFrom, type Sender } from "../messages/router.ts";
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

/** Returns the routes of messages about pages, in groups by who may send them. */
export function backgroundRoutes(
  ports: AnswerPorts,
): Routes<PageMessages & DismissalMessages & ControlMessages> {
  const { library, archive, choices } = ports;
  return {
    ...routesFrom<PageMessages>(["tab"], backgroundRequests, {
      "gate/articleSeen": (_, sender) => readSeenArticle(sender),
      "page/understand": ({ page }) => understandPage(page),
      "page/matchPublic": (request, sender) => answerPublic(request, sender, ports),
      "page/match": (request, sender) => answerPage(request, sender, ports),
      "page/meaning": (request, sender) => answerMeaning(request, sender, ports),
      "frame/settings": (_, { tabUrl, url }) => settingsOf(tabUrl, url),
      "card/fetch": (_, sender) => fetchCard(sender),
      "list/open": (asked, { tabId }) =>
        tabId === null ? { opened: false } : openList(tabId, asked),
    }),
    ...routesFrom<DismissalMessages>(["tab", "extensionPage"], backgroundRequests, {
      "match/dismiss": choices.dismiss,
      "match/restore": choices.restore,
    }),
    ...routesFrom<ControlMessages>(["extensionPage"], backgroundRequests, {
      "tab/status": ({ tabId }) => statusOf(tabId),
      async "tab/check"({ tabId }) {
        await checkTab(tabId);
        return { started: true };
      },
      "site/switch": async ({ host, on }) => ({ on: await switchSite(host, on) }),
      "everywhere/switch": async ({ on }) => ({ on: await switchEverywhere(on) }),
      "sentence/match": (asked) => matchSentence(asked, ports),
      async "library/status"() {
        const [status, asksArchive] = await Promise.all([library.status(), archive.isOn()]);
        return { ...status, asksArchive };
      },
      "choices/read": () => choices.read(),
      "choices/change": choices.change,
      "workMode/choose": async ({ mode }) => ({ mode: await chooseWorkMode(mode) }),
    }),
  };
}
