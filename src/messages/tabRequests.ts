import type { TabMessages } from "./protocol.ts";
import type { Parsers } from "./router.ts";

/** Hand-written, so that the content script need not carry the validator. */
export const tabRequests: Parsers<TabMessages> = {
  "page/describe": () => ({}),
  "page/position": () => ({}),
  "page/jumpTo": (request) => {
    const index = typeof request === "object" && request !== null && Reflect.get(request, "index");
    if (typeof index !== "number" || !Number.isInteger(index) || index < 0) {
      throw new TypeError(`not an index: ${String(index)}`);
    }
    return { index };
  },
  "page/step": (request) => {
    const { by, isEntering, isAlone } = (request ?? {}) as Record<string, unknown>;
    if (by !== 1 && by !== -1) throw new TypeError(`not a step: ${String(by)}`);
    return { by, isEntering: isEntering === true, isAlone: isAlone === true };
  },
};
