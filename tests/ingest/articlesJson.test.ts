import { expect, test } from "vitest";
import { readArticlesJson } from "../../src/ingest/articlesJson.ts";
import { refusalOf } from "../support/refusalOf.ts";

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
  ['[{"title":"T"}]', /“file” is missing/],
  ['[{"file":"a.txt","outlet":{}}]', /“outlet\.name” is missing/],
  ['[{"file":"a.txt","published":"2019"}]', /“published\.value” is missing/],
  [
    '[{"file":"a.txt","published":{"value":"2019","precision":"age","basis":"stated"}}]',
    /precision/,
  ],
  ['[{"file":"a.txt","published":{"value":"2019","precision":"year","basis":"rumour"}}]', /basis/],
  ['[{"file":"a.txt","title":7}]', /“title” is not text/],
])("%s is refused with the value that is wrong", (json, message) => {
  expect(refusalOf(() => readArticlesJson(json))).toMatch(message);
});
