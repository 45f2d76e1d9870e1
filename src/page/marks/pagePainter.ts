import type { HighlightPainter } from "./highlightPainter.ts";
import type { Mark, PlacedPassage, PublicMark } from "./mark.ts";
import type { BoxPainter } from "./private/boxPainter.ts";

/**
 * Paints marks on a page, in two layers. The public one, CSS Custom Highlights, can be read by the
 * page's scripts: it shows what public corpora say, the same to every reader. Whatever depends on
 * what the reader keeps, has chosen or does is painted on the private one.
 */
export interface PagePainter {
  /**
   * Shows these public marks in place of earlier ones. `isSeen` is false if the reader has chosen
   * what is shown, or how: then they are registered but have no style, and the private layer shows
   * what the reader wants to see.
   */
  showPublic(marks: readonly PublicMark[], isSeen: boolean): void;
  /**
   * Shows the reader's marks in place of earlier ones: those that public marks do not show as they
   * are. `passages` are all passages of the page, with or without a mark; null if the public layer
   * shows everything.
   */
  showPrivate(passages: readonly PlacedPassage[] | null): void;
  /** Sets one mark off from the others, or none. */
  emphasise(mark: Mark | null): void;
  /** Puts the marks of both layers back on their words, which a change of the page may have moved. */
  repair(): void;
  /** Follows the page from light to dark. */
  restyle(): void;
  /** Restores the page and stops drawing. */
  clear(): void;
}

/**
 * Returns a painter that paints public matches as highlights, and private ones as boxes.
 * @param createPrivate is called once, when the private layer is first needed
 */
export function createPagePainter(
  publicPainter: HighlightPainter,
  createPrivate: () => BoxPainter,
): PagePainter {
  let privatePainter: BoxPainter | null = null;
  let isPublicSeen = true;

  function prepared(): BoxPainter {
    privatePainter ??= createPrivate();
    return privatePainter;
  }

  return {
    showPublic(marks, isSeen) {
      isPublicSeen = isSeen;
      publicPainter.paint(marks, isSeen);
    },
    showPrivate(passages) {
      if (passages === null) {
        privatePainter?.paint([]);
        return;
      }
      prepared().paint(
        passages.map(({ ranges, mark }) => {
          const isDrawn = mark !== null && !(mark.isPublic && isPublicSeen);
          return { ranges, relation: isDrawn ? mark.relation : null };
        }),
      );
    },
    emphasise(mark) {
      if (mark !== null) prepared().emphasise(mark.ranges);
      else privatePainter?.emphasise(null);
    },
    repair() {
      publicPainter.repair();
      privatePainter?.follow();
    },
    restyle() {
      publicPainter.restyle();
      privatePainter?.restyle();
    },
    clear() {
      publicPainter.clear();
      privatePainter?.clear();
    },
  };
}
