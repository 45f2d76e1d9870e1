import { describe, expect, test } from "vitest";
import { labelBlocks } from "../../../src/engine/body/labelBlocks.ts";
import { block, labelLines, labelled, report } from "./blocks.ts";

const title = "Harbour council reopens the old lighthouse";

/** The label that a line gets between the second and the third paragraph of an article. */
function labelInside(line: string): string {
  return labelLines([title, report[0]!, report[1]!, line, report[2]!], title)[3]!.split(" | ")[0]!;
}

describe("lines of plain text", () => {
  test.each([
    ["dump", 'string(214) "[{"id":"77","title":"Ferry delayed","pic":"/2019/03/04/f.jpg"}]"'],
    ["dump", '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry"}'],
    ["dump", "var adSlots = { top: 1, side: 2 }; window.ads = adSlots;"],
    ["credit", "© Coastal Pictures 2019 / Northern Desk"],
    ["credit", "Photo: Northern Desk"],
    ["credit", "REUTERS/Northern Desk"],
    ["credit", "(Reporting by the Harbour Desk; Editing by the Night Desk)"],
    ["caption", "FILE - The lighthouse before the repair, seen from the breakwater in a storm."],
    ["caption", "The lighthouse seen from the breakwater (Photo by Northern Desk)"],
    ["dateline", "Tue Mar 5, 2019 18:20:11"],
    ["dateline", "Published: 5 March 2019, 18:20 GMT"],
    ["dateline", "5. März 2019 um 18:20 Uhr"],
    ["dateline", "By Harbour Desk     Mar 5, 2019 in Coast"],
    ["prompt", "Log in with Facebook"],
    ["dateline", "— Harbour Desk (@harbour) March 5, 2019"],
    ["furniture", "* * *"],
    ["furniture", "1/5"],
    ["prompt", "Advertisement – where to go on the coast this weekend"],
    ["prompt", "Remember meForgot password?"],
    ["prompt", "Your email address will not be published. Required fields are marked *"],
    ["prompt", "Never miss a story again — follow our Telegram channel!"],
    ["prompt", "Subscribe to our newsletter and get the harbour news in your inbox every morning."],
    ["prompt", "Pokud jste v článku zaznamenali chybu, napište nám prosím do redakce."],
    ["prompt", "Have you found an error in this article? Please tell the editors of the paper."],
    ["prompt", "Lesen Sie auch: Der Leuchtturm war elf Monate geschlossen"],
    ["prompt", "Jetzt für den Brief vom Hafen anmelden"],
    ["prompt", "Leia também: Farol reabre depois de onze meses"],
    ["keywords", "lighthouse, harbour council, breakwater, Fish Hall, Storms, Coast"],
    ["keywords", "More about lighthouses, harbours, School classes"],
    ["furniture", "The Wreckers are a terrorist organization banned in Russia."],
    ["heading", "A lamp from the old days"],
  ])("%s: %s", (label, line) => {
    expect(labelInside(line)).toBe(label);
  });

  test.each([
    "Share prices of the ferry company fell by four percent after the vote on Tuesday.",
    "By Friday, the stairs had been closed again.",
    "In 2019 the council paid for a new lamp.",
    "“We need your help and your support, and every contribution counts,” she told the residents.",
    "The newspaper's photo showed the lamp, the stairs, the door, and the gallery above the sea.",
    "Registered fishermen may land their catch on Sunday.",
    "Comments by the mayor were not published.",
    "Most of the schools say that what the children write may be handed to the harbour company under another privacy policy if the project is ever sold to it.",
  ])("a sentence that only resembles furniture stays: %s", (line) => {
    expect(labelInside(line)).toBe("body");
  });
});

test("a caption repeated around its credit is dropped with it", () => {
  const caption = "Visitors climb the stairs of the lighthouse on the first day March 6, 2019";
  const lines = [title, report[0]!, caption, "© COAST PRESS/ Night Desk", caption, report[1]!];
  expect(labelLines(lines, title).map((row) => row.split(" | ")[0])).toEqual([
    ...["title", "body", "caption", "credit", "caption", "body"],
  ]);
});

test("the second copy of a line is furniture: a pull quote, a copy for small screens", () => {
  const rows = labelLines([title, report[0]!, report[1]!, report[0]!, report[2]!], title);
  expect(rows[1]).toBe(`body | ${report[0]}`);
  expect(rows[3]).toBe(`furniture | ${report[0]}`);
});

test("text above the title is not the article's, and echoes of the title are recognised", () => {
  const lines = [
    "The lighthouse at dusk, seen from the harbour wall while workers take down the scaffold",
    "Support the Coast Courier!",
    title,
    `article image${title}`,
    "Coast",
    ...report,
  ];
  expect(labelLines(lines, title).map((row) => row.split(" | ")[0])).toEqual([
    ...["furniture", "furniture", "title", "titleEcho", "furniture", "body", "body", "body"],
  ]);
});

