import { relationLabelCss, relationStyles, tokensCss } from "./tokens.ts";
import type { Wording } from "./wording.ts";

/** Gives a page of ours its language, its title and the design tokens. */
export function dressDocument(document: Document, { t, locale }: Wording, titleKey: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = t("textDirection");
  document.title = t(titleKey);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageCss);
  document.adoptedStyleSheets = [sheet];
}

/** The line of the relation that an element stands for, as `--relation-…` for the linked style sheets. */
const relationLinesCss = Object.entries(relationStyles).map(
  ([relation, { line, thicknessPx }]) =>
    `[data-relation="${relation}"] { --relation-colour: var(--ss-${relation}); --relation-tint: var(--ss-${relation}-tint);
      --relation-line: ${line}; --relation-thickness: ${thicknessPx}px; }`,
);

const pageCss = [tokensCss, relationLabelCss, ...relationLinesCss].join("\n");
