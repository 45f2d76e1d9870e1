import { useWording } from "../components/wording.ts";

/** Links to the story of the tab's page; nothing if the tab has no web page. */
export function StoryLink({
  tabId,
  host,
}: {
  readonly tabId: number;
  readonly host: string | null;
}) {
  const { t } = useWording();
  if (tabId < 0 || host === null) return null;
  return (
    <a class="story-link" href={`story.html?tab=${tabId}`} target="_blank" rel="noopener">
      {t("thisStory")}
    </a>
  );
}
