import ts from "typescript";

/** One change to the code that some test must notice. */
export interface Change {
  /** A file of src/engine/match, with its folders. */
  readonly file: string;
  /** In words, with the line: "12: > → >=". */
  readonly what: string;
  /** What is replaced, as offsets into the file's text, and by what. */
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

/** The text with the change made. */
export function changed(text: string, { start, end, to }: Change): string {
  return text.slice(0, start) + to + text.slice(end);
}

/** The other side of each comparison: the bound itself, or the opposite. */
const otherOperator: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
};

/**
 * All changes of a file that a test of rules must notice: every number that is named with const, once
 * smaller and once larger (counts by one); each comparison with its bound moved or turned round; each
 * condition of an && or || left out; each "not" left out.
 */
export function changesOf(file: string, text: string): readonly Change[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const changes: Change[] = [];
  const add = (what: string, node: ts.Node, to: string) => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    changes.push({ file, what: `${line}: ${oneLine(what)}`, start, end: node.getEnd(), to });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) changeConstant(node, add);
    if (ts.isBinaryExpression(node)) changeBinary(node, source, add);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(`${node.getText(source)} without not`, node, node.operand.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return changes;
}

type Add = (what: string, node: ts.Node, to: string) => void;

function changeConstant(node: ts.VariableDeclaration, add: Add): void {
  const isTopLevel = ts.isSourceFile(node.parent.parent.parent);
  const { initializer } = node;
  if (!isTopLevel || initializer === undefined || !ts.isNumericLiteral(initializer)) return;
  const value = Number(initializer.text);
  const others = Number.isInteger(value) ? [value - 1, value + 1] : [0.6 * value, 1.5 * value];
  for (const other of others.map((its) => Number(its.toFixed(4)))) {
    add(`${node.name.getText()} ${value} → ${other}`, initializer, String(other));
  }
}

function changeBinary(node: ts.BinaryExpression, source: ts.SourceFile, add: Add): void {
  const operator = node.operatorToken.getText(source);
  const other = otherOperator[operator];
  if (other !== undefined) {
    add(`${node.getText(source)}: ${operator} → ${other}`, node.operatorToken, other);
  }
  if (operator !== "&&" && operator !== "||") return;
  for (const [kept, left] of [
    [node.left, node.right],
    [node.right, node.left],
  ] as const) {
    add(`without ${operator} ${left.getText(source)}`, node, `(${kept.getText(source)})`);
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 88)} …` : line;
}
