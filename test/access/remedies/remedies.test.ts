// Remedies, text in and text out: one of every kind, their side effects, and where none are offered.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { remediesFor, wishOf } from '../../../server/src/access/remedies/remedies.ts';
import type { Remedies } from '../../../server/src/access/remedies/types.ts';
import { explainRemedies } from '../../../server/src/ide/explain-remedies.ts';
import { treeToText } from '../../../server/src/ide/explain-text.ts';
import { askQuestion } from '../../../server/src/project/ask.ts';
import { type FixtureOptions, snapshotOf } from '../../support/fixture.ts';

function remedies(text: string, question: string, options: FixtureOptions = {}) {
  const snapshot = snapshotOf(text, options);
  const { question: bound, answer } = askQuestion(snapshot, question);
  const wish = bound && wishOf(bound, snapshot.input.today);
  assert.ok(wish !== undefined && answer.kind === 'decision', `${question}: ${answer.reason}`);
  const found: Remedies = remediesFor(snapshot.model, wish, answer.decision);
  return treeToText(snapshot, explainRemedies(snapshot.model, found)).map((line) =>
    line.replace(/ \(main\.writ:\d+\)/, ''),
  );
}

/** The remedies of a text that has no more than it needs, each line below what it belongs to. */
function check(text: string, question: string, expected: string): void {
  const lines = expected.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  assert.deepEqual(
    remedies(text, question),
    lines.map((line) => line.slice(indent)),
  );
}

describe('remedies for what no role grants', () => {
  it('a group to join, and a role to be added to', () => {
    check(
      `user ann "a@x.com"
      user bob "b@x.com"
      group Team { members bob }
      group Staff { domain "y.com" }
      app Desk { role Clerk { members Team, Staff grants CREATE_RECORDS, READ_MESSAGES } }
      role Elsewhere { grants READ_ROLES }`,
      'ann can CREATE_RECORDS in Desk',
      `
      add \`ann\` to group \`Team\`
        it grants nothing else
      add \`ann\` to role \`Clerk\` of \`Desk\`
        it grants nothing else
      add \`ann\` to managed role \`Bulk Import Admin\`
        it also grants \`CREATE_RECORDS\`, \`READ_RECORDS\`, \`UPDATE_RECORDS\`, \`BULK_UPDATE_RECORDS\` in the organization
      add \`ann\` to managed role \`External Create\`
        it also grants \`READ_CONVERSATIONS\`, \`CREATE_MESSAGES\`, \`READ_MESSAGES\`, \`CREATE_RECORDS\` in the organization and 2 more
      add \`ann\` to managed role \`Internal User\`
        it also grants \`CREATE_ATTACHMENTS\`, \`READ_ATTACHMENTS\`, \`UPDATE_ATTACHMENTS\`, \`CREATE_CONVERSATIONS\` in the organization and 8 more`,
    );
  });
});
