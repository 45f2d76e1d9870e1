import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { createLibrary } from "../../../src/engine/library/library.ts";
import { openSegment } from "../../../src/engine/library/segmentReader.ts";
import { writeSegment } from "../../../src/engine/library/segmentWriter.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import type { Article, ArticleId } from "../../../src/engine/model/index.ts";

function article(id: string, body: string): Article {
  return {
    id: id as ArticleId,
    outlet: { name: id, domain: `${id}.example` },
    title: "",
    urls: [`https://${id}.example/`],
    published: { value: "2019-03-13", precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: null,
    body,
  };
}

/** What is marked on a page with a library of one article. */
function marked(page: string, corpus: string): readonly string[] {
  const library = createLibrary([
    openSegment(writeSegment([readArticle(article("corpus", corpus))])),
  ]);
  return matchPage(readArticle(article("page", page)), library, {}).matches.map(
    ({ exact }) => exact,
  );
}

const zh = "外交部发言人周二表示，会谈仍在继续，双方已就停火问题达成初步协议。";
const ja =
  "外相は火曜日の記者会見で、停戦をめぐる協議は続いており、来週にも合意に達する見通しだと述べた。";
const th = "รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจายังดำเนินต่อไปและจะมีข้อตกลงในสัปดาห์หน้า";

describe("scripts without spaces", () => {
  it.each([zh, ja, th])("match where a sentence is the same: %s", (sentence) => {
    expect(marked(sentence, sentence)).toEqual([sentence]);
  });

  it("match where a sentence ends in another word", () => {
    const edited = ja.replace("述べた", "語った");
    expect(marked(edited, ja)).toEqual([edited]);
  });

  it.each([
    ["外交部发言人周二表示，政府对总统的讲话感到满意，市场将继续上涨。", zh],
    ["总统说，双方会谈在北京继续举行，改革问题没有协议。", zh],
    ["外相は火曜日、首相の発言は問題だと述べ、来週の協議には出席しない考えを示した。", ja],
    ["รัฐมนตรีกล่าวเมื่อวานนี้ว่าตลาดจะยังไม่เปิดในสัปดาห์หน้าเพราะน้ำท่วม", th],
  ])("do not match by a few characters: %s", (page, corpus) => {
    expect(marked(page, corpus)).toEqual([]);
  });
});

describe("other languages", () => {
  it("do not match by their function words", () => {
    const page =
      "Der Sprecher sagte, dass das Wetter in der Stadt nicht so gut ist wie auf dem Land.";
    const corpus =
      "Die Bank erklärte, dass die Zinsen in der Zone nicht so hoch sind wie auf dem Markt.";
    expect(marked(page, corpus)).toEqual([]);
  });
});
