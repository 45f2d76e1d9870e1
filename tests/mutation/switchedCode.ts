/**
 * Compiles all changes of a file into it at once, each behind a switch, so that a change needs neither a
 * compiler nor a process of its own. The technique is called mutant schemata; StrykerJS, which calls it
 * mutation switching, changes JavaScript so.
 */
import ts from "typescript";
import { type Changes, otherNumbers } from "./change.ts";

const comparisons: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, "less"],
  [ts.SyntaxKind.LessThanEqualsToken, "atMost"],
  [ts.SyntaxKind.GreaterThanToken, "greater"],
  [ts.SyntaxKind.GreaterThanEqualsToken, "atLeast"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "same"],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "other"],
]);

/** Returns the files' syntax trees, in which imported names can be followed. */
export function programOf(files: readonly string[]): ts.Program {
  const program = ts.createProgram(files, {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    noLib: true,
    // Only these files: the numbers that they name are read nowhere else.
    noResolve: true,
    types: [],
  });
  // This gives nodes their parents, which their texts and places are found by.
  program.getTypeChecker();
  return program;
}

/** Returns a file's text with its changes in it; `switches` is the module that switches them. */
export function switchedCode(
  program: ts.Program,
  source: ts.SourceFile,
  { firstOf }: Changes,
  switches: string,
): string {
  const checker = program.getTypeChecker();

  const written = (node: ts.Node): string => {
    if (ts.isIdentifier(node)) return writtenName(node);
    const id = firstOf.get(node);
    if (id === undefined) return withParts(node);
    if (ts.isPrefixUnaryExpression(node)) return `$.not(${id}, ${written(node.operand)})`;
    return ts.isBinaryExpression(node) ? writtenBinary(node, id) : withParts(node);
  };

  const withParts = (node: ts.Node): string => {
    let text = "";
    let at = node.getStart();
    ts.forEachChild(node, (part) => {
      text += source.text.slice(at, part.getStart()) + written(part);
      at = part.getEnd();
    });
    return text + source.text.slice(at, node.getEnd());
  };

  const writtenBinary = (node: ts.BinaryExpression, id: number): string => {
    const [left, right] = [written(node.left), written(node.right)];
    const comparison = comparisons.get(node.operatorToken.kind);
    if (comparison !== undefined) return `$.${comparison}(${id}, ${left}, ${right})`;
    const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
    const kept = `$.keep(${id + 1}, ${isAnd}, ${left})`;
    const first = isAnd
      ? `$.skipsLeft(${id + 1}) || ${kept}`
      : `!$.skipsLeft(${id + 1}) && ${kept}`;
    const second = `$.skipsRight(${id}, ${isAnd}) ? $.kept() : $.right(${id}, ${isAnd}, ${right})`;
    return `((${first}) ${isAnd ? "&&" : "||"} (${second}))`;
  };

  /** A named number where it is read. */
  const writtenName = (name: ts.Identifier): string => {
    const declaration = isRead(name) ? declarationOf(checker, name) : undefined;
    const id = declaration && firstOf.get(declaration);
    if (declaration === undefined || id === undefined) return name.text;
    const read = `$.number(${id}, ${name.text}, ${otherNumbers(declaration).join(", ")})`;
    return ts.isShorthandPropertyAssignment(name.parent) ? `${name.text}: ${read}` : read;
  };

  return `import * as $ from ${JSON.stringify(switches)};${withParts(source)}`;
}

function declarationOf(checker: ts.TypeChecker, name: ts.Identifier): ts.Node | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
}

/** True if a name stands for its value: not where it is declared, imported or exported. */
function isRead(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isVariableDeclaration(parent)) return parent.name !== name;
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) && !ts.isTypeNode(parent);
}
