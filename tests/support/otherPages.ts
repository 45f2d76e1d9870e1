/** Pages that are no article, small, each with what makes its kind look like one. */
export interface OtherPage {
  readonly name: string;
  readonly url: string;
  readonly html: string;
}

const sentence =
  "The ministry said on Tuesday that the talks would go on next week, once the delegations had returned.";
const long = `${sentence} Nobody at the table expected more of the first day, and both sides had said so beforehand. `;
const paragraphs = (count: number, text = sentence) => `<p>${text}</p>`.repeat(count);
const teaser = `<div class="card"><h2><a href="/world/talks">Talks go on</a></h2><p>${sentence}</p></div>`;
const excerpt = `<article><h2><a href="/2019/03/talks">Talks go on</a></h2>${paragraphs(2)}<a href="/2019/03/talks">More</a></article>`;
const post = (who: string) =>
  `<article class="post"><a href="/u/${who}">${who}</a><time>2019-03-05</time>${paragraphs(3)}</article>`;
const meta = (property: string, content: string) =>
  `<meta property="${property}" content="${content}">`;
const jsonLd = (type: string) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"${type}","name":"Talks"}</script>`;
const item = (name: string) => `<li><a href="/${name}">${name}</a></li>`;
const list = (count: number) => `<ul>${item("talks").repeat(count)}</ul>`;

function page(name: string, path: string, body: string, head = ""): OtherPage {
  const url = path.startsWith("http") ? path : `https://www.coast.example${path}`;
  const html = `<!doctype html><html lang="en"><head><title>${name}</title>${head}</head><body>${body}</body></html>`;
  return { name, url, html };
}

