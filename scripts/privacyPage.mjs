import { parse } from "marked";

/**
 * The privacy policy as a page of the extension, so that a reader has that of their own version: the
 * text of PRIVACY.md in the empty page that all of ours begin with, without a script.
 */
export function privacyPage(policy, emptyPage) {
  return emptyPage
    .replace("<title>", "<title>Privacy — ")
    .replace(/<!--.*-->/, '<link rel="stylesheet" href="document.css">')
    .replace("<body></body>", `<body>\n<main>\n${parse(policy)}</main>\n</body>`);
}
