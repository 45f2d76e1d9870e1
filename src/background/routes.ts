import { backgroundRequests } from "../messages/backgroundRequests.ts";
import type { BackgroundMessages, PageAnswer, PageText } from "../messages/protocol.ts";
import type { Routes, Sender } from "../messages/router.ts";
import { showBadge } from "./badge.ts";
import type { LibraryService } from "./libraryService.ts";
import { publicRelationsOf } from "./publicRelations.ts";
import { applyChoices, type ReportChoicesService } from "./reportChoices.ts";
import { chooseWorkMode, isOnFor, startReading, statusOf, switchSite } from "./siteControl.ts";

async function readSeenArticle(sender: Sender): Promise<{ started: boolean }> {
  if (sender.tabId === null) return { started: false };
  if (!(await isOnFor(sender.url))) {
    await showBadge(sender.tabId, { kind: "off" });
    return { started: false };
  }
  await startReading(sender.tabId);
  return { started: true };
}

async function answerFor(
  page: PageText,
  library: LibraryService,
  choices: ReportChoicesService,
): Promise<PageAnswer> {
  const [found, chosen] = await Promise.all([library.match(page), choices.read()]);
  const { hasPrivate, isPrivate } = await library.privacy();
  const report = applyChoices(found, chosen);
  return { report, publicRelations: publicRelationsOf(report, isPrivate), hasPrivate };
}

/** Who answers what: pages may only have themselves matched; everything else is for our own pages. */
export function backgroundRoutes(
  library: LibraryService,
  choices: ReportChoicesService,
): Routes<BackgroundMessages> {
  const parse = backgroundRequests;
  return {
    "gate/articleSeen": {
      from: ["tab"],
      parse: parse["gate/articleSeen"],
      answer: (_, sender) => readSeenArticle(sender),
    },
    "page/match": {
      from: ["tab"],
      parse: parse["page/match"],
      async answer({ page }, { tabId }) {
        try {
          const answer = await answerFor(page, library, choices);
          const count = answer.report.matches.length;
          if (tabId !== null) await showBadge(tabId, { kind: "matches", count });
          return answer;
        } catch (error) {
          if (tabId !== null) await showBadge(tabId, { kind: "failed" });
          throw error;
        }
      },
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
        await startReading(tabId);
        return { started: true };
      },
    },
    "site/switch": {
      from: ["extensionPage"],
      parse: parse["site/switch"],
      answer: async ({ host, on }) => ({ on: await switchSite(host, on) }),
    },
    "library/status": {
      from: ["extensionPage"],
      parse: parse["library/status"],
      answer: () => library.status(),
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
      from: ["extensionPage"],
      parse: parse["match/dismiss"],
      answer: choices.dismiss,
    },
    "match/restore": {
      from: ["extensionPage"],
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
