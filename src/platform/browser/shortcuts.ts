import { browser } from "./api.ts";

/** Firefox has a call for it, which the polyfill's types do not know; Chrome has an address. */
interface WithSettings {
  readonly openShortcutSettings?: () => Promise<void>;
}

/** Opens the browser's own page for the shortcuts of extensions. */
export async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as WithSettings;
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
