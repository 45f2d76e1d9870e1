import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
});

/** The check of what a command prints, by the command's name. */
export function schema(name: string): ValidateFunction {
  const { $id, ...rest } = JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8"));
  return ajv.getSchema($id) ?? ajv.compile({ $id, ...rest });
}

/** Fails with what is wrong if the value is not what the schema says. */
export function expectValid(validate: ValidateFunction, value: unknown): void {
  expect(validate(value), ajv.errorsText(validate.errors)).toBe(true);
}

/** The objects of JSON Lines. */
export function objectsIn(lines: string): Record<string, unknown>[] {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
