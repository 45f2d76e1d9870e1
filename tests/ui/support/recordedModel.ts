/** A model that holds these values; each of its other members is a function that only writes down its call. */
export function recordedModel<Model extends object>(held: Partial<Model>, log: string[]): Model {
  return new Proxy(held as Model, {
    get: (values, name) =>
      Reflect.has(values, name)
        ? Reflect.get(values, name)
        : async (...given: readonly unknown[]) =>
            void log.push(`${String(name)} ${JSON.stringify(given)}`),
  });
}
