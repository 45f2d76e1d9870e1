import type { BackgroundClient } from "../messages/client.ts";
import { dismissedVersion } from "../messages/dismissedVersion.ts";
import { identifyingChars } from "../messages/protocol.ts";
import type { CardActions } from "../ui/hoverCard/cardActions.ts";

/** The requests of a card to others than its own page. */
export type CardRequests = Omit<CardActions, "onStep">;

/**
 * Returns what the hover card can ask for.
 * @param write puts text on the clipboard; rejects if the browser does not allow it
 */
export function createCardRequests(
  ask: BackgroundClient,
  write: (text: string) => Promise<void>,
): CardRequests {
  return {
    onOpenList(match, beside) {
      const page = match.exact.slice(0, identifyingChars);
      ask("list/open", { page, compare: beside?.passage.id ?? null }).catch(console.error);
    },
    onCopy: write,
    async onDismiss(match, reference) {
      await ask("match/dismiss", dismissedVersion(match, reference));
    },
    async onRestore(match, reference) {
      await ask("match/restore", dismissedVersion(match, reference));
    },
  };
}
