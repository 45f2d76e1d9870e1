import type { BlockRegion } from "../model/index.ts";

/**
 * The parts of an element that the rules read, for elements of a live page and of a parsed
 * document.
 */
export interface MarkedElement {
  readonly nodeName: string;
  hasAttributes(): boolean;
  hasAttribute(name: string): boolean;
  getAttribute(name: string): string | null;
}

/** Returns the tag in upper case, in HTML as in XHTML and SVG. */
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
 * Words in class names and ids with the region that they usually name. The first match counts.
 * "paywall" is not one of them: publishers mark the text for subscribers with it, as search engines
 * require.
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

/**
 * With one of these words next to it, a name describes a state or the whole page ("has-sidebar").
 */
const disarming: ReadonlySet<string> = new Set(
  "has with no without is not js page layout body content main article story post entry".split(" "),
);

/** A "social embed" is a post inside the article, not a bar of buttons. */
const embedName = /(?:^|[\s_-])o?embed(?:s|ded)?(?:$|[\s_-])/i;

/** Returns the region that an element opens by its tag, role or names; null if it opens none. */
export function regionOpenedBy(element: MarkedElement): BlockRegion | null {
  const byTag = regionOfTag.get(tagOf(element));
  if (byTag !== undefined) return byTag;
  if (!element.hasAttributes() || isWholePage(element)) return null;
  const byRole = regionOfRole.get(element.getAttribute("role") ?? "");
  if (byRole !== undefined) return byRole;
  if (element.getAttribute("itemprop") === "articleBody") return "article";
  return regionOfNames(element.getAttribute("class")) ?? regionOfNames(element.getAttribute("id"));
}

/** True for elements whose names describe the whole page, not a part of it. */
function isWholePage(element: MarkedElement): boolean {
  return element.nodeName === "BODY" || element.nodeName === "HTML";
}

/** Longer attributes are generated and reveal nothing about the region. */
const longestNames = 400;

/** Pages repeat a few class attributes thousands of times. The cache is emptied when it is full. */
const remembered = new Map<string, BlockRegion | null>();
/** The most cached attributes. */
const mostRemembered = 2_000;

/** Returns the region that a class attribute or an id usually names, or null. */
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
    if (region !== null) return region === "navigation" && embedName.test(names) ? null : region;
  }
  return null;
}

/**
 * Returns the region for the words of one name: "c-newsletter-box", "relatedStories", "comments".
 * What follows "--" is a state and names nothing.
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
