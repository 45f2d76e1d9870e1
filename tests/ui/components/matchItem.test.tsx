// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import type {
  ArticleSource,
  Difference,
  PageMatch,
  Relation,
} from "../../../src/engine/model/index.ts";
import { relations } from "../../../src/engine/model/index.ts";
import { relationStyles } from "../../../src/ui/components/designTokens.ts";
import { MatchItem } from "../../../src/ui/components/MatchItem.tsx";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { englishWording, readMessages } from "../support/englishWording.ts";
import { lavrovOnThePage, match, reference } from "../support/reportBuilder.ts";

afterEach(cleanup);

function show(shown: PageMatch): Element {
  const { container } = render(
    <WordingContext.Provider value={englishWording()}>
      <ol>
        <MatchItem match={shown} isPlaced={true} onJump={() => undefined} />
      </ol>
    </WordingContext.Provider>,
  );
  return container;
}

function text(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

describe("a passage with its references", () => {
  it.each(relations)(
    "names the relation %s in words, not by colour alone",
    (relation: Relation) => {
      show(match({ references: [reference({ relation, text: lavrovOnThePage })] }));
      const { message } = readMessages("en")[relationStyles[relation].labelKey] ?? {};
      expect(message).toBeTruthy();
      expect(screen.getByText(message ?? "")).toBeTruthy();
    },
  );

  it("names the relation of a reference where it is another than the passage's", () => {
    const references = [
      reference({ relation: "verbatim", text: lavrovOnThePage }),
      reference({ relation: "contradicts", outlet: "Pref News" }),
    ];
    show(match({ relation: "verbatim", references }));
    expect(screen.getAllByText("Word for word")).toHaveLength(1);
    expect(screen.getAllByText("At odds")).toHaveLength(1);
  });

  it.each<[ArticleSource, string]>([
    [{ kind: "page", name: "mirror.example" }, "from a page on mirror.example"],
    [{ kind: "feed", name: "feeds.example" }, "from a feed on feeds.example"],
    [{ kind: "pack", name: "The shelf" }, "from the pack “The shelf”"],
    [{ kind: "file", name: "a.jsonl" }, "from a file"],
  ])("tells where it was taken from, if that is not its outlet: %j", (source, words) => {
    const taken = reference();
    const article = { ...taken.article, source };
    const container = show(match({ references: [{ ...taken, article }, reference()] }));
    const lines = [...container.querySelectorAll(".source")].map(text);
    expect(lines).toEqual([
      `The Moscow Times 31 December 2018 · ${words}`,
      "The Moscow Times 31 December 2018",
    ]);
  });

  it("says of each reference whether the sentence or its quote alone is the same", () => {
    const quote = "“Our main objective is for the terrorist organizations to leave,”";
    const references = [
      reference({ relation: "verbatim", text: `${quote} Erdogan said Friday.` }),
      reference({ relation: "verbatim", outlet: "A", text: `In Ankara he added: ${quote}` }),
    ];
    show(match({ exact: `${quote} Erdogan said Friday.`, references }));
    expect(screen.getAllByText("Word for word")).toHaveLength(1);
    expect(screen.getAllByText("Quote word for word")).toHaveLength(1);
  });

  it("says who said it and the chain it came by", () => {
    const via = ["Anadolu Agency", "the presidency"];
    show(
      match({ references: [reference({ kind: "quote", speaker: "Recep Tayyip Erdogan", via })] }),
    );
    expect(
      screen.getByText("said by Recep Tayyip Erdogan, from Anadolu Agency, citing the presidency"),
    ).toBeTruthy();
  });

  it("names the speaker's office, and says of what is only told who it is from", () => {
    const told = reference({
      kind: "claim",
      speaker: "Sergey Lavrov",
      role: "Russian Foreign Minister",
    });
    show(match({ references: [told] }));
    expect(screen.getByText("according to Sergey Lavrov, Russian Foreign Minister")).toBeTruthy();
  });

  it("marks the words that only the other outlet has", () => {
    const container = show(
      match({
        exact: "Trump announced the withdrawal on Dec. 20 after a call.",
        references: [
          reference({ text: "Trump announced the withdrawal on Dec. 19 after a call." }),
        ],
      }),
    );
    expect([...container.querySelectorAll("mark")].map(text)).toEqual(["19"]);
    expect(text(container.querySelector(".wording"))).toBe(
      "Trump announced the withdrawal on Dec. 19 after a call.",
    );
  });

  it("marks nothing where nearly all words are others", () => {
    const container = show(
      match({ exact: "One thing.", references: [reference({ text: "Something else was said." })] }),
    );
    expect(container.querySelector("mark")).toBeNull();
    expect(text(container.querySelector(".wording"))).toBe("Something else was said.");
  });

  it("says that the words are the same instead of repeating them", () => {
    const exact = "The same in both.";
    const container = show(
      match({ exact, references: [reference({ relation: "verbatim", text: exact })] }),
    );
    expect(screen.getByText("Same words.")).toBeTruthy();
    expect(container.querySelector(".wording")).toBeNull();
  });

  const other = (differences: readonly Difference[], outlet = "The Moscow Times") =>
    reference({ outlet, differences });
  const told = (container: Element) => text(container.querySelector(".told"));
  const listed = (container: Element) =>
    [...container.querySelectorAll(".differences > div")].map((row) =>
      [...row.children].map(text).join(" "),
    );

  it.each<[Difference, string]>([
    [{ kind: "number", page: "250", corpus: "more than 200" }, "250 here, more than 200 there"],
    [{ kind: "date", page: "Dec. 20", corpus: "Dec. 19" }, "Dec. 20 here, Dec. 19 there"],
    [{ kind: "place", page: "", corpus: "Manbij" }, "“Manbij” only there"],
    [{ kind: "actor", page: "Ankara", corpus: "" }, "“Ankara” only here"],
    [{ kind: "negation", page: "not", corpus: "" }, "“not” only here"],
    [{ kind: "speaker", page: "Putin", corpus: "Lavrov" }, "Putin here, Lavrov there"],
  ])(
    "says a difference in words, in its first line and nowhere else: $kind",
    (difference, said) => {
      const container = show(match({ references: [other([difference])] }));
      expect(container.querySelector(".match-head")?.firstElementChild?.firstElementChild).toBe(
        container.querySelector(".told"),
      );
      expect(told(container)).toBe(said);
      expect(listed(container)).toEqual([]);
    },
  );

  it.each<[Difference["kind"], string, string, string]>([
    ["omitted", "", "and with great care, as ever", "shortened by 6 words"],
    ["omitted", "", "perhaps", "shortened by one word"],
    ["added", "in a hurry", "", "3 words added"],
    ["exchanged", "kill", "get rid of", "3 words replaced"],
    ["joined", "", "Later: “We go.”", "two quotes joined into one here"],
  ])("tells in its first line how much a quote was changed: %s", (kind, page, corpus, said) => {
    const container = show(match({ references: [other([{ kind, page, corpus }])] }));
    expect(told(container)).toBe(said);
    // Which words, the list below says.
    expect(listed(container)).toHaveLength(1);
  });

  it("names the outlet in its first line where that is not the first of the list", () => {
    const differing = other([{ kind: "number", page: "7", corpus: "8" }], "Pref News");
    const container = show(match({ references: [other([]), differing] }));
    expect(told(container)).toBe("Pref News: 7 here, 8 there");
    // All of it is isolated, so that its own letters would give it no direction.
    expect(container.querySelector(".told")?.closest("[dir]")).toBeNull();
    expect(listed(container)).toEqual(["number “7” here, “8” there"]);
  });

  it("leaves to the list what its first line has no room for", () => {
    const number = (page: string) => ({ kind: "number" as const, page, corpus: `${page}0` });
    const container = show(match({ references: [other([number("1"), number("2"), number("3")])] }));
    expect(told(container)).toBe("1 here, 10 there · 2 here, 20 there");
    expect(listed(container)).toHaveLength(3);
  });

  it("leaves differences in wording to the words themselves", () => {
    const differences: Difference[] = [{ kind: "wording", page: "aim", corpus: "goal" }];
    const container = show(match({ references: [reference({ differences })] }));
    expect(container.querySelector(".differences")).toBeNull();
    expect(container.querySelector(".told")).toBeNull();
  });

  it("links to the original in a new tab that knows nothing of this one", () => {
    show(match({ references: [reference({ title: "Its title" })] }));
    const link = screen.getByRole("link", {
      name: "Original: “Its title”, The Moscow Times (new tab)",
    });
    expect(link.getAttribute("href")).toBe("https://outlet.example/article");
    expect(link.getAttribute("target")).toBe("_blank");
    expect(link.getAttribute("rel")).toContain("noopener");
  });

  it.each([null, "javascript:alert(1)", "data:text/html,x", "//outlet.example/"])(
    "makes no link of the address %s",
    (url) => {
      show(match({ references: [reference({ url })] }));
      expect(screen.queryByRole("link")).toBeNull();
      expect(screen.getByText("No link available.")).toBeTruthy();
    },
  );

  it("shows markup in page and corpus text as text", () => {
    const hostile = "<img src=x onerror=alert(1)> & <b>bold</b>";
    const container = show(
      match({ exact: hostile, references: [reference({ outlet: hostile, text: `${hostile}!` })] }),
    );
    expect(container.querySelector("img, b")).toBeNull();
    expect(screen.getAllByText(hostile).length).toBeGreaterThan(1);
  });

  it("says when a passage stands in the headline, and when a date is not known", () => {
    show(match({ in: "title", references: [reference({ published: null })] }));
    expect(screen.getByText("In the headline")).toBeTruthy();
    expect(screen.getByText("date unknown")).toBeTruthy();
  });

  it("shows three outlets at first and the other references on demand", async () => {
    const references = ["A", "B", "C", "D", "E"].map((outlet) => reference({ outlet }));
    show(match({ references }));
    expect(screen.queryByText("D")).toBeNull();
    const more = screen.getByRole("button", { name: "Show 2 more" });
    fireEvent.click(more);
    expect(await screen.findByText("E")).toBeTruthy();
    expect(more.textContent).toBe("Show fewer");
    fireEvent.click(more);
    await waitFor(() => expect(screen.queryByText("E")).toBeNull());
  });

  it("shows the best reference of each outlet before a second one of any", async () => {
    const references = ["A", "A", "B", "A", "B"].map((outlet, index) =>
      reference({ outlet, text: `Text ${index}.` }),
    );
    const container = show(match({ references }));
    const texts = () => [...container.querySelectorAll(".wording")].map(text);
    expect(texts()).toEqual(["Text 0.", "Text 2."]);
    fireEvent.click(screen.getByRole("button", { name: "Show 3 more" }));
    await screen.findByText("Text 4.");
    expect(texts()).toEqual(["Text 0.", "Text 2.", "Text 1.", "Text 3.", "Text 4."]);
  });
});
