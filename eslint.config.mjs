/**
 * Two checks that Biome does not have: regular expressions that a hostile text can make slow, and exports
 * without a doc comment. Of the rules for patterns the first two compare the languages of a pattern's parts
 * (a text that two parts can share in many ways, a part that looks far ahead from each position); the third
 * finds what these two miss.
 */
import parser from "@typescript-eslint/parser";
import jsdoc from "eslint-plugin-jsdoc";
import regexp from "eslint-plugin-regexp";

/** `(?:<!--[\s\S]*?-->\s*)*`: what holds anything may also hold its own repetitions. */
const repeatedAnything = "Literal[regex.pattern=/(?:\\[.s.S\\]|\\.)[*+][^()]*\\)[*+]/]";

/** What needs a doc comment: whatever a file exports, and the public methods of exported classes. */
const documented = [
  "ExportNamedDeclaration[declaration]",
  "ExportNamedDeclaration MethodDefinition[kind='method'][key.type='Identifier'][accessibility!='private'][override!=true]",
];

export default [
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { jsdoc, regexp },
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        { contexts: documented, require: { FunctionDeclaration: false }, enableFixer: false },
      ],
      "jsdoc/require-description": ["error", { contexts: documented }],
      "jsdoc/informative-docs": "error",
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
