/**
 * Runs in the page's own world: whatever a script can look at to find out whether its reader keeps
 * a sentence. Each probe looks once at a paragraph and returns what it saw: a text, or a number
 * (most often of milliseconds).
 */
import { deafness, frameAfter, frameOf, settled, timed } from "./pageClock.ts";
import { pageRecords } from "./pageRecords.ts";

type Seen = string | number;
type Probe = (paragraph: HTMLElement) => Seen | Promise<Seen>;

const hostSelector = "[data-second-source]";
const ours = () => document.querySelector(hostSelector) as HTMLElement;
const told = (value: unknown) => JSON.stringify(value) ?? "undefined";

/** What throws says so: an error is seen too. */
function attempted(look: () => unknown): string {
  try {
    return String(look());
  } catch (error) {
    return String(error);
  }
}

function wordsOf(paragraph: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  return range;
}

/** Points of a grid over a paragraph. */
function pointsOn(paragraph: HTMLElement): readonly (readonly [number, number])[] {
  const { left, top, width, height } = paragraph.getBoundingClientRect();
  const shares = [0.02, 0.2, 0.4, 0.6, 0.8, 0.98];
  return shares.flatMap((x) =>
    [0.2, 0.8].map((y) => [left + width * x, top + height * y] as const),
  );
}

function fakedEvents(make: () => Event, target: EventTarget): () => void {
  return () => {
    for (let i = 0; i < 200; i++) target.dispatchEvent(make());
  };
}

/** What is there to be read. */
const reading: Record<string, Probe> = {
  "ranges in the registry": (paragraph) =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .filter((range) => paragraph.contains(range.startContainer)).length,
  "names in the registry, in order": () => told([...CSS.highlights.keys()]),
  "computed style of our highlights": (paragraph) =>
    told(
      [...CSS.highlights.keys()].map((name) => {
        const { backgroundColor, textDecoration, color } = getComputedStyle(
          paragraph,
          `::highlight(${name})`,
        );
        return [backgroundColor, textDecoration, color];
      }),
    ),
  "adopted sheets": () =>
    attempted(() =>
      told(document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].map((r) => r.cssText))),
    ),
  "computed style": (paragraph) => {
    const style = getComputedStyle(paragraph);
    return [...style].map((name) => style.getPropertyValue(name)).join(";").length;
  },
  "markup of the paragraph": (paragraph) =>
    paragraph.outerHTML.replace(paragraph.id, "").length - (paragraph.textContent?.length ?? 0),
  "children of the root element": () =>
    told([...document.documentElement.children].map(({ outerHTML }) => outerHTML.slice(0, 60))),
  "box of our host": () => told(ours().getBoundingClientRect()),
  "markup of our host": () =>
    attempted(() => ours().outerHTML + ours().getHTML({ serializableShadowRoots: true })),
  "root of our host": () => String(ours().shadowRoot),
  "internals of our host": () => attempted(() => ours().attachInternals().shadowRoot),
  "a second root of our host": () => attempted(() => ours().attachShadow({ mode: "open" })),
  "animations in our host": () => ours().getAnimations({ subtree: true }).length,
  "animations of the document": () => document.getAnimations().length,
  "elements under its points": (paragraph) =>
    told(
      pointsOn(paragraph).map(([x, y]) =>
        document.elementsFromPoint(x, y).map(({ nodeName }) => nodeName),
      ),
    ),
  "caret under its points": (paragraph) =>
    told(
      pointsOn(paragraph).map(
        ([x, y]) => document.caretPositionFromPoint(x, y)?.offsetNode.nodeName,
      ),
    ),
  "size of the page": () => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return told([scrollWidth, scrollHeight]);
  },
  "selection over it": (paragraph) => {
    const selection = getSelection();
    selection?.selectAllChildren(paragraph);
    const seen = selection?.toString() === paragraph.textContent;
    selection?.removeAllRanges();
    return String(seen);
  },
  "element that has the focus": () => String(document.activeElement?.nodeName),
  "its visibility": (paragraph) =>
    new Promise((resolve) => {
      const options = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect();
        resolve(String((entry as { isVisible?: boolean } | undefined)?.isVisible));
      }, options);
      observer.observe(paragraph);
    }),
  "changes that observers saw": () => pageRecords.mutations(),
};

