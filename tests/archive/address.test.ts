import { describe, expect, it } from "vitest";
import { parseArchiveAddress } from "../../src/archive/archiveAddress.ts";

describe("an archive's address", () => {
  it.each([
    [["http://127.0.0.1:9200"], ["http://127.0.0.1:9200"], "second-source"],
    [["https://a.example/desk/"], ["https://a.example"], "desk"],
    [["http://a:1/x", "http://b:1/x", "http://a:1/x"], ["http://a:1", "http://b:1"], "x"],
  ])("%s", (addresses, nodes, name) => {
    expect(parseArchiveAddress(addresses)).toEqual({ nodes, name });
  });

  it.each([
    [[], /no archive address is given/],
    [["127.0.0.1:9200"], /is no address|is no web address/],
    [["file:///tmp"], /is no web address/],
    [["http://a:1/Big"], /names no archive/],
    [["http://a:1/a?key=b"], /names no archive/],
    [["http://a:1/x", "http://b:1/y"], /these are two: x, y/],
    [["http://me:secret@a:1/x"], /^http:\/\/a:1\/x has a name or password in it/],
  ])("is refused with a word: %s", (addresses, message) => {
    expect(() => parseArchiveAddress(addresses)).toThrow(message);
  });
});
