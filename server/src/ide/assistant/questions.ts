// Questions about access, in parts or in the words of the language, with their answers and why.

import { type Asked, askQuestion } from '../../project/ask.ts';
import type { Snapshot } from '../../project/types.ts';
import { withNearest } from '../../rules/rule.ts';
import { writeName } from '../../syntax/keywords.ts';
import { formatDay } from '../../text/calendar.ts';
import { explainAnswer } from '../explain-answer.ts';
import { explanationText } from '../explain-text.ts';
import { spellOutLines } from './lines.ts';
import { type Read, readPermissions, readPlace, readPrincipal } from './names.ts';
import { readRecord } from './record.ts';
import { type AssistantTool, failed, type Input, type PropertySchema, type ToolAnswer, textIn } from './tool.ts';

const place: PropertySchema = {
  type: 'string',
  description: 'The name of an app, element, task or table, of a declared record, or `organization`.',
};
const permission: PropertySchema = {
  type: 'string',
  description:
    'A constant of the platform, such as READ_RECORDS or UPDATE_RECORDS; several with commas: all of them, on one record.',
};
const record: PropertySchema = {
  type: 'object',
  description:
    'What is known of the record, its fields and its relations: {"Status": "Open", "Priority": 3, "Assignee": "alice", "shared with": "bob"}. A field that is left out may hold anything; null says that it is empty.',
  additionalProperties: { type: ['string', 'number', 'boolean', 'array', 'null'] },
};

export const evaluateAccess: AssistantTool = {
  name: 'evaluate',
  title: 'Evaluate access',
  description:
    'Whether one user, group or service account may do something in a place, and why: allowed, refused, or allowed for records that meet a condition. Decided by the policies of the project, not guessed.',
  narrower: 'say more of the record',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['principal', 'permission', 'place'],
    properties: {
      principal: {
        type: 'string',
        description: 'The name of a user, a group, or a service account (`Place.Account`). A role is no principal.',
      },
      permission,
      place,
      record,
    },
  },
  run: ({ snapshot }, input) =>
    asked(snapshot, [
      readPrincipal(snapshot.model, 'principal', textIn(input, 'principal') ?? ''),
      { text: 'can' },
      readPermissions('permission', textIn(input, 'permission') ?? ''),
      ...placeIn(snapshot, input),
    ]),
};

export const explainQuestion: AssistantTool = {
  name: 'explain',
  title: 'Explain a question',
  description:
    'The answer to any question in the words of the language, with every way that leads to it and, where it is refused, the nearest changes that would allow it. Examples: `alice can READ_RECORDS in "Service Desk" with { Status "Open" }`, `who can DELETE_RECORDS in Desk`, `what can alice do in organization`, `alice can invite "bob@acme.com"`, `alice can use Desk.Bot`.',
  narrower: 'ask about one principal, or say more of the record',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['question'],
    properties: {
      question: { type: 'string', description: 'One question. Names with blanks stand in double quotes.' },
    },
  },
  run: ({ snapshot }, input) => {
    const text = (textIn(input, 'question') ?? '')
      .replace(/^query\s+/i, '')
      .replace(/^(?:who|what)\b/i, (word) => word.toLowerCase())
      .replace(/\s*[?.;]$/, '');
    const answer = askQuestion(snapshot, text);
    if (answer.question !== undefined) return answered(snapshot, answer);
    if (/[;\n]|\?\s*\S/.test(text)) return failed('one question for each call: this is read as several');
    return failed(
      spellOutLines([`the question cannot be read: ${text}`, ...whatIsWrong(answer), forms(snapshot)].join('\n')),
    );
  },
};

export const whoCan: AssistantTool = {
  name: 'who_can',
  title: 'Who can',
  description: 'Everybody who holds a permission in a place, for which records, and by which role, group or policy.',
  narrower: 'say more of the record, or ask about one of them with `evaluate`',
  input: {
    type: 'object',
    additionalProperties: false,
    required: ['permission', 'place'],
    properties: { permission, place, record },
  },
  run: ({ snapshot }, input) =>
    asked(snapshot, [
      { text: 'who can' },
      readPermissions('permission', textIn(input, 'permission') ?? ''),
      ...placeIn(snapshot, input),
    ]),
};

/** The place with what is said of the record there. */
function placeIn({ model }: Snapshot, input: Input): Read[] {
  const where = readPlace(model, 'place', textIn(input, 'place') ?? '');
  const given = Object.hasOwn(input, 'record') ? input['record'] : undefined;
  if ('problem' in where || typeof given !== 'object' || given === null || Object.keys(given).length === 0)
    return [where];
  const object = [...model.objects.values()].find(({ name }) => where.text === `in ${writeName(name)}`);
  if (object === undefined) return [{ problem: '`record` can only be said of an app, element, task or table' }];
  const body = readRecord(model, object, given);
  return [where, 'text' in body ? { text: `with { ${body.text} }` } : body];
}

/** Asks what the parts come to, or says what is wrong with each. */
function asked(snapshot: Snapshot, parts: readonly Read[]): ToolAnswer {
  const problems = parts.flatMap((part) => ('problem' in part ? [part.problem] : []));
  if (problems.length > 0) return failed(spellOutLines(problems.join('\n')));
  return answered(snapshot, askQuestion(snapshot, parts.map((part) => ('text' in part ? part.text : '')).join(' ')));
}

function answered(snapshot: Snapshot, answer: Asked): ToolAnswer {
  if (answer.question === undefined)
    return failed(spellOutLines([`the question cannot be read: ${answer.text}`, ...whatIsWrong(answer)].join('\n')));
  const [headline = '', ...rest] = explanationText(
    snapshot,
    explainAnswer(snapshot, answer.question, answer.answer),
  ).split('\n');
  // Whoever reads it has to see what was understood, and for which day it is true.
  const said = `asked: ${answer.text}, as of ${formatDay(answer.question.asOf ?? snapshot.input.today)}`;
  return { text: spellOutLines([headline, said, ...rest].join('\n')), failed: answer.answer.kind === 'error' };
}

/** What follows from the first mistakes is none of its own. */
const mostProblems = 3;

function whatIsWrong({ problems }: Asked): string[] {
  return problems.slice(0, mostProblems).map(({ message, instead }) => withNearest(message, instead));
}

/** How questions read, in names of the project. */
function forms({ model: { users, groups, objects } }: Snapshot): string {
  const [who = 'alice'] = [...users.keys(), ...groups.keys()].map(writeName);
  const [where = 'Desk'] = [...objects.keys()].map(writeName);
  const examples = [
    `${who} can READ_RECORDS in ${where}`,
    `who can READ_RECORDS in ${where}`,
    `what can ${who} do in ${where}`,
  ];
  return `questions read like these: ${examples.map((each) => `\`${each}\``).join(', ')}`;
}