test("without a known title the first line that reads like one is the title", () => {
  expect(labelLines([title, "5 March 2019", ...report])[0]).toBe(`title | ${title}`);
});

test("a known title that is printed in other words is replaced by the page's heading", () => {
  const heading = block("Old light, new lamp", { element: "heading", headingLevel: 1 });
  const above = block("Coast and islands, every day from six", { element: "paragraph" });
  const paragraphs = report.map((text) => block(text, { element: "paragraph" }));
  expect(labelled([above, heading, ...paragraphs], title).slice(0, 2)).toEqual([
    `furniture | ${above.text}`,
    "title | Old light, new lamp",
  ]);
});

test("of several such lines the one that shares words with the article is the title", () => {
  const lines = ["Read the Coast Courier!", title, "The Coast Courier Online", ...report];
  expect(labelLines(lines)[1]).toBe(`title | ${title}`);
});

describe("stops", () => {
  const long =
    "A reader writes a sentence about the lighthouse that is as long as a paragraph. ".repeat(4);

  test("below a strong stop everything is comment, however much follows", () => {
    const comments = Array.from({ length: 12 }, (_, i) => `${long}${i}.`);
    const rows = labelLines([title, ...report, "Leave a Reply", ...comments], title);
    expect(rows.slice(0, 4).map((row) => row.split(" | ")[0])).toEqual([
      ...["title", "body", "body", "body"],
    ]);
    expect(new Set(rows.slice(5).map((row) => row.split(" | ")[0]))).toEqual(new Set(["comment"]));
  });

  test("a strong stop above the article is a menu's and cuts nothing", () => {
    const rows = labelLines([title, "Comments", ...report], title);
    expect(rows.filter((row) => row.startsWith("body"))).toHaveLength(3);
  });

  test("a stop below a list of teasers cuts nothing", () => {
    const teaser = block("The ferry will not sail on Sunday, the company wrote. ".repeat(6), {
      element: "listItem",
    });
    const paragraphs = report.map((text) => block(text, { element: "paragraph" }));
    const rows = labelled([teaser, block("Comments"), ...paragraphs], null);
    expect(rows.slice(2).map((row) => row.split(" | ")[0])).toEqual(["body", "body", "body"]);
  });

  test("a list of teasers is not taken for the article, though it is a little longer", () => {
    const teasers = report.map((text) =>
      block(`${text} The ferry will not sail.`.replace("lighthouse", "mill"), {
        element: "listItem",
      }),
    );
    const menu = Array.from({ length: 8 }, (_, i) =>
      block(`Section ${"x".repeat(i)}`, { region: "navigation", element: "listItem" }),
    );
    const paragraphs = report.map((text) => block(text, { element: "paragraph" }));
    const rows = labelled([...teasers, ...menu, ...paragraphs], null);
    expect(rows.filter((row) => row.startsWith("body")).map((row) => row.slice(7))).toEqual(report);
  });

  test("an advertisement's label cuts nothing", () => {
    const rows = labelLines([title, ...report.slice(0, 2), "Advertisement", report[2]!], title);
    expect(rows.at(-1)).toBe(`body | ${report[2]}`);
  });

  test("a weak stop cuts near the end only", () => {
    const teaser = "The ferry will not sail on Sunday because of the wind.";
    const near = labelLines([title, ...report, "Latest News", teaser], title);
    expect(near.at(-1)).toBe(`related | ${teaser}`);
    const early = labelLines([title, report[0]!, "Latest News", ...report.slice(1), long], title);
    expect(early.filter((row) => row.startsWith("body"))).toHaveLength(4);
  });
});

test("an appeal for money is dropped to its end, with the buttons below it", () => {
  const lines = [
    ...[title, ...report],
    "… we have a small favour to ask. Running a paper on this coast costs more every year.",
    "We, the journalists of the Coast Courier, go on. But we need your help.",
    "If you can, please support us monthly starting from just two crowns. Thank you.",
    ...["payment methods", "Remind me later."],
  ];
  const labels = labelLines(lines, title).map((row) => row.split(" | ")[0]);
  expect(labels.slice(0, 4)).toEqual(["title", "body", "body", "body"]);
  expect(labels.slice(4, 7)).toEqual(["prompt", "prompt", "prompt"]);
  expect(labels.slice(7)).not.toContain("body");
});

test("text that continues an appeal is dropped, but not below a newsletter box", () => {
  const goesOn = "We will be on the quay tomorrow, whatever the weather does, and so can you.";
  const appeal = "Please support us: your support keeps our reporters on the quay every day.";
  const box = "Sign up for our newsletter and get the news of the harbour in your inbox.";
  const appealed = labelLines(
    [title, ...report, appeal, goesOn, report[1]!.replace("as", "like")],
    title,
  );
  expect(appealed[5]).toBe(`prompt | ${goesOn}`);
  expect(labelLines([title, ...report, box, goesOn], title)[5]).toBe(`body | ${goesOn}`);
});

