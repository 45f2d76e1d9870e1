import { describe, expect, it } from "vitest";
import { dateInLine, endsWithWordOfChange } from "../../../src/ingest/metadata/dateLine.ts";

describe("a line of dates", () => {
  it.each([
    ["Published 5 March 2019, updated 7 March 2019", "2019-03-05", "stated"],
    [
      "Updated 7 March 2019 10:00 GMT, published 5 March 2019 18:20 GMT",
      "2019-03-05T18:20Z",
      "stated",
    ],
    [
      "18:20 GMT, 5 March 2019. Last updated 10:00 GMT, 7 March 2019",
      "2019-03-05T18:20Z",
      "stated",
    ],
    ["05.04.2025 - Güncelleme : 06.04.2025", "2025-04-05", "stated"],
    [
      "Yayınlanma: 05.04.2025 - 10:15 Son Güncelleme: 06.04.2025 - 11:20",
      "2025-04-05T10:15",
      "stated",
    ],
    ["Son güncelleme 06.04.2025, Ayşe Yazar", "2025-04-06", "inferred"],
    ["Güncellenme: 06.04.2025 - 11:20", "2025-04-06T11:20", "inferred"],
    ["Aktualisiert am 7. März 2019, 18:20 Uhr", "2019-03-07T18:20", "inferred"],
    ["Veröffentlicht am 5. März 2019, aktualisiert am 7. März 2019", "2019-03-05", "stated"],
    ["Mis à jour le 7 mars 2019, publié le 5 mars 2019", "2019-03-05", "stated"],
    ["5 March 2019, published at 18:20", "2019-03-05T18:20", "stated"],
    ["2019年3月5日 18:20 更新：2019年3月7日", "2019-03-05T18:20", "stated"],
  ])("%s", (line, value, basis) => {
    expect(dateInLine(line)).toMatchObject({ value, basis });
  });

  it.each(["Updated today", "The council was updated on the bridge", ""])("%s has none", (line) => {
    expect(dateInLine(line)).toBeNull();
  });

  it.each([
    ["Last updated: ", true],
    ["Published 5 March 2019. Updated ", true],
    ["Published on ", false],
    ["Updated 7 March, published ", false],
    ["", false],
  ])("%s announces a change: %s", (line, announces) => {
    expect(endsWithWordOfChange(line)).toBe(announces);
  });
});
