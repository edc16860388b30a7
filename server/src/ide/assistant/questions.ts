// Questions about access, in parts or in the words of the language, with their answers and why.

import { type Asked, askQuestion } from '../../project/ask.ts';
import type { Snapshot } from '../../project/types.ts';
import { withNearest } from '../../rules/rule.ts';
import { writeName } from '../../syntax/keywords.ts';
import { evaluate } from '../evaluate.ts';
import { explainAnswer } from '../explain-answer.ts';
import { explanationText } from '../explain-text.ts';
import { spellOutLines } from './lines.ts';
import { type AssistantTool, failed, type Input, type PropertySchema, type ToolAnswer, textIn } from './tool.ts';

const place: PropertySchema = {
  type: 'string',
  description: 'The name of an app, element, task or table, or `organization`.',
};
const permission: PropertySchema = {
  type: 'string',
  description: 'A constant of the platform, such as READ_RECORDS or UPDATE_RECORDS.',
};
const record: PropertySchema = {
  type: 'object',
  description:
    'Values of fields of the record, as the language writes them: {"Status": "\\"Open\\"", "Priority": "3"}.',
  additionalProperties: { type: 'string' },
};

export const evaluateAccess: AssistantTool = {
  name: 'evaluate',
  title: 'Evaluate access',
  description:
    'Whether one user, group or service account may do something in a place, and why: allowed, refused, or allowed for records that meet a condition. Decided by the policies of the project, not guessed.',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['principal', 'permission', 'place'],
    properties: {
      principal: {
        type: 'string',
        description: 'The name of a user, a group, or a service account (`Place.Account`).',
      },
      permission,
      place,
      record,
    },
  },
  run: ({ snapshot }, input) => {
    const [principal = '', asked = ''] = [textIn(input, 'principal'), textIn(input, 'permission')];
    return answered(
      snapshot,
      evaluate(snapshot, {
        principal: written(principal),
        permission: asked,
        place: written(textIn(input, 'place') ?? ''),
        record: recordIn(input),
      }),
    );
  },
};

export const explainQuestion: AssistantTool = {
  name: 'explain',
  title: 'Explain a question',
  description:
    'The answer to any question in the words of the language, with every way that leads to it and, where it is refused, the nearest changes that would allow it. Examples: `alice can READ_RECORDS in "Service Desk" with { Status "Open" }`, `who can DELETE_RECORDS in Desk`, `what can alice do in organization`.',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['question'],
    properties: {
      question: { type: 'string', description: 'One question. Names with blanks stand in double quotes.' },
    },
  },
  run: ({ snapshot }, input) =>
    answered(snapshot, askQuestion(snapshot, (textIn(input, 'question') ?? '').replace(/^\s*query\s+/, ''))),
};

export const whoCan: AssistantTool = {
  name: 'who_can',
  title: 'Who can',
  description: 'Everybody who holds a permission in a place, for which records, and by which role, group or policy.',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['permission', 'place'],
    properties: { permission, place, record },
  },
  run: ({ snapshot }, input) => {
    const body = recordIn(input).map(({ field, value }) => `${field} ${value}`);
    const given = body.length === 0 ? '' : ` with { ${body.join('  ')} }`;
    const text = `who can ${textIn(input, 'permission') ?? ''} in ${written(textIn(input, 'place') ?? '')}${given}`;
    return answered(snapshot, askQuestion(snapshot, text));
  },
};

/** As the language writes a name; one that is written so already, or joined by points, stays as it is. */
function written(name: string): string {
  if (name === 'organization' || name.includes('"')) return name;
  return name.split('.').map(writeName).join('.');
}

function recordIn(input: Input): { readonly field: string; readonly value: string }[] {
  const given = Object.hasOwn(input, 'record') ? input['record'] : undefined;
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).map(([field, value]) => ({ field: written(field), value: String(value) }));
}

function answered(snapshot: Snapshot, asked: Asked): ToolAnswer {
  if (asked.question === undefined) {
    const problems = asked.problems.map(({ message, instead }) => withNearest(message, instead));
    return failed(spellOutLines([`the question cannot be read: ${asked.text}`, ...problems].join('\n')));
  }
  return {
    text: spellOutLines(explanationText(snapshot, explainAnswer(snapshot, asked.question, asked.answer))),
    failed: asked.answer.kind === 'error',
  };
}
