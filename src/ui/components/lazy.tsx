import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * Returns a component whose code is loaded when it is first rendered, so that a page opens with
 * little code. Until then it renders nothing.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
    useEffect(() => {
      let isWanted = true;
      load().then((component) => isWanted && setLoaded(() => component), console.error);
      return () => {
        isWanted = false;
      };
    }, []);
    return Loaded && <Loaded {...props} />;
  };
}
