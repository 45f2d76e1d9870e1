import type { ListedStory } from "../../engine/model/index.ts";
import { PageHead } from "../components/PageHead.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { textAttributes } from "../components/textDirection.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import { type StoryModel, storyAddress } from "./storyModel.ts";

/** Lists the library's stories, the latest first, with a search. */
export function StoryList({ model }: { readonly model: StoryModel }) {
  const { t } = useWording();
  const list = model.list.value;
  return (
    <>
      <PageHead title={t("storiesTitle")}>
        <p class="hint">{t("storiesLead")}</p>
      </PageHead>
      <section aria-labelledby="stories-count">
        <SearchField
          label={t("storiesSearch")}
          value={model.search.value}
          onSearch={(words) => void model.searchFor(words)}
        />
        <h2 id="stories-count">
          <span role="status">
            <Count model={model} />
          </span>
        </h2>
        {list !== null && list.stories.length > 0 && (
          <ol class="stories" aria-labelledby="stories-count">
            {list.stories.map((story) => (
              <StoryItem key={story.id} story={story} />
            ))}
          </ol>
        )}
        {list !== null && list.stories.length < list.count && (
          <button type="button" class="secondary" onClick={() => void model.listMore()}>
            {t("storiesMore")}
          </button>
        )}
      </section>
    </>
  );
}

/** Shows the number of stories, or why there are none. */
function Count({ model }: { readonly model: StoryModel }) {
  const wording = useWording();
  const { t } = wording;
  const list = model.list.value;
  if (list === null) return <>{model.problem.value === null ? t("storiesFinding") : ""}</>;
  if (list.count > 0) return <>{plural(wording, "storyCount", list.count)}</>;
  if (model.search.value.trim() !== "") return <>{t("storiesNotFound")}</>;
  return (
    <>
      {t("storiesNone")} <a href="options.html#starters">{t("addArticles")}</a>
    </>
  );
}

function StoryItem({ story }: { readonly story: ListedStory }) {
  const wording = useWording();
  const { id, title, language, outlets, outletCount, articleCount } = story;
  const unnamed = outletCount - outlets.length;
  return (
    <li>
      <a class="story-title" href={storyAddress(id)} {...textAttributes(language)}>
        {title}
      </a>
      <p class="hint">
        {plural(wording, "articleCountAlone", articleCount)} · {timeOfStory(story, wording)}
      </p>
      <p class="hint">
        {outlets.map((outlet, at) => (
          <>
            {at > 0 && " · "}
            <bdi>{outlet}</bdi>
          </>
        ))}
        {unnamed > 0 && ` · ${plural(wording, "changesMore", unnamed)}`}
      </p>
    </li>
  );
}

/** Returns a story's dates: one day, or the first and the last. */
function timeOfStory({ from, to }: ListedStory, { t, formats }: Wording): string {
  if (from === null || to === null) return t("dateUnknown");
  const [first, last] = [formats.day(from), formats.day(to)];
  return first === last ? first : t("storyFromTo", [first, last]);
}
