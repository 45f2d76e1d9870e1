import type { StoryReport } from "../../engine/model/index.ts";
import { useWording } from "../components/wording.ts";
import { ChainDrawing } from "../report/ChainDrawing.tsx";
import { type ChainStep, chainsOf } from "../report/crossReferences.ts";
import { nameOf } from "./outletNames.ts";

/** Whom each outlet names as its source, and by which way it has it from there. */
export function StorySources({ report }: { readonly report: StoryReport }) {
  const { t } = useWording();
  return (
    <ChainDrawing steps={sourceChains(report, (article) => nameOf(report.articles[article]!, t))} />
  );
}

function sourceChains(
  { sources }: StoryReport,
  nameOfArticle: (article: number) => string,
): readonly ChainStep[] {
  return chainsOf(
    sources.map(({ article, name, role, via, count }) => ({
      outlet: nameOfArticle(article),
      behind: [...via, role === null ? name : `${name}, ${role}`],
      count,
    })),
  );
}
