// Cedar expressions as small trees, with what is evident left out, and their text.

export type Expression =
  | { readonly op: 'true' | 'false' }
  | { readonly op: 'text'; readonly text: string }
  | { readonly op: 'in'; readonly left: string; readonly names: readonly string[] }
  | { readonly op: 'not'; readonly part: Expression }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Expression[] };

export const yes: Expression = { op: 'true' };
export const no: Expression = { op: 'false' };

/** A comparison, a call or the like: something that binds more tightly than `&&` and `||`, and than `!` in parentheses. */
export function text(written: string): Expression {
  return { op: 'text', text: written };
}

/** `principal in Writ::Group::"A"`, or in a list of such. */
export function within(left: string, names: readonly string[]): Expression {
  return names.length === 0 ? no : { op: 'in', left, names };
}

/** All of them: `true` of none. */
export function allOf(parts: readonly Expression[]): Expression {
  return junction('and', parts);
}

/** Any of them: `false` of none. */
export function anyOf(parts: readonly Expression[]): Expression {
  return junction('or', parts);
}

export function not(part: Expression): Expression {
  if (part.op === 'true') return no;
  if (part.op === 'false') return yes;
  return part.op === 'not' ? part.part : { op: 'not', part };
}

function junction(op: 'and' | 'or', parts: readonly Expression[]): Expression {
  const [neutral, decisive] = op === 'and' ? ([yes, no] as const) : ([no, yes] as const);
  if (parts.some((part) => part.op === decisive.op)) return decisive;
  const flat = parts.flatMap((part) => (part.op === op ? part.parts : part.op === neutral.op ? [] : [part]));
  const seen = new Set<string>();
  const kept = flat.filter((part) => {
    const key = print(part);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const [only] = kept;
  if (only === undefined) return neutral;
  return kept.length === 1 ? only : { op, parts: kept };
}

const lineWidth = 100;

/** Takes how far the first line is indented; further lines are indented like it or further. */
export function print(expression: Expression, indent = 0): string {
  switch (expression.op) {
    case 'true':
    case 'false':
      return expression.op;
    case 'text':
      return expression.text;
    case 'in':
      return printIn(expression.left, expression.names, indent);
    case 'not':
      return `!(${inParentheses(expression.part, indent)})`;
    case 'and':
    case 'or':
      return printJunction(expression.op, expression.parts, indent);
  }
}

function printIn(left: string, names: readonly string[], indent: number): string {
  const line = `${left} in ${names.length === 1 ? names.join() : `[${names.join(', ')}]`}`;
  if (names.length === 1 || line.length <= lineWidth - indent) return line;
  const inner = ' '.repeat(indent + 2);
  return `${left} in [\n${inner}${names.join(`,\n${inner}`)}\n${' '.repeat(indent)}]`;
}

function printJunction(op: 'and' | 'or', parts: readonly Expression[], indent: number): string {
  const operator = op === 'and' ? '&&' : '||';
  const printed = parts.map((part) => print(part, indent + 2));
  const isNested = (i: number) => parts[i]?.op === 'and' || parts[i]?.op === 'or';
  const line = printed.map((part, i) => (isNested(i) ? `(${part})` : part)).join(` ${operator} `);
  if (line.length <= lineWidth - indent && !line.includes('\n')) return line;
  const lines = parts.map((part, i) => (isNested(i) ? `(${inParentheses(part, indent)})` : print(part, indent)));
  return lines.join(` ${operator}\n${' '.repeat(indent)}`);
}

/** On lines of its own where it takes more than one. */
function inParentheses(part: Expression, indent: number): string {
  const printed = print(part, indent + 2);
  if (!printed.includes('\n')) return printed;
  return `\n${' '.repeat(indent + 2)}${printed}\n${' '.repeat(indent)}`;
}
