import type { BlockRegion } from "../model/index.ts";

/** What is looked at of an element, of a live page's or of a parsed document's. */
export interface MarkedElement {
  readonly nodeName: string;
  hasAttributes(): boolean;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
}

/** The tag in upper case, in HTML and in XHTML and SVG alike. */
export function tagOf(element: MarkedElement): string {
  const name = element.nodeName;
  return name.charCodeAt(0) > 0x60 ? name.toUpperCase() : name;
}

const regionOfTag: ReadonlyMap<string, BlockRegion> = new Map(
  Object.entries<BlockRegion>({
    ARTICLE: "article",
    MAIN: "article",
    NAV: "navigation",
    MENU: "navigation",
    ASIDE: "aside",
    HEADER: "header",
    FOOTER: "footer",
    FIGURE: "figure",
    FORM: "form",
    SEARCH: "form",
    DIALOG: "aside",
  }),
);

const regionOfRole: ReadonlyMap<string, BlockRegion> = new Map(
  Object.entries<BlockRegion>({
    article: "article",
    main: "article",
    navigation: "navigation",
    menu: "navigation",
    menubar: "navigation",
    tablist: "navigation",
    complementary: "aside",
    banner: "header",
    contentinfo: "footer",
    search: "form",
    form: "form",
    dialog: "aside",
    alertdialog: "aside",
    figure: "figure",
  }),
);

/**
 * Words in class names and ids, and the region that they name by habit. Order decides. "paywall" is not
 * among them: publishers mark the text that subscribers read by it, as search engines ask.
 */
const namedRegions: readonly (readonly [BlockRegion, string])[] = [
  ["comments", "comment comments disqus livefyre coral respond replies kommentare commentaires"],
  [
    "related",
    "related recommended recommendations recirc recirculation trending outbrain taboola " +
      "mostread mostpopular popular teaser teasers upnext morestories alsolike readnext seealso",
  ],
  ["form", "newsletter subscribe subscription signup login donate donation"],
  [
    "navigation",
    "nav navbar navigation menu breadcrumb breadcrumbs pagination pager toolbar share sharing " +
      "sharebar social socials sharetools tags taglist topics skiplink",
  ],
  [
    "aside",
    "sidebar rail promo promos promotion ad ads advert adverts advertisement advertising " +
      "authorbox authorbio authorinfo authordescription authorposition authorrole authorcard " +
      "authorprofile authortext authorteaser aboutauthor adslot adsense dfp sponsor sponsored banner cookie cookies consent tooltip",
  ],
  ["footer", "footer colophon copyright"],
  [
    "figure",
    "caption captions figcaption gallery carousel slideshow photocredit imagecredit " +
      "infographic artboard ai2html",
  ],
];

const regionOfName: ReadonlyMap<string, BlockRegion> = new Map(
  namedRegions.flatMap(([region, names]) =>
    names.split(" ").map((name) => [name, region] as const),
  ),
);

/** With one of these beside it, a name speaks of a state or of a whole page ("has-sidebar"). */
const disarming: ReadonlySet<string> = new Set(
  "has with no without is not js page layout body content main article story post entry".split(" "),
);

/** The region that an element opens, by its tag, its role or its names; null if it opens none. */
export function regionOpenedBy(element: MarkedElement): BlockRegion | null {
  const byTag = regionOfTag.get(tagOf(element));
  if (byTag !== undefined) return byTag;
  if (!element.hasAttributes() || isWholePage(element)) return null;
  const byRole = regionOfRole.get(element.getAttribute("role") ?? "");
  if (byRole !== undefined) return byRole;
  if (element.getAttribute("itemprop") === "articleBody") return "article";
  return regionOfNames(element.getAttribute("class")) ?? regionOfNames(element.getAttribute("id"));
}

/** What stands on these speaks of the page, and of no part of it. */
function isWholePage(element: MarkedElement): boolean {
  return element.nodeName === "BODY" || element.nodeName === "HTML";
}

/** Longer attributes are generated, and say nothing about the region. */
const longestNames = 400;

/** Pages repeat a few class attributes thousands of times. Forgotten as a whole when it is full. */
const remembered = new Map<string, BlockRegion | null>();
const mostRemembered = 2_000;

/** The region that a class attribute or an id names by habit, or null. */
export function regionOfNames(names: string | null): BlockRegion | null {
  if (!names || names.length > longestNames) return null;
  let region = remembered.get(names);
  if (region === undefined) {
    region = firstNamedRegion(names);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(names, region);
  }
  return region;
}

function firstNamedRegion(names: string): BlockRegion | null {
  for (const name of names.split(/\s+/)) {
    const region = regionOfOneName(name);
    if (region !== null) return region;
  }
  return null;
}

/**
 * The words of one name: "c-newsletter-box", "relatedStories", "comments". What follows "--" is a
 * state of the thing, and does not name it.
 */
function regionOfOneName(name: string): BlockRegion | null {
  const words = name
    .split("--", 1)[0]!
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_:]+/);
  let found: BlockRegion | null = null;
  for (const [i, word] of words.entries()) {
    if (disarming.has(word)) return null;
    found ??= regionOfName.get(word) ?? regionOfName.get(`${word}${words[i + 1] ?? ""}`) ?? null;
  }
  return found ?? regionOfName.get(words.join("")) ?? null;
}
