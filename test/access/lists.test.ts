// What somebody can do, and who can do something, line by line: for which records, and where it comes from.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { snapshotOf } from '../support/fixture.ts';
import { ask } from './both-ways.ts';
import { project } from './project.ts';

/** A question, and the lines of the answer below it. */
function check(text: string, question: string, expected: string): void {
  const { answer } = ask(snapshotOf(text), question);
  const entries = answer.kind === 'list' ? answer.entries : assert.fail(answer.reason);
  const lines = entries.map(({ name, whenText, origin }) => `${name}: ${whenText ?? 'always'}: ${origin}`);
  assert.deepEqual(
    lines,
    expected.split('\n').flatMap((line) => line.trim() || []),
  );
}

const administered = 'managed role "Admin" { members bob }';

describe('lists', () => {
  it('of what somebody can do where nobody administrates', () => {
    const text = project.replace(administered, '');
    check(
      text,
      'what can ann do in Desk',
      `
      READ_RECORDS: Status is "Open" and (Region is "EU" or Owner is empty) or Total > 3 or Line is one of (Team, Crew): role \`Agent\` through \`Team\`; policy \`Local\` through \`Team\`
      DELETE_RECORDS: Owner is ann and (Status is "Open" and Region is "EU" or Total > 3) or Line is one of (Team, Crew): role \`Doer\` by auto-share on \`assign\`; policy \`Local\` through \`Team\``,
    );
    check(
      text,
      'what can ann do in Shop',
      `
      READ_MESSAGES: always: role \`Clerk\` through \`Crew\`; the default policy through \`Internal Users\`
      CREATE_RECORDS: always: role \`Clerk\` through \`Crew\``,
    );
    check(text, 'what can ann do in organization', 'CREATE_ORGANIZATION_USERS: always: role `Host` through `Team`');
    check(text, 'what can bob do in organization', '');
    check(text, 'what can zed do in Desk', '');
  });
});
