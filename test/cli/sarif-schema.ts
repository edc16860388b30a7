// Validates SARIF logs against the schema of the standard.
import { strict as assert } from 'node:assert';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import type { Log } from 'sarif';

// The schema is of draft 04, whose `id` later drafts do not know; nothing else in it is read differently.
const { id: _, $schema: _draft, ...schema } = sarifSchema;

const reference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/;

const validate = new Ajv({
  strict: false,
  // One of its patterns is none by the newer reading.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text) => reference.test(text) && URL.canParse(text),
    'uri-reference': (text) => reference.test(text) && URL.canParse(text, 'file:///folder/'),
    'date-time': true,
  },
}).compile(schema);

export function sarifProblems(value: unknown): unknown[] {
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Takes printed SARIF; gives the log, which is valid. */
export function readSarif(text: string): Log {
  const log: Log = JSON.parse(text);
  assert.deepEqual(sarifProblems(log), [], text);
  return log;
}
