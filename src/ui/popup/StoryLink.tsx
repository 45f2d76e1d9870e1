import { useWording } from "../components/wording.ts";

/** Leads to the story that the page of a tab belongs to; nothing where the tab shows no page of the web. */
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
