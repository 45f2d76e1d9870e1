import type { ComponentChildren } from "preact";
import { useWording } from "./wording.ts";

interface PageHeadProps {
  readonly title: string;
  /** What stands below the title. */
  readonly children: ComponentChildren;
}

/** The head of a page of ours that fills a tab. */
export function PageHead({ title, children }: PageHeadProps) {
  const { t } = useWording();
  return (
    <header>
      <p class="name">
        <img src="icons/icon.svg" alt="" width="24" height="24" />
        {t("extensionName")}
      </p>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
