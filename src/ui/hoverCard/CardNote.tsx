import { useWording } from "../components/wording.ts";

interface CardNoteProps {
  readonly text: string;
  readonly tone: "light" | "dark";
}

/** Shows a card without matches: a sentence about the words next to it. */
export function CardNote({ text, tone }: CardNoteProps) {
  const { t, locale } = useWording();
  return (
    <section
      class="card"
      role="note"
      data-tone={tone}
      lang={locale}
      dir={t("textDirection") === "rtl" ? "rtl" : "ltr"}
    >
      <p class="note">{text}</p>
    </section>
  );
}
