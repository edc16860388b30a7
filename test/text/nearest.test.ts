// What counts as near, and in which order.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { nameWords, nearest } from '../../server/src/text/nearest.ts';

/** `word | candidates > expected`, names separated by commas. */
function checkNearest(line: string, max?: number): void {
  const [question = '', answer = ''] = line.split('>');
  const [word = '', candidates = ''] = question.split('|');
  const names = (text: string) => text.split(',').map((name) => name.trim());
  const expected = names(answer).filter((name) => name !== '');
  assert.deepEqual(nearest(word.trim(), names(candidates), max), expected, line);
}

describe('nearest', () => {
  it('puts another case, punctuation or order of words first', () => {
    checkNearest('agents | Agent, Agents, AGENTS > AGENTS, Agents, Agent');
    checkNearest('read records | READ_RECORD, READ_RECORDS > READ_RECORDS, READ_RECORD');
    checkNearest('readRecords | READ_RECORDS > READ_RECORDS');
    checkNearest('ServiceDesk | Service Desk > Service Desk');
    checkNearest('RECORDS_READ | READ_RECORDS, READ_RECORD_SHARES > READ_RECORDS');
    checkNearest('Desk Service | Service Desk > Service Desk');
  });

  it('goes by edit distance, relative to the length of the word', () => {
    checkNearest('READ_RECODS | READ_ROLES, READ_RECORDS, DELETE_RECORDS > READ_RECORDS');
    checkNearest('alcie | bob, alice, dana > alice');
    checkNearest('bob | alice, bop, carol > bop');
    checkNearest('Auditor | Auditors, Editor > Auditors, Editor');
    checkNearest('alice | Approvals, Agents >');
  });

  it('finds nothing in common between two single letters', () => {
    checkNearest('x | y, z >');
    checkNearest('x | xy > xy');
  });

  it('takes names that hold all of the words, several words before two edits, one word last', () => {
    checkNearest('Agent | Desk Agent, Agents, Reagent > Agents, Desk Agent');
    checkNearest('it | do it now >');
    checkNearest(
      'update record | create record, update record fields, update records > update records, update record fields, create record',
    );
  });

  it('does not depend on the order of the candidates, and counts each once', () => {
    checkNearest('cat | hat, bat, cap, cap > cap, bat, hat');
    checkNearest('cat | cap, bat, hat, bat > cap, bat, hat');
    checkNearest('cat | cap, bat, hat > cap', 1);
  });

  it('stands empty and huge words', () => {
    assert.deepEqual(nearest('', ['a', '']), ['']);
    assert.deepEqual(nearest('???', ['abc']), []);
    const huge = 'x'.repeat(1_000_000);
    assert.deepEqual(nearest(huge, ['abc', `${huge}y`, huge.toUpperCase()]), [huge.toUpperCase()]);
    assert.deepEqual(nearest('abc', [huge]), []);
  });

  it('splits names into words', () => {
    assert.deepEqual(nameWords('"View Objects (Apps, Elements)"'), ['view', 'objects', 'apps', 'elements']);
    assert.deepEqual(nameWords('aiSearchTable'), ['ai', 'search', 'table']);
    assert.deepEqual(nameWords('Größe-Änderung'), ['größe', 'änderung']);
  });
});
