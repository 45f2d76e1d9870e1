import { browser } from "./api.ts";

const key = "stories";

/** What the background keeps of stories in the browser's memory, until that is closed. */
export function storyMemory() {
  const { session } = browser.storage;
  return {
    read: async (): Promise<unknown> => (await session.get(key))[key],
    write: (value: object): Promise<void> => session.set({ [key]: value }),
  };
}
