import type { MarkLook } from "../../messages/markLook.ts";
import { relationLabelCss, tokensCss } from "./designTokens.ts";
import { type RelationStyles, stylesFor } from "./markStyles.ts";
import type { Wording } from "./wording.ts";

/** Sets a page's language, title and design tokens, and keeps the focus from being lost. */
export function prepareDocument(
  document: Document,
  { t, locale }: Wording,
  titleKey: string,
  look: MarkLook,
): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = t("textDirection");
  document.title = t(titleKey);
  applyLook(document, look);
  // Not needed before something is drawn.
  void import("./keepFocus.ts").then(({ keepFocus }) => keepFocus(document));
}

/** Applies the look of relations that the reader chose to a page of ours. */
export function applyLook(document: Document, look: MarkLook): void {
  const styles = stylesFor(look);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokensCss(styles), relationLabelCss(styles), linesCss(styles)].join("\n"));
  document.adoptedStyleSheets = [sheet];
}

/**
 * Returns CSS that sets `--relation-…` to the line of the relation of each element, for the linked
 * style sheets.
 */
function linesCss(styles: RelationStyles): string {
  const rules = Object.entries(styles).map(
    ([relation, { line, thicknessPx }]) =>
      `[data-relation="${relation}"] { --relation-colour: var(--ss-${relation}); --relation-tint: var(--ss-${relation}-tint);
      --relation-line: ${line}; --relation-thickness: ${thicknessPx}px; }`,
  );
  return rules.join("\n");
}
