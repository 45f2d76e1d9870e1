import { describe, expect, it } from "vitest";
import {
  grantedSiteOrigins,
  isAllowedTarget,
  siteOrigins,
} from "../../../src/platform/network/siteOrigins.ts";

describe("the origins of an address", () => {
  it.each([
    [
      "http://coast.example/rss",
      ["http://coast.example", "https://coast.example"],
      ["http://www.coast.example", "https://www.coast.example"],
    ],
    ["https://www.coast.example/rss", ["https://www.coast.example"], ["https://coast.example"]],
    ["https://coast.example:8443/rss", ["https://coast.example:8443"], []],
    ["http://localhost/rss", ["http://localhost"], []],
    ["http://printer.local/rss", ["http://printer.local"], []],
    ["http://8.8.8.8/rss", ["http://8.8.8.8"], []],
    ["http://[2606:4700::1111]/rss", ["http://[2606:4700::1111]"], []],
    ["ftp://coast.example/rss", [], []],
    ["no address", [], []],
  ])("%s are its own and those of the same site", (address, own, namesakes) => {
    expect(siteOrigins(address)).toEqual([...own, ...namesakes]);
  });

  it("are asked only if the reader has permitted them", async () => {
    const isGranted = async (url: string) => !url.includes("www.");
    expect(await grantedSiteOrigins("https://coast.example/rss", isGranted)).toEqual([
      "https://coast.example",
    ]);
  });
});

describe("a server", () => {
  it.each([
    ["https://coast.example/rss", "https://hill.example/article"],
    ["https://coast.example:8443/rss", "https://coast.example:8443/article"],
    ["http://localhost:8080/rss", "http://localhost:8080/article"],
  ])("at %s may redirect to %s", (server, address) => {
    expect(isAllowedTarget(server, address)).toBe(true);
  });

  it.each([
    ["https://coast.example/rss", "https://hill.example:8443/article"],
    ["https://coast.example/rss", "https://coast.example:22/"],
    ["https://coast.example/rss", "http://192.168.1.1/reboot"],
    ["https://coast.example/rss", "http://localhost/"],
    ["http://localhost:8080/rss", "http://localhost:9090/"],
    ["http://localhost:8080/rss", "http://127.0.0.1:8080/"],
    ["https://coast.example/rss", "file:///etc/passwd"],
    ["https://coast.example/rss", "no address"],
  ])("at %s may not redirect to %s", (server, address) => {
    expect(isAllowedTarget(server, address)).toBe(false);
  });
});
