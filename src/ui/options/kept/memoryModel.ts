import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptRemoval, MemoryChoice } from "../../../messages/keptProtocol.ts";
import { attemptsOf } from "../../components/attempt.ts";
import { hostIn } from "../optionsModel.ts";

/** The notice of the last action. */
export type MemoryNotice =
  | { readonly kind: "failed" | "notAHost" | "undoGone" }
  | ({ readonly kind: "forgotten" } & KeptRemoval);

/** Whether read articles are kept, and the sites where they never are. */
export interface MemoryModel {
  readonly memory: ReadonlySignal<MemoryChoice>;
  readonly notice: ReadonlySignal<MemoryNotice | null>;
  load(): Promise<void>;
  setRemembering(isOn: boolean): Promise<void>;
  /** Excludes what the reader typed: a host or an address. */
  exclude(typed: string): Promise<void>;
  include(host: string): Promise<void>;
  forgetRead(): Promise<void>;
  undoForgetting(): Promise<void>;
}

/** Returns the model of the section on the reading memory. */
export function createMemoryModel(background: BackgroundClient): MemoryModel {
  const memory = signal<MemoryChoice>({ isOn: false, hostsOff: [] });
  const notice = signal<MemoryNotice | null>(null);
  const attempt = attemptsOf<MemoryNotice>(notice, { kind: "failed" });

  async function choose(change: Partial<MemoryChoice>): Promise<void> {
    memory.value = await background("memory/choose", { ...memory.value, ...change });
  }

  return {
    memory,
    notice,
    load: () =>
      attempt(async () => {
        memory.value = await background("memory/read", {});
      }),
    setRemembering: (isOn) => attempt(() => choose({ isOn })),
    exclude: (typed) =>
      attempt(async () => {
        const host = hostIn(typed);
        if (host === null) {
          notice.value = { kind: "notAHost" };
          return;
        }
        const { hostsOff } = memory.value;
        await choose({ hostsOff: [...hostsOff.filter((its) => its !== host), host] });
      }),
    include: (host) =>
      attempt(() => choose({ hostsOff: memory.value.hostsOff.filter((its) => its !== host) })),
    forgetRead: () =>
      attempt(async () => {
        const removal = await background("memory/forget", {});
        notice.value = { kind: "forgotten", ...removal };
      }),
    async undoForgetting() {
      const inBin = notice.value?.kind === "forgotten" ? notice.value.inBin : null;
      if (inBin === null) return;
      await attempt(async () => {
        const { isRestored } = await background("kept/restore", { inBin });
        if (!isRestored) notice.value = { kind: "undoGone" };
      });
    },
  };
}
