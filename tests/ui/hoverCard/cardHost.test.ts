// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { relationStyles } from "../../../src/ui/components/designTokens.ts";
import {
  type CardAnchor,
  type CardHost,
  createCardHost,
} from "../../../src/ui/hoverCard/cardHost.tsx";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { inferred, match, reference } from "../support/reportBuilder.ts";

/** jsdom has no sheets that can be adopted, and its roots no list of them. */
class FakeSheet {
  replaceSync(): void {}
}

const anchor: CardAnchor = {
  lines: () => [{ left: 10, top: 10, right: 200, bottom: 30 }],
  pointerX: null,
  isTouched: false,
};
const onStep = vi.fn();
let card: CardHost;
let element: HTMLElement;
let root: ShadowRoot;

beforeEach(() => {
  vi.stubGlobal("CSSStyleSheet", FakeSheet);
  Object.defineProperty(document.documentElement, "clientWidth", {
    value: 1_000,
    configurable: true,
  });
  document.body.innerHTML = '<p>Text</p><button id="page">Page</button>';
  element = document.createElement("div");
  root = Object.assign(element.attachShadow({ mode: "closed" }), { adoptedStyleSheets: [] });
  document.documentElement.append(element);
  const dress = { wording: englishWording(), styles: relationStyles };
  card = createCardHost({ element, root }, dress, {
    onStep,
    onOpenList: vi.fn(),
    onCopy: vi.fn(),
    onDismiss: vi.fn(),
    onRestore: vi.fn(),
  });
});

afterEach(() => {
  card.remove();
  element.remove();
  vi.clearAllMocks();
});

const shown = () => (root.querySelector(".card")?.textContent ?? "").replace(/\s+/g, " ");

function show(matches = [match()], position = 0, count = 1): void {
  card.show({ matches, position, count, published: null }, anchor, "light");
}

describe("the card's host", () => {
  it("is all that is added to the page, and is left empty", () => {
    expect(document.body.innerHTML).toBe('<p>Text</p><button id="page">Page</button>');
    show();
    card.remove();
    expect(root.childNodes).toHaveLength(0);
  });
});

describe("the card", () => {
  it("says who printed it, when, in which words, how they relate, and where to read it", () => {
    show([
      match({
        references: [
          reference({
            outlet: "Pref News",
            published: inferred("2018-12-29"),
            speaker: "Sergey Lavrov",
            text: "“We agreed on how they would go on,” he said.",
          }),
        ],
      }),
    ]);
    for (const words of [
      "Worded differently",
      "Pref News",
      "2018",
      "inferred",
      "Sergey Lavrov",
      "We agreed on how",
    ]) {
      expect(shown()).toContain(words);
    }
    const link = root.querySelector("a")!;
    expect(link.href).toBe("https://outlet.example/article");
    expect(link.rel).toBe("noopener noreferrer");
  });

  it("makes no link of an address that is none", () => {
    show([match({ references: [reference({ url: "javascript:alert(1)" })] })]);
    expect(root.querySelector("a")).toBeNull();
  });

  it("shows text of the corpus as text", () => {
    show([match({ references: [reference({ outlet: "<img src=x>", text: "<b>bold</b>" })] })]);
    expect(root.querySelector("img, b")).toBeNull();
    expect(shown()).toContain("<img src=x>");
  });

  it("shows three references at first, and counts the others", () => {
    const references = Array.from({ length: 5 }, (_, i) => reference({ outlet: `Outlet ${i}` }));
    show([match({ references })]);
    expect(root.querySelectorAll(".reference")).toHaveLength(3);
    expect(shown()).toMatch(/2 more/);
  });

  it("keeps overlapping matches apart", () => {
    show([match({ start: 0 }), match({ start: 5, relation: "verbatim" })], 0, 2);
    expect(root.querySelectorAll(".match")).toHaveLength(2);
  });

  it("is accessible, and named for screen readers", async () => {
    show([match()], 1, 4);
    const dialog = root.querySelector('[role="dialog"]')!;
    expect(dialog.getAttribute("aria-label")).toBe("In other outlets");
    document.title = "A page";
    document.documentElement.lang = "en";
    document.body.replaceChildren(document.createElement("main"));
    document.querySelector("main")?.append(document.importNode(dialog, true));
    await expectAccessible();
  });

  it("closes when its words are out of sight", () => {
    let top = 10;
    const moving: CardAnchor = {
      lines: () => [{ left: 10, top, right: 200, bottom: top + 20 }],
      pointerX: null,
      isTouched: false,
    };
    card.show({ matches: [match()], position: 0, count: 1, published: null }, moving, "light");
    card.follow();
    expect(card.isOpen).toBe(true);
    top = -300;
    card.follow();
    expect(card.isOpen).toBe(false);
    expect(shown()).toBe("");
  });

  it("takes the focus when asked, and gives it back", () => {
    const button = document.querySelector<HTMLElement>("#page")!;
    button.focus();
    show([match()], 1, 4);
    card.focusStep(1);
    expect(document.activeElement).toBe(element);
    expect(root.activeElement?.getAttribute("aria-label")).toBe("Next passage");
    show([match()], 2, 4);
    card.focusStep(-1);
    expect(root.activeElement?.getAttribute("aria-label")).toBe("Previous passage");
    card.hide();
    expect(document.activeElement).toBe(button);
  });

  it("says in a live region where the reader has come to, until that is taken back", () => {
    const spoken = () => root.querySelector('[role="status"]')?.textContent;
    card.announce(match({ references: [reference({ outlet: "Pref News" })] }));
    expect(spoken()).toContain("Pref News");
    card.announce(null);
    expect(spoken()).toBe("");
  });

  it("says that nothing was found, by sight and in the live region", () => {
    card.showNothingFound(anchor, "light");
    expect(shown()).toBe("Nothing like this was found in other outlets.");
    expect(root.querySelector('[role="status"]')?.textContent).toBe(shown());
  });

  it("is met by the page's hit testing only while the pointer is over it, or a finger opened it", () => {
    const reach = () =>
      root.querySelector<HTMLElement>(".card")?.parentElement?.style.pointerEvents;
    const at = (x: number) => new MouseEvent("pointermove", { clientX: x, clientY: 50 });
    show();
    const shownAt = { left: 100, right: 400, top: 40, bottom: 90 } as DOMRect;
    root.querySelector(".card")!.getBoundingClientRect = () => shownAt;
    expect(reach()).toBe("none");
    expect(card.meet(at(99))).toBe(false);
    expect(reach()).toBe("none");
    expect(card.meet(at(100))).toBe(true);
    expect(reach()).toBe("auto");
    expect(card.meet(at(400))).toBe(false);
    expect(reach()).toBe("none");
    card.show(
      { matches: [match()], position: 0, count: 1, published: null },
      { ...anchor, isTouched: true },
      "light",
    );
    expect(reach()).toBe("auto");
  });

  it("does nothing on clicks and keys that a script made", () => {
    show([match()], 1, 4);
    for (const button of root.querySelectorAll<HTMLElement>("button")) button.click();
    expect(onStep).not.toHaveBeenCalled();
  });
});
