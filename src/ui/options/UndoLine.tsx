import { useEffect, useRef } from "preact/hooks";
import { useWording } from "../components/wording.ts";

interface UndoLineProps {
  /** The notice; empty if there is none. */
  readonly said: string;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/** Shows a notice at the lower edge of the window, with a button to undo a removal. */
export function UndoLine({ said, canUndo, onUndo }: UndoLineProps) {
  const { t } = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // True if the pressed button is gone with what it removed.
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
