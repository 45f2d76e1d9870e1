import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { keysOfPassages } from "../../../src/engine/library/passageKeys.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { type Paraphrase, termsOfText } from "../index/hardParaphrases.ts";
import { ExactRanking } from "./exactRanking.ts";
import { targetId } from "./newsArticles.ts";

/** How many targets an exact ranking of the same passages in memory finds. */
export class ExactRecall {
  readonly #articles: Generator<Article>;
  readonly #queries: readonly Uint32Array[];
  readonly #ranking: ExactRanking;
  /** The passages of each target's article. */
  readonly #targets: ReadonlyMap<string, Set<number>>;
  #passages = 0;

  constructor(paraphrases: readonly Paraphrase[], articles: Generator<Article>) {
    this.#articles = articles;
    this.#queries = paraphrases.map(({ query }) => termsOfText(query));
    this.#ranking = new ExactRanking(this.#queries.flatMap((its) => [...its]));
    this.#targets = new Map(paraphrases.map((_, at) => [targetId(at), new Set()]));
  }

  /** Returns the share of targets that are among the first `top` of so many passages. */
  recallAt(passages: number, top: number): number {
    while (this.#passages < passages) this.#add(this.#articles.next().value);
    const search = this.#ranking.search();
    const hits = this.#queries.filter((terms, at) => {
      const target = this.#targets.get(targetId(at))!;
      return search(terms, top).some((passage) => target.has(passage));
    });
    return hits.length / this.#queries.length;
  }

  #add(article: Article): void {
    const target = this.#targets.get(article.id);
    for (const { terms } of keysOfPassages(readArticle(article))) {
      const passage = this.#ranking.add(terms);
      target?.add(passage);
      this.#passages++;
    }
  }
}
