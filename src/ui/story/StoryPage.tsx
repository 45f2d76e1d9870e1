import { PageHead } from "../components/PageHead.tsx";
import { useWording } from "../components/wording.ts";
import { StoryList } from "./StoryList.tsx";
import { StoryView } from "./StoryView.tsx";
import type { StoryModel, StoryNotice, StoryProblem } from "./storyModel.ts";

/** Shows all stories of the library, or one of them. */
export function StoryPage({ model }: { readonly model: StoryModel }) {
  const { t } = useWording();
  const problem = model.problem.value;
  const notice = model.notice.value;
  return (
    <main>
      {model.key === null ? <StoryList model={model} /> : <OpenStory model={model} />}
      {problem !== null && <p role="alert">{t(problemKeys[problem])}</p>}
      <p class="notice" role="status">
        {notice === null ? "" : t(noticeKeys[notice])}
      </p>
    </main>
  );
}

const problemKeys: Readonly<Record<StoryProblem, string>> = {
  gone: "storyGone",
  failed: "actionFailed",
};

const noticeKeys: Readonly<Record<StoryNotice, string>> = {
  copied: "copied",
  copyFailed: "copyFailed",
};

function OpenStory({ model }: { readonly model: StoryModel }) {
  const { t } = useWording();
  const story = model.story.value;
  if (story !== null) return <StoryView model={model} story={story} />;
  return (
    <PageHead title={t("storyTitle")}>
      <p class="hint">{model.problem.value === null ? t("storyOpening") : ""}</p>
    </PageHead>
  );
}