describe("blocks with markup", () => {
  const paragraph = { element: "paragraph", region: "article" } as const;

  test.each([
    ["navigation", "furniture"],
    ["footer", "furniture"],
    ["form", "furniture"],
    ["aside", "related"],
    ["related", "related"],
    ["comments", "comment"],
    ["figure", "caption"],
  ] as const)("a block in %s is %s", (region, label) => {
    const stranger = block("A sentence that would read well in an article of the paper.", {
      element: "paragraph",
      region,
    });
    const rows = labelled([...report.map((text) => block(text, paragraph)), stranger]);
    expect(rows[3]).toBe(`${label} | ${stranger.text}`);
  });

  test("a short block that is nearly all link is a related story, a paragraph with links stays", () => {
    const text = "Ferry company plans winter timetable for the islands";
    const linked = block(text, { ...paragraph, linkChars: text.length });
    const body = block(report[2]!, { ...paragraph, linkChars: 60 });
    expect(labelled([block(report[0]!, paragraph), linked, body])).toEqual([
      `body | ${report[0]}`,
      `related | ${text}`,
      `body | ${report[2]}`,
    ]);
  });

  describe("other stories in a list below a weak stop are no part of the article", () => {
    const told = (at: number) =>
      `The ferry number ${at} will not sail on Sunday, because the wind at the outer quay was stronger than the harbour master of the island allows, and the company has said on its page that all`;
    const item = (text: string) => block(text, { element: "listItem", region: "article" });
    const headline = (at: number) => {
      const text = `Ferry ${at} stays in port`;
      return block(text, { element: "heading", headingLevel: 3, linkChars: text.length });
    };
    const stories = [1, 2, 3, 4, 5, 6, 7, 8];
    const article = report.map((text) => block(text, paragraph));
    const bodyOf = (blocks: ReturnType<typeof block>[]) =>
      labelled(blocks).filter((row) => row.startsWith("body"));
    const whole = report.map((text) => `body | ${text}`);

    test.each([
      [
        "headlines with their first lines",
        "Recommended for you",
        stories.flatMap((at) => [headline(at), item(told(at))]),
      ],
      [
        "the same with the outlet's name below each",
        "Latest news",
        stories.flatMap((at) => [headline(at), item(told(at)), item("Coast Courier")]),
      ],
      [
        "summaries without headlines",
        "Das könnte Sie auch interessieren",
        stories.map((at) => item(`${told(at)}.`)),
      ],
    ])("%s", (_, stop, list) => {
      const heading = block(stop, { element: "heading", headingLevel: 2 });
      expect(bodyOf([...article, heading, ...list])).toEqual(whole);
    });

    test("but paragraphs below such a line are, and so is a list below an ordinary subheading", () => {
      const box = block("Recommended for you", { element: "heading", headingLevel: 2 });
      const later = stories.map((at) => block(`${told(at)}.`, paragraph));
      expect(bodyOf([...article, box, ...later])).toHaveLength(3 + stories.length);
      const subheading = block("What the ferries do", { element: "heading", headingLevel: 2 });
      const list = stories.map((at) => item(`${told(at)}.`));
      expect(bodyOf([...article, subheading, ...list])).toHaveLength(3 + stories.length);
    });
  });

  test("subheadings are headings and no part of the body", () => {
    const heading = block("What comes next", { element: "heading", headingLevel: 2 });
    expect(labelled([block(report[0]!, paragraph), heading, block(report[1]!, paragraph)])[1]).toBe(
      "heading | What comes next",
    );
  });

  test("sentences far from the article, among menus, are furniture", () => {
    const menu = Array.from({ length: 12 }, (_, i) =>
      block(`Section ${i}`, { element: "listItem", region: "navigation" }),
    );
    const teaser = block("The ferry will not sail on Sunday because of the wind.", {
      element: "paragraph",
    });
    const rows = labelled([...report.map((text) => block(text, paragraph)), ...menu, teaser]);
    expect(rows.at(-1)).toBe(`furniture | ${teaser.text}`);
  });
});

test("truncated teasers below menus without markup are furniture", () => {
  const menu = Array.from({ length: 20 }, (_, i) => `A section of the paper ${i}`);
  const teasers = [
    "Ferry company plans a winter timetable for the…",
    "The wind on Sunday will keep...",
  ];
  const rows = labelLines([...menu, ...teasers, ...menu, title, ...report, ...menu], title);
  expect(rows.filter((row) => row.startsWith("body"))).toEqual(
    report.map((line) => `body | ${line}`),
  );
});

test("everything is kept if under a tenth of the words would remain", () => {
  const lines = Array.from({ length: 20 }, (_, i) => `Log in with account ${i} to see the page`);
  const rows = labelLines(["A line.", ...lines]);
  expect(rows.filter((row) => row.startsWith("body"))).toHaveLength(lines.length + 1);
});

test("a line of a megabyte is labelled without delay", () => {
  const before = performance.now();
  const line = "[(/|".repeat(250_000);
  expect(labelBlocks([block(line), block(report[0]!)], { title: null })).toHaveLength(2);
  expect(performance.now() - before).toBeLessThan(2000);
});
