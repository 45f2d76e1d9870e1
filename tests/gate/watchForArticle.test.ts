// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchForArticle } from "../../src/gate/watchForArticle.ts";

const sentence =
  "The ministry said on Tuesday that the talks would go on next week, once the delegations had returned.";
const article = `<h1>Talks</h1><div>${`<p>${sentence}</p>`.repeat(5)}</div>`;

let stopping: AbortController;
const onArticle = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onArticle.mockClear();
  stopping = new AbortController();
  document.body.innerHTML = "";
  history.pushState(null, "", "/world/talks");
});

afterEach(() => {
  stopping.abort();
  vi.useRealTimers();
});

function watch(): void {
  watchForArticle(document, onArticle, stopping.signal);
}

describe("the gate speaks", () => {
  it("at once of an article, and once only", () => {
    document.body.innerHTML = article;
    watch();
    expect(onArticle).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    window.dispatchEvent(new PopStateEvent("popstate"));
    vi.advanceTimersByTime(60_000);
    expect(onArticle).toHaveBeenCalledTimes(1);
  });

  it("later of an article that a script writes", () => {
    watch();
    document.body.innerHTML = article;
    vi.advanceTimersByTime(10_000);
    expect(onArticle).toHaveBeenCalledTimes(1);
  });

  it("later of an article that comes over a slow connection", () => {
    watch();
    vi.advanceTimersByTime(20_000);
    document.body.innerHTML = article;
    vi.advanceTimersByTime(20_000);
    expect(onArticle).toHaveBeenCalledTimes(1);
  });

  it("later of an article that the page went to within its document", () => {
    watch();
    vi.advanceTimersByTime(60_000);
    document.body.innerHTML = article;
    vi.advanceTimersByTime(60_000);
    expect(onArticle).not.toHaveBeenCalled();
    window.dispatchEvent(new PopStateEvent("popstate"));
    vi.advanceTimersByTime(10_000);
    expect(onArticle).toHaveBeenCalledTimes(1);
  });

  it("of a page that was loaded in advance when the reader goes there", () => {
    Object.assign(document, { prerendering: true });
    document.body.innerHTML = article;
    watch();
    vi.advanceTimersByTime(60_000);
    expect(onArticle).not.toHaveBeenCalled();
    Object.assign(document, { prerendering: false }).dispatchEvent(new Event("prerenderingchange"));
    expect(onArticle).toHaveBeenCalledTimes(1);
  });

  it("not of another page, and not after the end", () => {
    watch();
    vi.advanceTimersByTime(60_000);
    stopping.abort();
    document.body.innerHTML = article;
    window.dispatchEvent(new PopStateEvent("popstate"));
    vi.advanceTimersByTime(60_000);
    expect(onArticle).not.toHaveBeenCalled();
  });
});
