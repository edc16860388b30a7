// Signature help: the forms that go on from what is typed, and the value at the cursor.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { signatureHelp } from '../../server/src/ide/signature-help.ts';
import { fixture, onlyCursor, snapshotOf } from '../support/fixture.ts';
import { inBase, inCondition, inWard } from './completion/base.ts';

function helpAt(text: string) {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  return signatureHelp(made.snapshot, path, offset);
}

/** The forms, likeliest first, with the value at the cursor in `⟨⟩`. */
function formsAt(text: string): string[] {
  const help = helpAt(text);
  if (help === undefined) return [];
  const shown = help.signatures.map(({ label, parameters, active }) => {
    const at = active === undefined ? undefined : parameters[active]?.span;
    return at === undefined
      ? label
      : `${label.slice(0, at.start)}⟨${label.slice(at.start, at.end)}⟩${label.slice(at.end)}`;
  });
  return [...shown.slice(help.active), ...shown.slice(0, help.active)];
}

const check = (text: string, expected: readonly string[]) => assert.deepEqual(formsAt(text), expected);

describe('signature help in conditions', () => {
  it('lists the operators that the type of the field takes', () => {
    check(inCondition('Isolated $0'), ['Isolated is ⟨true|false⟩', 'Isolated is empty', 'Isolated is not empty']);
    check(inCondition('Beds $0'), [
      'Beds is ⟨number⟩',
      'Beds is not ⟨number⟩',
      'Beds > ⟨number⟩',
      'Beds >= ⟨number⟩',
      'Beds < ⟨number⟩',
      'Beds <= ⟨number⟩',
      'Beds between ⟨number⟩ and number',
      'Beds is one of (⟨number⟩, …)',
      'Beds is empty',
      'Beds is not empty',
    ]);
    check(inCondition('Team $0'), [
      'Team is ⟨group⟩',
      'Team is not ⟨group⟩',
      'Team is one of (⟨group⟩, …)',
      'Team contains ⟨current user⟩',
      'Team is empty',
      'Team is not empty',
    ]);
  });

  it('goes on with the words that stand, half a word too', () => {
    check(inCondition('Beds be$0'), ['Beds between ⟨number⟩ and number']);
    check(inCondition('Beds is n$0'), ['Beds is not ⟨number⟩', 'Beds is not empty', 'Beds is ⟨number⟩']);
    check(inCondition('Beds is not $0'), ['Beds is not ⟨number⟩', 'Beds is not empty']);
    check(inCondition('Beds is one $0'), ['Beds is one of (⟨number⟩, …)']);
    check(inCondition('Nurse is in $0'), ['Nurse is in ⟨group⟩']);
    check(inCondition('"First Name" starts $0'), ['"First Name" starts with ⟨text⟩']);
    check(inCondition('Beds >= $0'), ['Beds >= ⟨number⟩']);
  });

  it('follows the value at the cursor', () => {
    check(inCondition('Beds between $0'), ['Beds between ⟨number⟩ and number']);
    check(inCondition('Beds between 1$0'), ['Beds between ⟨number⟩ and number']);
    check(inCondition('Beds between 1 $0'), ['Beds between ⟨number⟩ and number']);
    check(inCondition('Beds between 1 and $0'), ['Beds between number and ⟨number⟩']);
    check(inCondition('Beds between 1 and 3$0'), ['Beds between number and ⟨number⟩']);
    check(inCondition('Admitted in the $0'), [
      'Admitted in the last ⟨number⟩ days|weeks|months|years',
      'Admitted in the next ⟨number⟩ days|weeks|months|years',
    ]);
    check(inCondition('Admitted in the next $0'), ['Admitted in the next ⟨number⟩ days|weeks|months|years']);
    check(inCondition('Admitted in the last 30 $0'), ['Admitted in the last number ⟨days|weeks|months|years⟩']);
    check(inCondition('State is one of ($0'), ['State is one of (⟨option⟩, …)']);
    check(inCondition('State is one of ("New", $0'), ['State is one of (⟨option⟩, …)']);
    check(inCondition('Tags overlaps ("urgent" $0'), ['Tags overlaps (⟨option⟩, …)']);
    check(inCondition('State is "N$0'), ['State is ⟨option⟩']);
  });

  it('ends where the comparison does', () => {
    check(inCondition('Beds is 3 $0'), []);
    check(inCondition('Beds is 3 and $0'), []);
    check(inCondition('State is one of ("New") $0'), []);
    check(inCondition('Beds is empty $0'), []);
    check(inCondition('Beds is 3 and Rooms > $0'), ['Rooms > ⟨number⟩']);
    check(inCondition('not (Beds is 3 or Rooms > $0'), ['Rooms > ⟨number⟩']);
  });

  it('speaks of the object that the condition does', () => {
    check(inWard('  automation A { action createRecord in Visits where Length > $0'), ['Length > ⟨number⟩']);
    check(inBase('query ann can READ_RECORDS in Ward when State is $0'), [
      'State is ⟨option⟩',
      'State is not ⟨option⟩',
      'State is one of (⟨option⟩, …)',
      'State is empty',
      'State is not empty',
    ]);
  });

  it('says what the values are', () => {
    const about = (text: string) => helpAt(text)?.signatures[0]?.parameters[0]?.documentation;
    assert.equal(
      about(inCondition('State is not $0')),
      'One of `"New"`, `"In Care"`, `"Left"`. Or `field NAME`: another field of this type.',
    );
    assert.equal(about(inCondition('Tags contains $0')), 'One of `"urgent"`, `"late"`, `"private"`.');
    assert.match(about(inCondition('Note is $0')) ?? '', /`current user.NAME`/);
    assert.equal(helpAt(inCondition('Beds between $0'))?.signatures[0]?.documentation, 'Both ends belong to it.');
  });

  it('says nothing of fields that nobody declares, and of attachments only what there is', () => {
    check(inCondition('Nope is $0'), []);
    check(inCondition('Scan $0'), ['Scan is empty', 'Scan is not empty']);
    check(inCondition('$0'), []);
  });
});

