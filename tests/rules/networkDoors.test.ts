import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Files that may call `fetch`: for the extension's own files, and from behind a policy, and for an archive. */
const doors = [
  "archive/cluster/cluster.ts",
  "encoder/workerMain.ts",
  "platform/browser/ownFile.ts",
  "platform/network/confine.ts",
];

const asksNetwork =
  /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b|\bimportScripts\b/;

describe("the network", () => {
  it("is used only by the modules that act for the reader", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" });
    const asking = files
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => asksNetwork.test(readFileSync(`src/${file}`, "utf8")));
    expect(asking.toSorted()).toEqual(doors);
  });
});
