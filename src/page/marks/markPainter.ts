import type { Mark } from "./mark.ts";
import type { MarkPainter } from "./painter.ts";

/** Both painters as one, and the one thing that is asked of their choice. */
export interface SplitPainter extends MarkPainter {
  /** From then on there is a private painter on the page, with or without marks to draw. */
  preparePrivate(): void;
}

/**
 * Gives each mark to the painter that may show it. The public painter shows what public corpora
 * say, exactly as it would without private ones; the private painter draws the rest: words that
 * only the reader's own corpora have, or have in a closer relation.
 */
export function createMarkPainter(
  publicPainter: MarkPainter,
  createPrivate: () => MarkPainter,
): SplitPainter {
  let privatePainter: MarkPainter | null = null;
  return {
    preparePrivate() {
      privatePainter ??= createPrivate();
    },
    paint(marks) {
      publicPainter.paint(marks.filter(isPublic));
      privatePainter?.paint(marks.filter(isCloserInPrivate));
    },
    emphasise(mark) {
      publicPainter.emphasise(mark !== null && isPublic(mark) ? mark : null);
      privatePainter?.emphasise(mark !== null && !isPublic(mark) ? mark : null);
    },
    setTone(tone) {
      publicPainter.setTone(tone);
      privatePainter?.setTone(tone);
    },
    clear() {
      publicPainter.clear();
      privatePainter?.clear();
    },
  };
}

function isPublic({ publicRelation }: Mark): boolean {
  return publicRelation !== null;
}

function isCloserInPrivate({ publicRelation, relation }: Mark): boolean {
  return publicRelation !== relation;
}
