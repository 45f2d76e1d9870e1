import { beforeEach, expect, it, vi } from "vitest";
import { createLazyCard, type LazyCard } from "../../src/content/lazyCard.ts";
import type { CardAnchor, CardHost } from "../../src/ui/hoverCard/cardHost.tsx";
import { settle } from "../page/support/scheduler.ts";
import { match } from "../ui/support/reportBuilder.ts";

const anchor: CardAnchor = { lines: () => [], pointerX: null, isTouched: false };
const content = { matches: [match()], position: 0, count: 1, published: null };

/** A card that writes down what it is told. */
function fakeCard() {
  let isOpen = false;
  const told: string[] = [];
  const card: CardHost = {
    get isOpen() {
      return isOpen;
    },
    show() {
      isOpen = true;
      told.push("show");
    },
    showNothingFound: () => told.push("nothing found"),
    follow: () => told.push("follow"),
    hide() {
      isOpen = false;
      told.push("hide");
    },
    focusStep: (by) => told.push(`focus ${by}`),
    announce: () => told.push("announce"),
    meet: () => true,
    remove: () => told.push("remove"),
  };
  return { card, told };
}

let arrive: (card: CardHost) => void;
let fail: (reason: Error) => void;
const make = vi.fn(
  () =>
    new Promise<CardHost>((resolve, reject) => {
      arrive = resolve;
      fail = reject;
    }),
);
let late: LazyCard;

beforeEach(() => {
  make.mockClear();
  late = createLazyCard(make);
});

it("is made once, when it is first needed", () => {
  late.follow();
  late.hide();
  expect(late.meet({} as MouseEvent)).toBe(false);
  expect(make).not.toHaveBeenCalled();
  late.prepare();
  late.show(content, anchor, "light");
  expect(make).toHaveBeenCalledTimes(1);
});

it("carries out earlier calls in order once it has been made", async () => {
  const { card, told } = fakeCard();
  late.show(content, anchor, "light");
  late.focusStep(1);
  late.announce(match());
  expect(late.isOpen).toBe(true);
  arrive(card);
  await settle();
  expect(told).toEqual(["show", "focus 1", "announce"]);
  expect(late.isOpen).toBe(true);
  late.hide();
  expect(late.isOpen).toBe(false);
});

it("stays closed if it was closed before it was made", async () => {
  const { card, told } = fakeCard();
  late.show(content, anchor, "light");
  late.hide();
  expect(late.isOpen).toBe(false);
  arrive(card);
  await settle();
  expect(told).toEqual([]);
});

it("leaves nothing behind if the page was closed before it was made", async () => {
  const { card, told } = fakeCard();
  late.show(content, anchor, "light");
  late.remove();
  arrive(card);
  await settle();
  expect(told).toEqual(["remove"]);
});

it("is requested again after a failure", async () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
  late.show(content, anchor, "light");
  fail(new Error("gone"));
  await settle();
  expect(late.isOpen).toBe(false);
  expect(complaint).toHaveBeenCalled();
  late.show(content, anchor, "light");
  expect(make).toHaveBeenCalledTimes(2);
  complaint.mockRestore();
});