/** What takes time. */
const timing: Record<string, Probe> = {
  "a frame in which it comes into the window": (paragraph) =>
    frameOf(() => {
      paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    }),
  "a frame that scrolls by a little": () =>
    frameOf(() => scrollBy({ top: 3, behavior: "instant" })),
  "the frame after that": () => frameAfter(() => scrollBy({ top: -3, behavior: "instant" })),
  "a frame that lays the page out anew": () =>
    frameOf(() => {
      const { style } = document.documentElement;
      style.paddingBottom = style.paddingBottom === "1px" ? "2px" : "1px";
    }),
  "a frame without its words": (paragraph) =>
    frameOf(() => {
      paragraph.style.fontSize = "0";
    }).finally(() => {
      paragraph.style.fontSize = "";
    }),
  "a frame in which it moves": (paragraph) =>
    frameOf(() => {
      const { style } = paragraph;
      style.transform = style.transform === "" ? "translateX(1px)" : "";
    }),
  "hit tests on it": (paragraph) =>
    timed(() => {
      for (let i = 0; i < 20; i++)
        for (const [x, y] of pointsOn(paragraph)) document.elementFromPoint(x, y);
    }),
  "its rectangles": (paragraph) =>
    timed(() => {
      for (let i = 0; i < 300; i++) wordsOf(paragraph).getClientRects();
    }),
  "faked scrolling": (paragraph) => timed(fakedEvents(() => new Event("scroll"), paragraph)),
  "faked scrolling without its words": (paragraph) => {
    paragraph.style.fontSize = "0";
    paragraph.getBoundingClientRect();
    const ms = timed(fakedEvents(() => new Event("scroll"), paragraph));
    paragraph.style.fontSize = "";
    return ms;
  },
  "faked scrolling of the window": () => timed(fakedEvents(() => new Event("scroll"), document)),
  "faked resizing": () => timed(fakedEvents(() => new Event("resize"), window)),
  "faked transitions": (paragraph) =>
    timed(fakedEvents(() => new Event("transitionend", { bubbles: true }), paragraph)),
  "faked unfolding": (paragraph) => timed(fakedEvents(() => new Event("toggle"), paragraph)),
  "faked pointers": (paragraph) => {
    const { left, top } = paragraph.getBoundingClientRect();
    const at = { bubbles: true, clientX: left + 40, clientY: top + 8, pointerType: "mouse" };
    return timed(fakedEvents(() => new PointerEvent("pointermove", at), paragraph));
  },
  "faked taps": (paragraph) => {
    const { left, top } = paragraph.getBoundingClientRect();
    const at = { bubbles: true, clientX: left + 40, clientY: top + 8, pointerType: "touch" };
    return timed(fakedEvents(() => new PointerEvent("click", at), paragraph));
  },
  "faked keys": (paragraph) =>
    timed(fakedEvents(() => new KeyboardEvent("keydown", { key: ".", altKey: true }), paragraph)),
  "faked focus": () => timed(fakedEvents(() => new Event("focus"), window)),
  "changes of text beside it": (paragraph) => {
    const beside = paragraph.nextElementSibling?.firstChild as Text;
    return timed(() => {
      for (let i = 0; i < 3_000; i++) beside.data = beside.data.slice();
    });
  },
  "elements put in beside it": (paragraph) =>
    timed(() => {
      for (let i = 0; i < 500; i++) {
        const element = document.createElement("i");
        paragraph.before(element);
        element.remove();
      }
    }),
  "deafness after scrolling to it": async (paragraph) => {
    paragraph.scrollIntoView({ block: "center", behavior: "instant" });
    return deafness(60);
  },
};

const probes: Record<string, Probe> = { ...reading, ...timing };

/** Looks at both paragraphs in turn, the one first as often as the other. */
async function pry(name: string, looks: number): Promise<readonly [Seen[], Seen[]]> {
  const paragraphs = ["planted", "control"].map((id) => document.getElementById(id)!);
  const seen: [Seen[], Seen[]] = [[], []];
  for (let i = 0; i < looks; i++) {
    for (const which of i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      paragraphs[which]!.scrollIntoView({ block: "center", behavior: "instant" });
      await settled();
      seen[which].push(await probes[name]!(paragraphs[which]!));
    }
  }
  return seen;
}

/** What the harness calls. */
export interface PryingWindow {
  readonly probeNames: { readonly reading: readonly string[]; readonly timing: readonly string[] };
  readonly pry: typeof pry;
  readonly whatWasRecorded: typeof pageRecords.all;
  readonly scrolledFrames: (count: number) => Promise<number[]>;
}

/** Milliseconds of frames in which the page scrolls down a little. */
async function scrolledFrames(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    times.push(await frameOf(() => scrollBy({ top: i % 100 < 50 ? 7 : -7, behavior: "instant" })));
  }
  return times;
}

Object.assign(window, {
  probeNames: { reading: Object.keys(reading), timing: Object.keys(timing) },
  pry,
  whatWasRecorded: pageRecords.all,
  scrolledFrames,
} satisfies PryingWindow);
