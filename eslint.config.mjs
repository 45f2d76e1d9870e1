/**
 * Patterns that a hostile text can make slow, and nothing else: Biome does the rest. The first two
 * rules know the languages of a pattern's parts (a text that two of them can share between them in
 * many ways, a part that looks far ahead from each of its places); the third finds what they miss.
 */
import parser from "@typescript-eslint/parser";
import regexp from "eslint-plugin-regexp";

/** `(?:<!--[\s\S]*?-->\s*)*`: what holds anything may also hold its own repetitions. */
const repeatedAnything = "Literal[regex.pattern=/(?:\\[.s.S\\]|\\.)[*+][^()]*\\)[*+]/]";

export default [
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: repeatedAnything,
          message: "A repeated group that holds an endless run of anything takes exponential time.",
        },
      ],
    },
  },
];
