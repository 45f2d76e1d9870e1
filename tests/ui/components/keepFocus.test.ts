// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keepFocus } from "../../../src/ui/components/keepFocus.ts";

const element = (id: string) => document.getElementById(id) as HTMLElement;
const focused = () => document.activeElement?.id;

/** Effects of the view come after a frame, what is tested after the next one. */
const settled = () => expect.poll(focused, { interval: 5, timeout: 2_000 });

/** All that is still to come has come. */
async function rested(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done, 5));
}

describe("the focus", () => {
  const ending = new AbortController();
  beforeAll(() => keepFocus(document, ending.signal));
  afterAll(() => ending.abort());
  beforeEach(async () => {
    (document.activeElement as HTMLElement).blur();
    await rested();
    document.body.innerHTML = `<div><button id="first">One</button></div>
      <ul id="list"><li><button id="a">A</button></li><li><button id="b">B</button></li></ul>
      <div id="home"><button id="save">Save</button></div><button id="last">Z</button>`;
  });

  it("goes to what comes next in the same list", async () => {
    element("a").focus();
    element("a").closest("li")?.remove();
    await settled().toBe("b");
  });

  it("goes to what stands now where the button was", async () => {
    element("save").focus();
    element("home").innerHTML = '<p>Saved.</p><button id="remove">Remove</button>';
    await settled().toBe("remove");
  });

  it("goes on after a place that has nothing left", async () => {
    element("save").focus();
    element("home").remove();
    await settled().toBe("last");
  });

  it("stays where the view has put it", async () => {
    element("save").focus();
    element("home").innerHTML = '<p>Saved.</p><button id="remove">Remove</button>';
    requestAnimationFrame(() => element("first").focus());
    await settled().toBe("first");
    await rested();
    expect(focused()).toBe("first");
  });

  it("is not taken back from a reader who has left the button before it goes", async () => {
    element("save").focus();
    element("save").blur();
    await rested();
    element("home").remove();
    await rested();
    expect(document.activeElement).toBe(document.body);
  });

  it("is not taken by a page on which nothing was pressed", async () => {
    element("list").innerHTML = "";
    await rested();
    expect(document.activeElement).toBe(document.body);
  });
});
