import { type ReadonlySignal, signal } from "@preact/signals";
import type { MatchReport } from "../../engine/model/index.ts";
import type { BackgroundClient } from "../../messages/client.ts";
import { sentenceChars } from "../../messages/protocol.ts";

/** The result of looking up a sentence. */
export type Tried =
  | { readonly kind: "notYet" }
  /** The matches by words so far; null if not even these are known. */
  | { readonly kind: "looking"; readonly report: MatchReport | null }
  | { readonly kind: "found"; readonly report: MatchReport }
  | { readonly kind: "failed" };

/** Looks up sentences that the reader types. */
export interface TryModel {
  readonly tried: ReadonlySignal<Tried>;
  /** Shows the matches by words at once, then those by meaning. */
  lookUp(text: string): Promise<void>;
}

/** Returns the model of the field that looks up a sentence. */
export function createTryModel(background: BackgroundClient): TryModel {
  const tried = signal<Tried>({ kind: "notYet" });
  let lastAsked = 0;

  async function lookUp(typed: string): Promise<void> {
    const text = typed.trim().slice(0, sentenceChars);
    if (text === "") return;
    lastAsked += 1;
    const asked = lastAsked;
    const show = (next: Tried) => {
      if (asked === lastAsked) tried.value = next;
    };
    show({ kind: "looking", report: null });
    try {
      const byWords = await background("sentence/match", { text, byMeaning: false });
      show({ kind: "looking", report: byWords });
      // Without the encoder, only matches by words are shown.
      const byMeaning = await background("sentence/match", { text, byMeaning: true }).catch(
        () => null,
      );
      const report = byMeaning ?? byWords;
      show(report === null ? { kind: "failed" } : { kind: "found", report });
    } catch {
      show({ kind: "failed" });
    }
  }

  return { tried, lookUp };
}
