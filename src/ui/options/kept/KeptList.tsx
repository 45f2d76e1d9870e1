import { useEffect, useRef } from "preact/hooks";
import type { KeptPart } from "../../../messages/keptProtocol.ts";
import { useWording } from "../../components/wording.ts";
import { KeptItem } from "./KeptItem.tsx";
import type { KeptModel } from "./keptModel.ts";
import { useSteadyList } from "./useSteadyList.ts";

interface KeptListProps {
  readonly model: KeptModel;
  readonly part: KeptPart;
}

/**
 * Shows a part of the list, with buttons for the next and the previous part. Articles that arrive
 * meanwhile do not move the ones being viewed.
 */
export function KeptList({ model, part }: KeptListProps) {
  const { t } = useWording();
  const list = useRef<HTMLOListElement>(null);
  useSteadyList(list, part, model.query.value);
  const isTurning = useRef(false);
  useEffect(() => {
    if (!isTurning.current) return;
    isTurning.current = false;
    list.current?.focus();
    list.current?.scrollIntoView?.();
  }, [part]);
  const turn = (run: () => Promise<void>) => {
    isTurning.current = true;
    void run();
  };
  const selected = model.selected.value;
  return (
    <>
      <ol
        class="kept-list"
        aria-label={t("keptTitle")}
        tabIndex={-1}
        ref={list}
        start={part.first + 1}
      >
        {part.articles.map((article) => (
          <KeptItem
            key={article.id}
            article={article}
            isSelected={selected.has(article.id)}
            onSelect={(isSelected) => model.select(article.id, isSelected)}
            onRemove={() => void model.remove(article)}
          />
        ))}
      </ol>
      <Parts
        part={part}
        onEarlier={() => turn(model.showEarlier)}
        onLater={() => turn(model.showLater)}
      />
    </>
  );
}

interface PartsProps {
  readonly part: KeptPart;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
}

function Parts({ part, onEarlier, onLater }: PartsProps) {
  const { t, formats } = useWording();
  const { first, articles, count } = part;
  if (articles.length === count) return null;
  const last = first + articles.length;
  return (
    <nav class="parts" aria-label={t("keptTitle")}>
      <button type="button" class="quiet" disabled={first === 0} onClick={onEarlier}>
        {t("listPrevious")}
      </button>
      <span>{t("keptRange", [first + 1, last, count].map(formats.number))}</span>
      <button type="button" class="quiet" disabled={last >= count} onClick={onLater}>
        {t("listNext")}
      </button>
    </nav>
  );
}
