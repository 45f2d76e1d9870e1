import type { StoryReport, StorySource } from "../../engine/model/index.ts";
import { type Translate, useWording } from "../components/wording.ts";
import { ChainDrawing } from "../report/ChainDrawing.tsx";
import { type ChainStep, chainsOf } from "../report/crossReferences.ts";
import { nameOf } from "./outletNames.ts";

/** The most sources drawn per article: those that it names most often. */
const mostDrawn = 8;

/** Shows the sources that each outlet names, and through whom. */
export function StorySources({ report }: { readonly report: StoryReport }) {
  const { t } = useWording();
  const { sources } = report;
  const drawn = sources.filter(({ article }, at) => {
    const first = sources.findIndex((source) => source.article === article);
    return at - first < mostDrawn;
  });
  const isWhole = drawn.length === sources.length;
  return (
    <ChainDrawing
      steps={sourceChains(drawn, report, t)}
      tabled={sourceChains(sources, report, t)}
      {...(isWhole ? {} : { note: t("storySourcesMost") })}
    />
  );
}

function sourceChains(
  sources: readonly StorySource[],
  { articles }: StoryReport,
  t: Translate,
): readonly ChainStep[] {
  return chainsOf(
    sources.map(({ article, name, role, via, count }) => ({
      outlet: nameOf(articles[article]!, t),
      behind: [...via, role === null ? name : `${name}, ${role}`],
      count,
    })),
  );
}
