export { relationStyles } from "../components/tokens.ts";
export { createWording, type Wording } from "../components/wording.ts";
export { createCardHost } from "./cardHost.tsx";
