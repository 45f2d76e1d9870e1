import {
  type BackgroundClient,
  RefusedError,
  type TabClient,
  UnansweredError,
} from "../../../src/messages/client.ts";
import type { ListOrder } from "../../../src/messages/defaultChoices.ts";
import type {
  AskedPassage,
  LibraryStatus,
  PagePosition,
  PageState,
  TabStatus,
} from "../../../src/messages/protocol.ts";
import type { PopupPorts } from "../../../src/ui/popup/popupPorts.ts";

/** How page and background answer. A function is called at each question; an Error is thrown. */
export interface FakeWorld {
  page?: PageState | Error | (() => PageState | Error);
  status?: TabStatus | Error;
  library?: LibraryStatus | Error;
  check?: Error;
  switchSite?: Error;
  chooseMode?: Error;
  jump?: boolean | Error;
  copy?: Error;
  search?: Error;
  asked?: AskedPassage;
  isGranted?: boolean;
  host?: string | null;
  order?: ListOrder;
}

export const soundLibrary: LibraryStatus = { articles: 5, outlets: 5, problems: [] };

/** Nobody listens in the page. */
export const silent = new UnansweredError("nobody");
/** The background says no. */
export const refusal = new RefusedError("pageForbidden");

function answer<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}

/** Ports over a made-up world; `sent` records what was asked of it, in order. */
export function fakePorts(world: FakeWorld): { ports: PopupPorts; sent: string[] } {
  const sent: string[] = [];
  const background = (async (name: string, request: unknown) => {
    if (name !== "tab/status" && name !== "library/status") {
      sent.push(`${name} ${JSON.stringify(request)}`);
    }
    switch (name) {
      case "tab/status":
        return answer(world.status ?? { kind: "on" });
      case "library/status":
        return answer(world.library ?? soundLibrary);
      case "tab/check":
        return answer(world.check ?? { started: true });
      case "site/switch":
        return answer(world.switchSite ?? { on: true });
      default:
        return answer(world.chooseMode ?? { mode: "chosenSites" });
    }
  }) as BackgroundClient;
  /** Each change of the choices has the page matched again. */
  const position = (log: readonly string[]): PagePosition => ({
    revision: log.filter((entry) => /^match\//.test(entry)).length,
    index: null,
    meaning: null,
    archive: null,
  });
  const tab = (async (name: string, request: unknown) => {
    if (name === "page/position") return answer(position(sent));
    if (name === "page/jumpTo") {
      sent.push(`${name} ${JSON.stringify(request)}`);
      return { placed: answer(world.jump ?? true) };
    }
    return answer((typeof world.page === "function" ? world.page() : world.page) ?? silent);
  }) as TabClient;
  const ports: PopupPorts = {
    background,
    tab,
    tabId: 7,
    host: world.host === undefined ? "news.example" : world.host,
    async requestHost(host) {
      sent.push(`permission ${host}`);
      return world.isGranted ?? true;
    },
    async requestEveryPage() {
      sent.push("permission every page");
      return world.isGranted ?? true;
    },
    order: world.order ?? "page",
    keepOrder: (order) => void sent.push(`order ${order}`),
    readStarters: async () => [],
    wait: () => Promise.resolve(),
    async takeAsked() {
      const { asked = null } = world;
      delete world.asked;
      return asked;
    },
    watchAsked: () => undefined,
    async copy(text) {
      if (world.copy instanceof Error) throw world.copy;
      sent.push(`copy ${text}`);
    },
    async search(words) {
      if (world.search instanceof Error) throw world.search;
      sent.push(`search ${words}`);
    },
    save: ({ name }) => void sent.push(`save ${name}`),
  };
  return { ports, sent };
}
