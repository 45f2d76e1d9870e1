import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWording } from "../components/wording.ts";

interface UndoLineProps {
  /** The notice; empty if there is none. */
  readonly said: string;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/**
 * Shows a notice at the lower edge of the window, with a button to undo a removal. The button gets
 * the focus if the pressed one is gone with what it removed.
 */
export function UndoLine({ said, canUndo, onUndo }: UndoLineProps) {
  const { t } = useWording();
  const undo = useRef<HTMLButtonElement>(null);
  const pressed = useLastPressed();
  useEffect(() => {
    const isGone = pressed.current?.isConnected === false;
    if (canUndo && isGone) undo.current?.focus({ preventScroll: true });
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

/**
 * Returns the element that was clicked last, by mouse or keyboard. The focus is no substitute: when the
 * focused element is removed, something else may take the focus before the notice appears.
 */
function useLastPressed(): RefObject<Element | null> {
  const pressed = useRef<Element | null>(null);
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(
      "click",
      ({ target }) => {
        pressed.current = target instanceof Element ? target : null;
      },
      { capture: true, signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
  return pressed;
}
