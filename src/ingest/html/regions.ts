import type { BlockRegion } from "../../engine/model/index.ts";

const byElement: Readonly<Record<string, BlockRegion>> = {
  article: "article",
  main: "article",
  nav: "navigation",
  aside: "aside",
  header: "header",
  footer: "footer",
  figure: "figure",
  form: "form",
};
const byRole: Readonly<Record<string, BlockRegion>> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  complementary: "aside",
  banner: "header",
  contentinfo: "footer",
  search: "form",
  article: "article",
  main: "article",
};
/** Class names and ids, part by part, as sites use them everywhere. */
const byName: readonly (readonly [BlockRegion, RegExp])[] = [
  [
    "comments",
    /^(?:comments?|comment-?list|commentlist|comments?-?(?:area|section|wrapper|container)|disqus(?:_thread)?|respond|discussion)$/i,
  ],
  [
    "related",
    /^(?:related|related-?(?:posts?|articles?|stories|content|links|news|items?)|recommended|recommendations?|read-?more|more-?stories|most-?(?:read|popular)|teasers?|outbrain|taboola|yarpp|jp-relatedposts|sidebar|promo)$/i,
  ],
  [
    "figure",
    /^(?:wp-caption(?:-text)?|caption|image-?caption|photo-?caption|img-?caption|media-?caption|credit|photo-?credit|image-?credit|bildunterschrift|copyright)$/i,
  ],
  [
    "navigation",
    /^(?:breadcrumbs?|nav|navbar|menu|pagination|pager|share|social|social-?share|share-?(?:bar|buttons?|tools?)|sharedaddy)$/i,
  ],
  [
    "form",
    /^(?:newsletter(?:-?(?:signup|form|box|widget))?|subscribe|subscription|paywall|cookie-?(?:banner|notice|consent))$/i,
  ],
];
/** Once inside one of these, nothing within is the article's. */
const closed = new Set<BlockRegion>([
  "navigation",
  "aside",
  "footer",
  "comments",
  "related",
  "figure",
  "form",
]);
/** Names on these speak of the page, not of a part of it. */
const wholePage = new Set(["html", "body", "main", "article"]);

/** The region that an element opens, or the one it stands in. */
export function regionOf(element: Element, outer: BlockRegion): BlockRegion {
  if (closed.has(outer)) return outer;
  const name = element.localName;
  const role = element.getAttribute("role");
  const own = byElement[name] ?? (role === null ? undefined : byRole[role.toLowerCase()]);
  if (own !== undefined) return own;
  if (wholePage.has(name)) return outer;
  return regionByNames(element) ?? outer;
}

function regionByNames(element: Element): BlockRegion | null {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  if (names === " ") return null;
  for (const part of names.split(/\s+|__|--/)) {
    for (const [region, pattern] of byName) if (pattern.test(part)) return region;
  }
  return null;
}
