/**
 * Recognises pages with prose that are not articles; asked only of pages that would be taken for
 * one.
 */

/** Words of an address's path that name a page of another kind. */
const otherPaths =
  /(?:^|\/)(?:terms|terms-(?:of-(?:use|service|sale)|and-conditions)|privacy|privacy-(?:policy|notice)|cookies?|cookie-(?:policy|notice)|imprint|impressum|datenschutz|agb|legal|contact|contact-us|kontakt|help|faqs?|support|log-?in|sign-?(?:in|up)|register|account|cart|basket|checkout|inbox|mail|webmail|compose|messages|settings|profile|forums?|threads?|product|products|shop|jobs?|careers)(?:\.\w+)?(?:\/|$)/i;
const otherHosts =
  /^(?:mail|webmail|outlook|inbox|calendar|docs|drive|chat|accounts?|login|auth|shop|store|forums?|community|support|help|jobs|careers)\./i;
const searchPath =
  /\/(?:search|suche|recherche|buscar|cerca|zoeken|poisk|site-search)(?:\.\w+)?(?:\/|$)/i;
const searchParameter = /[?&](?:q|query|search|suche|keywords?)=[^&]/i;

/** True for the address of a search. */
export function isSearchAddress({ pathname }: Location): boolean {
  return searchPath.test(pathname);
}

/** True for the address of a form, a mailbox, a shop, a forum, or a page about the site itself. */
export function isOtherAddress({ hostname, pathname, search }: Location): boolean {
  return otherPaths.test(pathname) || otherHosts.test(hostname) || searchParameter.test(search);
}

const otherTypes =
  /"@type"\s*:\s*(?:\[\s*)?"(?:Product|ProductGroup|DiscussionForumPosting|QAPage|SearchResultsPage|CollectionPage|ProfilePage|JobPosting|FAQPage|ContactPage|AboutPage|Hotel|Restaurant|Recipe|SoftwareApplication)"/;
const otherItems =
  '[itemtype*="schema.org/Product"], [itemtype*="schema.org/QAPage"], [itemtype*="schema.org/DiscussionForumPosting"], [itemtype*="schema.org/JobPosting"], [itemtype*="schema.org/CollectionPage"]';

/** True if structured data name another kind of page. */
export function statesOtherKind(document: Document, jsonLd: readonly string[]): boolean {
  return (
    jsonLd.some((text) => otherTypes.test(text)) || document.querySelector(otherItems) !== null
  );
}

/** A page with this many articles is a list. */
const fewestPosts = 3;
const mostPosts = 20;
/** The paragraphs of one of them that are looked at. */
const paragraphsOfPost = 2;

/** True if the page shows several whole texts: a blog's newest entries, a thread, an inbox. */
export function holdsManyTexts(document: Document): boolean {
  const posts = document.querySelectorAll("article, [role='article'], [role='listitem']");
  let texts = 0;
  for (let i = 0; i < posts.length && i < mostPosts && texts < fewestPosts; i++) {
    if (posts[i]!.querySelectorAll("p").length >= paragraphsOfPost) texts++;
  }
  return texts >= fewestPosts;
}

/** True for applications in which the reader writes: a message, a document, a chat. */
export function isApplication(document: Document): boolean {
  return (
    document.querySelector(
      "[role='application'], body [contenteditable]:not([contenteditable='false']), [role='grid'] [role='row']",
    ) !== null
  );
}
