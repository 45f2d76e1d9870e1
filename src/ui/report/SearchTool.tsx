import { useEffect, useRef, useState } from "preact/hooks";
import { useWording } from "../components/wording.ts";
import { searchWords } from "./searchWords.ts";

interface SearchToolProps {
  readonly passage: string;
  readonly onSearch: (words: string) => void;
}

/**
 * Searches for a passage with the reader's own search engine. The words are shown first and can be
 * changed; nothing is sent before the second click.
 */
export function SearchTool({ passage, onSearch }: SearchToolProps) {
  const { t } = useWording();
  const [isAsking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    // The form's buttons disappear with it, so the focus returns to the button that opened it.
    if (hasAsked.current && !isAsking) opener.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  if (isAsking) {
    return <SearchForm passage={passage} onSearch={onSearch} onClose={() => setAsking(false)} />;
  }
  return (
    <button type="button" class="quiet search-it" ref={opener} onClick={() => setAsking(true)}>
      {t("searchElsewhere")}
    </button>
  );
}

interface SearchFormProps extends SearchToolProps {
  readonly onClose: () => void;
}

function SearchForm({ passage, onSearch, onClose }: SearchFormProps) {
  const { t } = useWording();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const words = field.current?.value.trim() ?? "";
    if (words !== "") onSearch(words);
    onClose();
  };
  return (
    <form class="search" onSubmit={onSubmit}>
      <label>
        {t("searchWords")}
        <textarea ref={field} rows={3} dir="auto" spellcheck={false}>
          {searchWords(passage)}
        </textarea>
      </label>
      <button type="submit" class="primary">
        {t("searchNow")}
      </button>{" "}
      <button type="button" class="secondary" onClick={onClose}>
        {t("cancel")}
      </button>
    </form>
  );
}
