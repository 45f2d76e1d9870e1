import browser from "webextension-polyfill";

export type { Runtime } from "webextension-polyfill";
/** The browser's extension API; every other module gets it from here. */
export { browser };

/** Every http and https page: the host permission of "every news page". */
export const everyPage = ["http://*/*", "https://*/*"] as const;
