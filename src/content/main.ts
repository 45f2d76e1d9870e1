import { type BackgroundClient, createBackgroundClient } from "../messages/client.ts";
import { defaultLook } from "../messages/markLook.ts";
import type { FrameMessages, FrameSettings, TabMessages } from "../messages/protocol.ts";
import { createRouter, routesFrom } from "../messages/router.ts";
import { tabRequests } from "../messages/tabRequests.ts";
import { browser } from "../platform/browser/api.ts";
import { answerMessages, toBackground } from "../platform/browser/transport.ts";
import { stylesFor } from "../ui/components/markStyles.ts";
import { type CardMaker, cardMakerIn } from "../ui/hoverCard/cardMaker.ts";
import { createLatestOnly } from "./latestOnly.ts";
import { createPageSwitch } from "./pageSwitch.ts";
import { replaceRunning } from "./running.ts";

function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}

async function fetchCard(ask: BackgroundClient): Promise<CardMaker> {
  await ask("card/fetch", {});
  const maker = cardMakerIn(globalThis);
  if (maker === undefined) throw new Error("the card's script left nothing");
  return maker;
}

function start(signal: AbortSignal, isForSelection: boolean) {
  const ask = createBackgroundClient(toBackground);
  const tools = {
    view: window,
    ask,
    fetchCard: () => fetchCard(ask),
    styles: stylesFor(defaultLook),
    isAlive,
  };
  const page = createPageSwitch(tools, signal);
  const follow = ({ isOn, look }: FrameSettings) => {
    if (signal.aborted) return;
    const styles = stylesFor(look);
    // A change of the look reopens the page.
    if (JSON.stringify(styles) !== JSON.stringify(tools.styles)) page.set(false);
    tools.styles = styles;
    page.set(isOn);
  };
  const followSettings = createLatestOnly(() => ask("frame/settings", {}), follow);
  // A page from the browser's memory missed what was changed meanwhile, and its tab's button was reset.
  window.addEventListener(
    "pageshow",
    ({ isTrusted, persisted }) => {
      if (isTrusted && persisted) followSettings().then(page.matchAgain, () => undefined);
    },
    { signal },
  );
  if (isForSelection) page.readSelection();
  // Unreadable settings are no reason to skip a page that the background asked for.
  else followSettings().catch(() => page.set(true));
  answerMessages(
    createRouter(
      routesFrom<TabMessages & FrameMessages>(["extensionPage"], tabRequests, {
        "page/describe": () => page.state,
        "page/position": () => page.position,
        "page/jumpTo": ({ index }) => ({ placed: page.jumpTo(index) }),
        "page/step": (step) => ({ placed: page.step(step) }),
        "frame/changed"({ what }) {
          if (what === "settings") followSettings().catch(() => undefined);
          else page.matchAgain();
          return {};
        },
      }),
      (name, error) => console.error("Second Source", name, error),
    ),
    signal,
  );
  return { restart: page.restart, readSelection: page.readSelection, summary: () => page.summary };
}

replaceRunning(globalThis, isAlive, start);
