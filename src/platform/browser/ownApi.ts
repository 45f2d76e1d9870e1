import type browser from "webextension-polyfill";

/**
 * The browser's own extension API. The build puts it in the polyfill's place in scripts that run
 * in pages, where the polyfill would be a third of the gate's time and a fifth of the content
 * script's size, and in popup and side panel, which are waited for. Nothing is missed: both browsers
 * give promises by themselves, and what differs, how a listener answers a message, is written so
 * that it holds for both (`transport.ts`).
 */
const { browser: own, chrome } = globalThis as unknown as {
  readonly browser?: typeof browser;
  readonly chrome: typeof browser;
};

export default own ?? chrome;
