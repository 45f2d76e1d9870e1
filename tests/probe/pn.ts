import { findAttributions } from "../../src/engine/extract/attributions.ts";
import { polnearArticles, viewOf } from "../eval/polnear.ts";

for (const [i, a] of polnearArticles("/work/shared", "dev").entries()) {
  const v = viewOf(a.text);
  for (const x of findAttributions(v))
    if (x.kind !== "indirect")
      for (const c of x.content)
        console.log(
          i,
          c.start,
          x.source,
          "|",
          a.text.slice(x.cue.start - 50, x.cue.end + 50).replace(/\n/g, " "),
        );
}
