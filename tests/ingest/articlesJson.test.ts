import { expect, test } from "vitest";
import { readArticlesJson } from "../../src/ingest/articlesJson.ts";
import { ArticleDataError } from "../../src/ingest/knownData.ts";

test("an entry says which file it is about and what is known", () => {
  const published = { value: "2019-03-05", precision: "day", basis: "inferred", note: "address" };
  const entry = { file: "a.txt", title: "T", url: "https://a.example/", published, byline: null };
  expect(readArticlesJson(JSON.stringify([entry]))).toEqual([
    {
      file: "a.txt",
      known: {
        outlet: null,
        title: "T",
        urls: ["https://a.example/"],
        published: { value: "2019-03-05", precision: "day", basis: "inferred" },
        relativeDatesCountFrom: null,
        byline: null,
        agencies: [],
      },
    },
  ]);
});

test.each([
  ["{", /not JSON/],
  ["{}", /not an array/],
  ['[{"title":"T"}]', /"file" is missing/],
  ['[{"file":"a.txt","outlet":{}}]', /a\.txt: "outlet"/],
  ['[{"file":"a.txt","published":"2019"}]', /a\.txt: "published"/],
  [
    '[{"file":"a.txt","published":{"value":"2019","precision":"age","basis":"stated"}}]',
    /precision/,
  ],
  ['[{"file":"a.txt","published":{"value":"2019","precision":"year","basis":"rumour"}}]', /basis/],
  ['[{"file":"a.txt","title":7}]', /"title" is not a text/],
])("%s is refused with the place that is wrong", (json, message) => {
  expect(() => readArticlesJson(json)).toThrow(ArticleDataError);
  expect(() => readArticlesJson(json)).toThrow(message);
});
