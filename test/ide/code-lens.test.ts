// Lenses: where they stand, what they say and what picking them does.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { codeLenses } from '../../server/src/ide/code-lens.ts';
import { type LensSwitch, lensSwitches } from '../../server/src/ide/lenses/lens.ts';
import { lensText } from '../../server/src/ide/lenses/title.ts';
import { fixture, snapshotOf } from '../support/fixture.ts';

const all: ReadonlySet<LensSwitch> = new Set(lensSwitches);
const usual: ReadonlySet<LensSwitch> = new Set(lensSwitches.filter((each) => each !== 'users'));

/** One line each: what it stands above, and what it says. */
function lensLines(text: string, wanted = usual): string[] {
  const snapshot = snapshotOf(text);
  return codeLenses(snapshot, 'main.writ', wanted).map(({ kind, span }) => {
    const said = lensText(snapshot, 'main.writ', span.start, kind);
    const above = text.slice(span.start, span.end).split('\n')[0];
    return `${above}: ${said?.title ?? '(nothing)'}${said?.action === undefined ? '' : ` > ${said.action.does}`}`;
  });
}

const project = `user ann "a@x.com"
user bob "b@x.com"
group Team {
  members ann, bob
}
group Lone { members ann }
role Reader {
  members Team, ann
  grants READ_RECORDS, READ_ROLES
}
app Desk {
  field S: text
  role Agent {
    members Team
  }
  role Small { members ann }
  policy P {
    to Team, Bot
    when S is "x"
  }
  policy Q {
    to Team
    when Nope is "x"
  }
  service account Bot {
    roles Reader
  }
}
`;

describe('code lenses', () => {
  it('stand above what takes more than a line, and say who, what and how often', () => {
    assert.deepEqual(lensLines(project), [
      'Team: 2 people > show',
      'Team: permissions > permissions',
      'Team: used in 4 places > references',
      'Reader: held by 2 people and 1 service account > show',
      'Reader: 2 permissions',
      'Desk: permissions > permissions',
      'Desk: used nowhere',
      'Agent: held by 2 people > show',
      'Agent: 0 permissions',
      'P: opens records to 2 people and 1 service account > show',
      'Q: opens nothing: it has an error > show',
      'Bot: permissions > permissions',
      'Bot: used in 1 place > references',
    ]);
  });

  it('can be switched off one by one', () => {
    for (const each of ['members', 'permissions', 'usedBy'] as const) {
      const without = lensLines(project, new Set([...usual].filter((other) => other !== each)));
      assert.ok(without.length > 0 && without.length < lensLines(project).length, each);
    }
    assert.deepEqual(lensLines(project, new Set()), []);
    assert.ok(lensLines(project, all).includes('ann: used in 4 places > references'));
  });

  it('stand above questions and expectations whose outcome one may want explained', () => {
    const questions = `query ann can READ_RECORDS in Desk
query who can READ_RECORDS in Desk
query ann can READ_ROLES in organization
query ann can READ_RECORDS in Desk with { S "y" }
query bob can READ_RECORDS in Desk when S is "x" as of 2027-01-01
query ann can NOPE in Desk
query who can
expect ann can READ_ROLES in organization
test "t" {
  expect bob can READ_ROLES in organization
  expect bob cannot READ_ROLES in organization
}`;
    const lines = lensLines(`${project}${questions}`).slice(13);
    assert.deepEqual(
      lines.map((line) => line.replace(/^(.*?)(?: in .*?)?: /, '$1: ')),
      [
        'query ann can READ_RECORDS: Why > explain',
        'query ann can READ_RECORDS: Evaluate for a record… > evaluate',
        'query who can READ_RECORDS: Why > explain',
        'query who can READ_RECORDS: List… > list',
        'query ann can READ_RECORDS: Why > explain',
        'expect bob cannot READ_ROLES: Why > explain',
      ],
    );
  });

  it('say of roles that records give them that they do', () => {
    const text = (members: string) => `user ann "a@x.com"\napp D { role F {\n${members} auto-share on watch\n} }`;
    const members = new Set(['members'] as const);
    assert.deepEqual(lensLines(text(''), members), ['F: held by auto-share alone']);
    assert.deepEqual(lensLines(text('members ann'), members), ['F: held by 1 person, and by auto-share > show']);
  });

  it('ask again what a question asks', () => {
    const text = 'app "D k" { } app Desk { }\nquery "D k".Bot can READ_RECORDS in "Desk" when S is "x"';
    const action = lensText(snapshotOf(text), 'main.writ', text.indexOf('query'), 'evaluate')?.action;
    assert.deepEqual(action, {
      does: 'evaluate',
      principal: '"D k".Bot',
      permission: 'READ_RECORDS',
      place: 'Desk',
    });
  });

  it('lead to members in other files', () => {
    const { snapshot, files } = fixture(`--- file: a.writ
role R {
  members Team, "Internal Users"
}
--- file: b.writ
group Team { members ann }
user ann "a@x.com"`);
    const [lens] = codeLenses(snapshot, 'a.writ', usual);
    const action = lens && lensText(snapshot, 'a.writ', lens.span.start, lens.kind)?.action;
    assert.ok(action?.does === 'show');
    assert.deepEqual(
      action.places.map(({ file, span }) => files.get(file)?.slice(span.start, span.end)),
      ['Team'],
    );
  });

  it('say nothing of what is broken, declared twice or gone', () => {
    assert.deepEqual(lensLines('group {\n members ann\n}\nrole\n{\n'), []);
    assert.deepEqual(lensLines('group G {\n}\ngroup G {\n}', new Set(['usedBy'] as const)), [
      'G: used nowhere',
      'G: (nothing)',
    ]);
    const snapshot = snapshotOf(project);
    assert.equal(lensText(snapshot, 'main.writ', 0, 'members'), undefined);
    assert.equal(lensText(snapshot, 'main.writ', 99_999, 'used by'), undefined);
    assert.equal(lensText(snapshot, 'main.writ', 3, 'why'), undefined);
    assert.equal(lensText(snapshot, 'none.writ', 3, 'why'), undefined);
    assert.deepEqual(codeLenses(snapshot, 'none.writ', all), []);
    assert.deepEqual(lensLines(''), []);
  });

  it('work with any line ends and characters beyond the BMP', () => {
    assert.deepEqual(
      lensLines('user "😀" "s@x.com"\r\ngroup "T😀" {\r\n  members "😀"\r\n}\r\n', new Set(['members'] as const)),
      ['"T😀": 1 person > show'],
    );
  });
});
