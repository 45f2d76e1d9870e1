import { browser } from "./api.ts";

const key = "stories";

/** Returns what the background keeps of stories in memory, until the browser closes. */
export function storyMemory() {
  const { session } = browser.storage;
  return {
    read: async (): Promise<unknown> => (await session.get(key))[key],
    write: (value: object): Promise<void> => session.set({ [key]: value }),
  };
}
