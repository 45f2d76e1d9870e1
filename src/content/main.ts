import { type BackgroundClient, createBackgroundClient } from "../messages/client.ts";
import { usualLook } from "../messages/markLook.ts";
import type { TabMessages } from "../messages/protocol.ts";
import { createRouter } from "../messages/router.ts";
import { tabRequests } from "../messages/tabRequests.ts";
import { browser } from "../platform/browser/api.ts";
import { hostOf } from "../platform/browser/hostOf.ts";
import {
  readSettings,
  reportChoicesKey,
  type Settings,
  watchSettings,
  watchStored,
} from "../platform/browser/settings.ts";
import { answerMessages, toBackground } from "../platform/browser/transport.ts";
import { stylesFor } from "../ui/components/markStyles.ts";
import { type CardMaker, cardMakerIn } from "../ui/hoverCard/cardMaker.ts";
import { createPageSwitch } from "./pageSwitch.ts";
import { replaceRunning } from "./running.ts";

function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** The hosts that the per-site switch of this frame goes by: its own, and that of the tab it stands in. */
async function hostsOfPage(ask: BackgroundClient): Promise<readonly string[]> {
  const own = hostOf(location.href);
  if (window.top === window) return own === null ? [] : [own];
  const { host } = await ask("tab/host", {}).catch(() => ({ host: null }));
  return [own, host].filter((one) => one !== null);
}

async function fetchCard(ask: BackgroundClient): Promise<CardMaker> {
  await ask("card/fetch", {});
  const maker = cardMakerIn(globalThis);
  if (maker === undefined) throw new Error("the card's script left nothing");
  return maker;
}

function start(signal: AbortSignal, isForSelection: boolean) {
  const ask = createBackgroundClient(toBackground);
  const hosts = hostsOfPage(ask);
  const tools = {
    view: window,
    ask,
    fetchCard: () => fetchCard(ask),
    styles: stylesFor(usualLook),
    isAlive,
  };
  const page = createPageSwitch(tools, signal);
  const follow = async ({ hostsOff, isOffEverywhere, look }: Settings) => {
    const isOn = !isOffEverywhere && !(await hosts).some((host) => hostsOff.includes(host));
    if (signal.aborted) return;
    const styles = stylesFor(look);
    // Another look is put on by opening the page anew.
    if (JSON.stringify(styles) !== JSON.stringify(tools.styles)) page.set(false);
    tools.styles = styles;
    page.set(isOn);
  };
  watchSettings(follow, signal);
  watchStored([reportChoicesKey], page.matchAgain, signal);
  if (isForSelection) page.readSelection();
  // Unreadable settings are no reason to leave a page unread that the background asked for.
  else readSettings().then(follow, () => page.set(true));
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
          answer: (step) => ({ placed: page.step(step) }),
        },
      },
      (name, error) => console.error("Second Source", name, error),
    ),
    signal,
  );
  return { restart: page.restart, readSelection: page.readSelection, word: () => page.word };
}

replaceRunning(globalThis, isAlive, start);
