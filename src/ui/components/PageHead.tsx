import type { ComponentChildren } from "preact";
import { textAttributes } from "./textDirection.ts";
import { useWording } from "./wording.ts";

interface PageHeadProps {
  readonly title: string;
  /** The title's language, if it differs from the interface's: a BCP 47 tag, or null if unknown. */
  readonly language?: string | null;
  /** Shown below the title. */
  readonly children: ComponentChildren;
}

/** Shows the head of a page of ours that fills a tab. */
export function PageHead({ title, language, children }: PageHeadProps) {
  const { t } = useWording();
  return (
    <header>
      <p class="name">
        <img src="icons/icon.svg" alt="" width="24" height="24" />
        {t("extensionName")}
      </p>
      <h1 {...(language === undefined ? {} : textAttributes(language))}>{title}</h1>
      {children}
    </header>
  );
}
