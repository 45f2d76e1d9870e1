import { createBackgroundClient } from "../messages/client.ts";
import type { TabMessages } from "../messages/protocol.ts";
import { createRouter } from "../messages/router.ts";
import { tabRequests } from "../messages/tabRequests.ts";
import { browser } from "../platform/browser/api.ts";
import {
  hostOf,
  readSettings,
  reportChoicesKey,
  watchSettings,
  watchStored,
} from "../platform/browser/settings.ts";
import { answerMessages, toBackground } from "../platform/browser/transport.ts";
import { message } from "../platform/browser/words.ts";
import { createWording } from "../ui/hoverCard/index.ts";
import { createPageSwitch } from "./pageSwitch.ts";
import { replaceRunning } from "./running.ts";

function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

function start(signal: AbortSignal): { readonly restart: () => void } {
  const page = createPageSwitch(
    {
      view: window,
      ask: createBackgroundClient(toBackground),
      wording: createWording(message, navigator.language),
      isAlive,
    },
    signal,
  );
  const host = hostOf(location.href);
  const follow = ({ hostsOff }: { readonly hostsOff: readonly string[] }) =>
    page.set(host === null || !hostsOff.includes(host));
  watchSettings(follow, signal);
  watchStored([reportChoicesKey], page.matchAgain, signal);
  // Unreadable settings are no reason to leave a page unread that the background asked for.
  readSettings().then(follow, () => page.set(true));
  answerMessages(
    createRouter<TabMessages>(
      {
        "page/describe": {
          from: ["extensionPage"],
          parse: tabRequests["page/describe"],
          answer: () => page.state,
        },
        "page/position": {
          from: ["extensionPage"],
          parse: tabRequests["page/position"],
          answer: () => page.position,
        },
        "page/jumpTo": {
          from: ["extensionPage"],
          parse: tabRequests["page/jumpTo"],
          answer: ({ index }) => ({ placed: page.jumpTo(index) }),
        },
        "page/step": {
          from: ["extensionPage"],
          parse: tabRequests["page/step"],
          answer: ({ by }) => ({ placed: page.step(by) }),
        },
      },
      (name, error) => console.error("Second Source", name, error),
    ),
    signal,
  );
  return { restart: page.restart };
}

replaceRunning(globalThis, isAlive, start);
