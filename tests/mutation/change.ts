import ts from "typescript";

/** One change to the code that some test must notice. Its id is its place in the list of all changes. */
export interface Change {
  /** A file, with its folders. */
  readonly file: string;
  /** In words, with the line: "12: > → >=". */
  readonly what: string;
}

/** All changes of some files, and by which syntax node each is made. */
export interface Changes {
  readonly all: readonly Change[];
  /** The id of the first change of a node; a node's changes follow each other. */
  readonly firstOf: ReadonlyMap<ts.Node, number>;
}

/** The other side of each comparison: the bound itself, or the opposite. */
const otherOperator: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
]);

/**
 * Returns all changes that a test of rules must notice: every number that is named with const, once
 * smaller and once larger (counts by one); each comparison with its bound moved or turned round; each
 * condition of an && or || left out; each "not" left out.
 */
export function changesOf(files: readonly ts.SourceFile[]): Changes {
  const all: Change[] = [];
  const firstOf = new Map<ts.Node, number>();
  for (const source of files) {
    const visit = (node: ts.Node): void => {
      const whats = whatsOf(node);
      if (whats.length > 0) firstOf.set(node, all.length);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      for (const what of whats)
        all.push({ file: source.fileName, what: `${line}: ${oneLine(what)}` });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { all, firstOf };
}

/** The numbers that a named number becomes; none if the node is no such declaration. */
export function otherNumbers(node: ts.Node): readonly number[] {
  if (!ts.isVariableDeclaration(node) || !ts.isSourceFile(node.parent.parent.parent)) return [];
  const { initializer } = node;
  if (initializer === undefined || !ts.isNumericLiteral(initializer)) return [];
  const value = Number(initializer.text);
  const others = Number.isInteger(value) ? [value - 1, value + 1] : [0.6 * value, 1.5 * value];
  return others.map((other) => Number(other.toFixed(4)));
}

/** The changes of a node, in words. */
function whatsOf(node: ts.Node): readonly string[] {
  if (ts.isVariableDeclaration(node)) {
    const name = node.name.getText();
    return otherNumbers(node).map((to) => `${name} ${node.initializer!.getText()} → ${to}`);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [`${node.getText()} without not`];
  return ts.isBinaryExpression(node) ? whatsOfBinary(node) : [];
}

function whatsOfBinary(node: ts.BinaryExpression): readonly string[] {
  const operator = node.operatorToken.getText();
  const other = otherOperator.get(node.operatorToken.kind);
  if (other !== undefined) return [`${node.getText()}: ${operator} → ${other}`];
  if (operator !== "&&" && operator !== "||") return [];
  return [node.right, node.left].map((left) => `without ${operator} ${left.getText()}`);
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 88)} …` : line;
}