describe('signature help elsewhere', () => {
  it('shows what an action, a tool and a trigger take', () => {
    const action = 'action createRecord ⟨in object⟩ [where condition]'.replace('⟨in', '[⟨in').replace('t⟩', 't⟩]');
    check(inWard('  automation A { action $0'), ['action ⟨action⟩ [in object] [where condition]']);
    check(inWard('  automation A { action createRecord $0'), [action]);
    check(inWard('  automation A { action createRecord in $0'), [action]);
    check(inWard('  automation A { action createRecord where $0'), [
      'action createRecord [in object] [⟨where condition⟩]',
    ]);
    check(inWard('  agent A { tool searchAspect runs as $0'), [
      'tool searchAspect [in object] [where condition] [⟨runs as account⟩]',
    ]);
    check(inWard('  automation A { trigger $0'), ['trigger ⟨event⟩']);
    check(inWard('  automation A { action createRecord\n    $0'), []);
    assert.match(
      helpAt(inWard('  automation A { action createRecord $0'))?.signatures[0]?.documentation ?? '',
      /CREATE\\_RECORDS/,
    );
  });

  it('shows what levels are on', () => {
    check(inBase('role R { grants view on $0'), ['view on ⟨permission group⟩']);
    const about = helpAt(inBase('role R { grants view $0'))?.signatures[0]?.parameters[0]?.documentation ?? '';
    assert.match(about, /`Records`.*`"AI Providers"`|`"AI Providers"`.*`Records`/);
  });

  it('shows how questions are put', () => {
    const [first, ...others] = formsAt(inBase('query $0'));
    assert.equal(first, 'query ⟨principal⟩ can permission in object [with { … }] [as of date]');
    assert.equal(others.length, 4);
    check(inBase('query ann can READ_RECORDS $0'), [
      'query principal can permission ⟨in object⟩ [with { … }] [as of date]',
    ]);
    check(inBase('query ann can READ_RECORDS in Ward $0'), [
      'query principal can permission in object [⟨with { … }⟩] [as of date]',
    ]);
    check(inBase('query who can $0'), ['query who can ⟨permission⟩ in object [with { … }] [as of date]']);
    check(inBase('query what can ann do $0'), ['query what can principal do ⟨in object⟩ [with { … }] [as of date]']);
    for (const names of ['$0', 'ann, $0', 'ann, ben $0'])
      check(inBase(`expect nobody but ${names}`), [
        'expect nobody [but ⟨principals⟩] can permission in object [with { … }] [as of date]',
      ]);
    check(inBase('query ann can invite $0'), ['query principal can invite ⟨"address"⟩ [as of date]']);
    check(inBase('query ann can READ_RECORDS in Ward as of $0'), [
      'query principal can permission in object [with { … }] [⟨as of date⟩]',
    ]);
  });

  it('says nothing where no value is waited for', () => {
    for (const text of ['$0', 'user $0', 'role R { members $0 }', '// action $0', 'group G { description "action $0"'])
      check(inBase(text), []);
  });

  it('answers at any offset of any text', () => {
    const text = inCondition(
      'Beds between 1 and 3 and "First Name" is "😀" or Admitted in the last 3 days\r\n  }\n}\nquery ann can READ_RECORDS in Ward when not (State is one of ("New", "Left"))',
    ).replaceAll('--- file: base.writ', '');
    for (const cut of [text, text.slice(0, 60), text.replace('}', ''), '']) {
      const snapshot = snapshotOf(cut);
      for (let offset = -1; offset <= cut.length + 1; offset++)
        for (const { label, parameters } of signatureHelp(snapshot, 'main.writ', offset)?.signatures ?? [])
          for (const { span } of parameters)
            assert.ok(0 <= span.start && span.start < span.end && span.end <= label.length);
    }
    assert.equal(signatureHelp(snapshotOf(''), 'none.writ', 0), undefined);
  });
});
