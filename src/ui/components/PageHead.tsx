import type { ComponentChildren } from "preact";
import { textAttributes } from "./textDirection.ts";
import { useWording } from "./wording.ts";

interface PageHeadProps {
  readonly title: string;
  /** Of the title, where it is not the interface's: BCP 47, or null where it is not known. */
  readonly language?: string | null;
  /** What stands below the title. */
  readonly children: ComponentChildren;
}

/** The head of a page of ours that fills a tab. */
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
