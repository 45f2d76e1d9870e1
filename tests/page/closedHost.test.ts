import { expect, it, vi } from "vitest";
import { createClosedHost, removeHosts } from "../../src/page/closedHost.ts";
import { pageWith } from "./support/livePage.ts";

it("is one element with a closed root; one that an earlier script left is taken away", () => {
  const page = pageWith("<p>Text</p>");
  // jsdom has no sheets that can be adopted.
  vi.stubGlobal(
    "CSSStyleSheet",
    class {
      replaceSync(): void {}
    },
  );
  Object.assign(page.defaultView ?? {}, { CSSStyleSheet });
  createClosedHost(page);
  const { element, root } = createClosedHost(page);
  expect([...page.querySelectorAll("second-source-host")]).toEqual([element]);
  expect(element.shadowRoot).toBeNull();
  expect(root.mode).toBe("closed");
  expect(page.body.innerHTML).toBe("<p>Text</p>");
  removeHosts(page);
  expect(page.documentElement.outerHTML).not.toContain("second-source");
});