/** More than forty: front pages, lists, searches, mails, forms, shops, videos, forums, tools. */
export const otherPages: readonly OtherPage[] = [
  page("front page of teasers", "/", `<h1>Coast Courier</h1>${teaser.repeat(40)}`),
  page("front page with an editorial", "/", `<h1>Coast Courier</h1><div>${paragraphs(6)}</div>`),
  page("front page of an edition", "/en-gb", `<h1>News</h1><div>${paragraphs(6)}</div>`),
  page("front page as a file", "/index.html", `<h1>News</h1><div>${paragraphs(6, long)}</div>`),
  page(
    "front page that claims to be an article",
    "/",
    teaser.repeat(30),
    meta("og:type", "article"),
  ),
  page("section front", "/world", `<h1>World</h1><main>${teaser.repeat(30)}</main>`),
  page(
    "section of linked items",
    "/world/",
    `<h1>World</h1><ul>${`<li><p>${sentence}</p></li>`.repeat(25)}</ul>`,
  ),
  page(
    "section that claims to be an article",
    "/sport",
    teaser.repeat(20),
    meta("og:type", "article"),
  ),
  page(
    "topic page with an introduction",
    "/topics/talks",
    `<h1>Talks</h1>${paragraphs(1)}${teaser.repeat(20)}`,
  ),
  page("blog's newest entries", "/blog/page/2", `<h1>Blog</h1>${excerpt.repeat(8)}`),
  page(
    "author's page",
    "/author/anna",
    `<h1>Anna Writer</h1>${paragraphs(1)}${teaser.repeat(9)}`,
    meta("og:type", "profile"),
  ),
  page(
    "author's page with a long life",
    "/people/anna",
    `<h1>Anna</h1><div>${paragraphs(6)}</div>`,
    meta("og:type", "profile"),
  ),
  page("archive by day", "/archive/2019/03/05", `<h1>5 March 2019</h1>${list(120)}`),
  page("search", "/search?q=talks", `<h1>Results</h1>${paragraphs(9)}`, meta("og:type", "article")),
  page("search in German", "/suche/talks", `<h1>Ergebnisse</h1><div>${paragraphs(9)}</div>`),
  page("search by parameter", "/find?query=talks", `<h1>Results</h1><div>${paragraphs(9)}</div>`),
  page(
    "web search",
    "https://search.example/results?q=talks",
    `<h1>talks</h1><div>${paragraphs(9)}</div>`,
  ),
  page(
    "mail that is open",
    "https://mail.example/u/0/",
    `<h1>Re: Talks</h1><div>${paragraphs(8)}</div>`,
  ),
  page(
    "mail in a company's box",
    "https://www.coast.example/webmail/read",
    `<h1>Talks</h1><div>${paragraphs(8, long)}</div>`,
  ),
  page(
    "inbox",
    "/inbox",
    `<h1>Inbox</h1><table>${`<tr><td>${sentence}</td></tr>`.repeat(30)}</table>`,
  ),
  page(
    "mail in an application",
    "https://post.example/box/17",
    `<h1>Talks</h1><div role="grid"><div role="row"></div></div><div>${paragraphs(8)}</div>`,
  ),
  page(
    "mail that is being written",
    "https://post.example/new",
    `<h1>New message</h1><div contenteditable="true">${paragraphs(8)}</div>`,
  ),
  page(
    "chat",
    "https://chat.example/room/1",
    `<h1>Room</h1><div>${paragraphs(30, "See you there!")}</div>`,
  ),
  page(
    "contact form",
    "/contact",
    `<h1>Contact</h1>${paragraphs(5)}<form><input><textarea></textarea></form>`,
  ),
  page(
    "form of a county",
    "/forms/bridge",
    `<h1>Application</h1><form>${`<label>Name</label><input><p>As in your passport.</p>`.repeat(20)}</form>`,
  ),
  page("log-in", "/login", `<h1>Log in</h1><form><input type="password"></form><p>${sentence}</p>`),
  page(
    "registration with terms",
    "/register",
    `<h1>Register</h1><form><div>${paragraphs(7, long)}</div><input></form>`,
  ),
  page(
    "survey",
    "/survey/12",
    `<h1>Your opinion</h1><form>${`<fieldset><p>${sentence}</p><input type="radio"></fieldset>`.repeat(9)}</form>`,
  ),
  page(
    "shop's product",
    "/item/lamp-12",
    `<h1>Lamp</h1><div>${paragraphs(6)}</div>`,
    meta("og:type", "product"),
  ),
  page(
    "shop's product by structured data",
    "/lamp-12",
    `<h1>Lamp</h1><div>${paragraphs(6, long)}</div>`,
    jsonLd("Product"),
  ),
  page(
    "shop's product by microdata",
    "/lamps/12",
    `<div itemscope itemtype="https://schema.org/Product"><h1>Lamp</h1><div>${paragraphs(6)}</div></div>`,
  ),
  page(
    "shop's shelf",
    "/lamps",
    `<h1>Lamps</h1>${`<div><img alt=""><h2>Lamp</h2><p>It lights a room of twenty square metres, and its cable is three metres long and white.</p></div>`.repeat(24)}`,
  ),
  page("basket", "/cart", `<h1>Your basket</h1><div>${paragraphs(5)}</div>`),
  page("checkout", "/checkout/address", `<h1>Address</h1><form><div>${paragraphs(5)}</div></form>`),
  page(
    "video",
    "/watch?v=1",
    `<h1>Talks</h1><video></video><p>One minute of talks.</p>`,
    meta("og:type", "video.other"),
  ),
  page(
    "video with a long description",
    "/videos/1",
    `<h1>Talks</h1><video></video><div>${paragraphs(5)}</div>`,
    meta("og:type", "video.episode"),
  ),
  page(
    "video that claims to be an article",
    "/clips/1",
    `<h1>Talks</h1><video></video><p>One minute.</p>`,
    meta("og:type", "article"),
  ),
  page(
    "song",
    "/song/1",
    `<h1>Talks</h1><div>${"We talk all night,<br>we talk all day,<br>".repeat(20)}</div>`,
    meta("og:type", "music.song"),
  ),
  page(
    "forum thread",
    "/forum/talks/1",
    `<h1>Talks?</h1>${["ann", "bob", "cyd"].map(post).join("")}`,
  ),
  page(
    "forum thread elsewhere",
    "https://board.example/t/talks/17",
    `<h1>Talks?</h1>${["ann", "bob", "cyd", "dan"].map(post).join("")}`,
  ),
  page(
    "forum thread by structured data",
    "https://board.example/17",
    `<h1>Talks?</h1><div>${paragraphs(6)}</div>`,
    jsonLd("DiscussionForumPosting"),
  ),
  page(
    "questions and answers",
    "https://ask.example/q/17",
    `<h1>Talks?</h1><div>${paragraphs(6)}</div>`,
    jsonLd("QAPage"),
  ),
  page(
    "social feed",
    "https://social.example/home",
    `<h1>Home</h1>${["ann", "bob", "cyd", "dan"].map(post).join("")}`,
  ),
  page("terms", "/terms-of-service", `<h1>Terms</h1><div>${paragraphs(20, long)}</div>`),
  page("privacy", "/privacy-policy", `<h1>Privacy</h1><div>${paragraphs(20, long)}</div>`),
  page("imprint in German", "/impressum/", `<h1>Impressum</h1><div>${paragraphs(6)}</div>`),
  page("help", "/help/delivery", `<h1>Delivery</h1><div>${paragraphs(6)}</div>`),
  page(
    "help on a host of its own",
    "https://support.coast.example/17",
    `<h1>Delivery</h1><div>${paragraphs(6)}</div>`,
  ),
  page(
    "questions that are often asked",
    "/answers",
    `<h1>Answers</h1><div>${paragraphs(6)}</div>`,
    jsonLd("FAQPage"),
  ),
  page(
    "vacancy",
    "/vacancies/ferryman",
    `<h1>Ferryman</h1><div>${paragraphs(6)}</div>`,
    jsonLd("JobPosting"),
  ),
  page("recipe", "/food/soup", `<h1>Soup</h1><div>${paragraphs(5)}</div>`, jsonLd("Recipe")),
  page(
    "weather",
    "/weather/harbourville",
    `<h1>Harbourville</h1><table>${"<tr><td>12°</td><td>Rain</td></tr>".repeat(24)}</table>`,
  ),
  page(
    "league table",
    "/sport/table",
    `<h1>First league</h1><table>${"<tr><td>Harbourville</td><td>12</td></tr>".repeat(18)}</table>`,
  ),
  page(
    "gallery",
    "/gallery/talks",
    `<h1>Talks</h1>${"<figure><img alt=''><figcaption>Delegates.</figcaption></figure>".repeat(20)}`,
  ),
  page(
    "page that is not there",
    "/nothing",
    `<h1>404</h1><p>The page that you are looking for is not here, or it has another address now, we are sorry.</p>`,
  ),
  page(
    "consent wall",
    "/world/talks?consent=1",
    `<div role="dialog"><h1>Before you read on</h1><p>${long}</p></div>`,
  ),
  page(
    "document that is being edited",
    "https://docs.example/d/1",
    `<h1>Draft</h1><div role="application"><div>${paragraphs(9)}</div></div>`,
  ),
  page(
    "calendar",
    "https://calendar.example/week",
    `<h1>Week 12</h1><div>${paragraphs(12, "Talks at ten in the town hall, second floor, bring the paper of the council and a pencil for each of us.")}</div>`,
  ),
  page("empty page of an application", "/app", '<div id="app"></div>'),
];
