import type { MarkLook } from "../../messages/markLook.ts";
import { type RelationStyles, stylesFor } from "./markStyles.ts";
import { relationLabelCss, tokensCss } from "./tokens.ts";
import type { Wording } from "./wording.ts";

/** Gives a page of ours its language, its title, the design tokens, and a focus that is not lost. */
export function dressDocument(
  document: Document,
  { t, locale }: Wording,
  titleKey: string,
  look: MarkLook,
): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = t("textDirection");
  document.title = t(titleKey);
  applyLook(document, look);
  // Nothing is pressed before something is drawn.
  void import("./keepFocus.ts").then(({ keepFocus }) => keepFocus(document));
}

/** Shows relations on a page of ours as the reader wants them. */
export function applyLook(document: Document, look: MarkLook): void {
  const styles = stylesFor(look);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokensCss(styles), relationLabelCss(styles), linesCss(styles)].join("\n"));
  document.adoptedStyleSheets = [sheet];
}

/** The line of the relation that an element stands for, as `--relation-…` for the linked style sheets. */
function linesCss(styles: RelationStyles): string {
  const rules = Object.entries(styles).map(
    ([relation, { line, thicknessPx }]) =>
      `[data-relation="${relation}"] { --relation-colour: var(--ss-${relation}); --relation-tint: var(--ss-${relation}-tint);
      --relation-line: ${line}; --relation-thickness: ${thicknessPx}px; }`,
  );
  return rules.join("\n");
}
