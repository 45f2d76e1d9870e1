import type { FrameMessages, TabMessages } from "./protocol.ts";
import type { Parsers } from "./router.ts";

/**
 * Validates requests to tabs. Written by hand, so that the content script does not need the
 * validator.
 */
export const tabRequests: Parsers<TabMessages & FrameMessages> = {
  "page/describe": () => ({}),
  "page/position": () => ({}),
  "page/jumpTo": (request) => {
    const index = typeof request === "object" && request !== null && Reflect.get(request, "index");
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0) {
      throw new TypeError(`not an index: ${String(index)}`);
    }
    return { index };
  },
  "frame/changed": (request) => {
    const { what } = (request ?? {}) as Record<string, unknown>;
    if (what !== "settings" && what !== "choices" && what !== "library")
      throw new TypeError(`not known: ${String(what)}`);
    return { what };
  },
  "page/step": (request) => {
    const { by, isEntering, isAlone } = (request ?? {}) as Record<string, unknown>;
    if (by !== 1 && by !== -1) throw new TypeError(`not a step: ${String(by)}`);
    return { by, isEntering: isEntering === true, isAlone: isAlone === true };
  },
};
