import { expect, it, vi } from "vitest";
import { createClosedHost, isHost, removeHosts } from "../../src/page/closedHost.ts";
import { pageWith } from "./support/livePage.ts";

it("is one plain element with a closed root; one left by an earlier script is removed", () => {
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
  expect([...page.querySelectorAll("*")].filter(isHost)).toEqual([element]);
  // The browser gives the closed roots of elements with a dash in their names to who defines these.
  expect(element.localName).not.toContain("-");
  expect(element.shadowRoot).toBeNull();
  expect(root.mode).toBe("closed");
  expect(page.body.innerHTML).toBe("<p>Text</p>");
  removeHosts(page);
  expect(page.documentElement.outerHTML).not.toContain("second-source");
});
