export type { Encoder } from "./encoder.ts";
export { EncoderError } from "./encoderError.ts";
export { loadEncoder } from "./loadEncoder.ts";
export type { ReadModelFile } from "./modelFiles.ts";
