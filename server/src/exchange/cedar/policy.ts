// One Cedar policy as data, and its text.

import { plain } from '../markdown.ts';
import { type Expression, print, within } from './expression.ts';
import { quote } from './quote.ts';

export interface CedarPolicy {
  readonly id: string;
  /** What it comes from, in words; shown above it. */
  readonly note: string;
  /** Constraints of the scope, `principal in …`; `principal` alone where there is none. */
  readonly principal: string;
  /** Names of actions and groups of actions. */
  readonly actions: readonly string[];
  readonly resource: string;
  /** All of them hold. */
  readonly when: readonly Clause[];
}

/** What holds, or several things of which one does, each with what it comes from. */
export type Clause = Expression | readonly Ground[];

export interface Ground {
  readonly note: string;
  readonly expression: Expression;
}

/** Every policy permits: one that cannot be evaluated gives nobody anything. */
export function printPolicy({ id, note, principal, actions, resource, when }: CedarPolicy): string {
  const clauses = when.filter((clause) => isGrounds(clause) || clause.op !== 'true').map(printClause);
  return [
    `// ${plain(note)}`,
    `@id(${quote(id)})`,
    'permit (',
    `  ${principal},`,
    `  ${printActions(actions)},`,
    `  ${resource}`,
    `)${clauses.map((clause) => `\nwhen {${clause}}`).join('')};`,
    '',
  ].join('\n');
}

function isGrounds(clause: Clause): clause is readonly Ground[] {
  return Array.isArray(clause);
}

function printActions(actions: readonly string[]): string {
  return print(within('action', actions), 2);
}

function printClause(clause: Clause): string {
  if (isGrounds(clause)) return `\n${printGrounds(clause)}\n`;
  const printed = print(clause, 2);
  return printed.includes('\n') ? `\n  ${printed}\n` : ` ${printed} `;
}

function printGrounds(grounds: readonly Ground[]): string {
  const lines = grounds.map(({ note, expression }, i) => {
    const end = i < grounds.length - 1 ? ' ||' : '';
    return `  // ${plain(note)}\n  ${printGround(expression)}${end}`;
  });
  return lines.join('\n');
}

/** Parts of which one holds stand beside the other grounds; parts that hold together in parentheses. */
function printGround(expression: Expression): string {
  if (expression.op === 'or') return expression.parts.map(printGround).join(' ||\n  ');
  const printed = print(expression, 4);
  if (expression.op !== 'and') return print(expression, 2);
  return printed.includes('\n') ? `(\n    ${printed}\n  )` : `(${printed})`;
}
