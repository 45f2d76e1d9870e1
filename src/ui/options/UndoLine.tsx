import { useEffect, useRef } from "preact/hooks";
import { useWording } from "../components/wording.ts";

interface UndoLineProps {
  /** What just happened; empty where nothing did. */
  readonly said: string;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/** What just happened, at the lower edge of the window; what was removed can be taken back. */
export function UndoLine({ said, canUndo, onUndo }: UndoLineProps) {
  const { t } = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Where the button that was pressed has gone with what it removed.
    const isLost = document.activeElement === document.body;
    if (canUndo && isLost) undo.current?.focus({ preventScroll: true });
  }, [canUndo]);
  return (
    <div class="notice">
      <p role="status">{said}</p>
      {canUndo && (
        <button type="button" class="quiet" ref={undo} onClick={onUndo}>
          {t("undo")}
        </button>
      )}
    </div>
  );
}
