import { describe, expect, test } from "vitest";
import { agenciesIn, readDateline } from "../../../src/ingest/metadata/agencies.ts";

describe("agencies in a byline or credit", () => {
  test.each([
    ["Bloomberg", ["Bloomberg"]],
    ["Harbour Desk and AFP", ["AFP"]],
    ["By the Associated Press", ["Associated Press"]],
    ["with material from dpa and Reuters", ["Reuters", "dpa"]],
    ["A. Apple", []],
    ["Sputniknews reader", []],
  ])("%s", (line, agencies) => {
    expect(agenciesIn(line)).toEqual(agencies);
  });
});

describe("datelines", () => {
  test.each([
    ["MOSCOW, Dec. 29 (Reuters) – Talks went on.", "MOSCOW", "Dec. 29", ["Reuters"]],
    ["KOBE (AP) — A hospital lost masks.", "KOBE", null, ["Associated Press"]],
    ["Berlin, 5. März 2019 (dpa) - Der Turm.", "Berlin", "5. März 2019", ["dpa"]],
  ])("%s", (paragraph, place, day, agencies) => {
    expect(readDateline(paragraph)).toMatchObject({ place, day, agencies });
  });

  test("a bracket after a name is no dateline", () => {
    expect(readDateline("The Workers' Party (PKK) - said so.")).toBeNull();
  });
});
