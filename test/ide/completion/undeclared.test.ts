// Names that nothing declares yet: taking one declares it, and nothing is left to say about the name.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { complete } from '../../../server/src/ide/completion/complete.ts';
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { checkOffers } from '../../support/check-completion.ts';
import { fixture, inputOf, onlyCursor } from '../../support/fixture.ts';

const missing = ['unknown-principal', 'unknown-object', 'unknown-record', 'duplicate-name'];

/** Takes the item of a kind and label at the cursor; gives the file after it, in which nothing may be missing. */
function accept(text: string, kind: string, label: string, end = '\n'): string {
  const made = fixture(text);
  const { path, offset } = onlyCursor(made);
  const files = new Map([...made.files].map(([name, own]) => [name, own.replaceAll('\n', end)]));
  const before = files.get(path) ?? '';
  const at = (made.files.get(path) ?? '').slice(0, offset).replaceAll('\n', end).length;
  const { items } = complete(createSnapshot(inputOf(files, 20_000)), path, at);
  const item = items.find((each) => each.kind === kind && each.label === label && each.besides !== undefined);
  assert.ok(
    item?.besides,
    `no ${kind} \`${label}\` among ${items.map((each) => `${each.kind} ${each.label}`).join(', ')}`,
  );
  for (const { span } of item.besides) {
    assert.ok(span.end < item.replace.start || span.start > item.replace.end, 'edits do not touch each other');
  }
  const written = { span: item.replace, text: item.insertText };
  const after = applyEdits(before, [written, ...item.besides]);
  files.set(path, after);
  const { findings } = createSnapshot(inputOf(files, 20_000));
  const left = findings.filter(({ rule, message }) => missing.includes(rule) && message.includes(`\`${label}\``));
  assert.deepEqual(left, [], after);
  return after;
}

const head = 'organization { domains "x.com" }\nuser ann "ann@x.com"\ngroup Team { members ann }\n';

describe('completion of what nothing declares', () => {
  it('declares a new user behind the others', () => {
    assert.equal(
      accept(`${head}role R { members zoe$0 }\n`, 'user', 'zoe'),
      `${head.replace('group', 'user zoe "zoe@x.com"\ngroup')}role R { members zoe }\n`,
    );
  });

  it('declares a group, where the name looks like one', () => {
    assert.equal(
      accept(`${head}role R { members Clerks$0 }\n`, 'group', 'Clerks'),
      `${head}group Clerks {}\nrole R { members Clerks }\n`,
    );
    assert.match(
      accept(`${head}app A { field G: group policy P { to Team when G is Clerks$0 } }`, 'group', 'Clerks'),
      /^group Clerks \{\}$/m,
    );
    assert.match(
      accept(`${head}app A { field U: user policy P { to Team when U is in Clerks$0 } }`, 'group', 'Clerks'),
      /^group Clerks \{\}$/m,
    );
    assert.match(
      accept(`${head}app A { field U: user policy P { to Team when U is zoe$0 } }`, 'user', 'zoe'),
      /^user zoe/m,
    );
  });

  it('declares what is named elsewhere', () => {
    const text = `${head}role S { members zoe, Clerks }\nquery $0\n`;
    assert.match(accept(text, 'user', 'zoe'), /^user zoe "zoe@x.com"$/m);
    assert.match(accept(text, 'group', 'Clerks'), /^group Clerks \{\}$/m);
    checkOffers(`${head}role S { members zoe }\nquery a$0\n`, ['ann'], ['zoe']);
  });

  it('declares objects and records', () => {
    assert.match(accept(`${head}query ann can READ_RECORDS in Desk$0`, 'object', 'Desk'), /^app Desk \{\}$/m);
    const text = `${head}app A { }\nquery ann can READ_RECORDS on ticket$0`;
    assert.match(accept(text, 'record', 'ticket'), /^record ticket in A \{\}$/m);
  });

  it('stands above the declaration at the cursor, with its comments, where there is no better place', () => {
    assert.equal(
      accept(
        'organization { domains "x.com" }\n\n// Who reads.\n// All of it.\nrole R {\n  members zoe$0\n}\n',
        'user',
        'zoe',
      ),
      'organization { domains "x.com" }\n\nuser zoe "zoe@x.com"\n\n// Who reads.\n// All of it.\nrole R {\n  members zoe\n}\n',
    );
    assert.equal(
      accept(
        '// Who reads.\ngroup Team { members zoe$0 }\n--- file: b.writ\norganization { domains "x.com" }',
        'user',
        'zoe',
      ),
      '// Who reads.\ngroup Team { members zoe }\n\nuser zoe "zoe@x.com"',
    );
  });

  it('works in text that is broken and half typed', () => {
    assert.match(accept(`${head}role R {\n  members ann, zoe$0`, 'user', 'zoe'), /^user zoe "zoe@x.com"$/m);
    assert.match(
      accept(`${head}role R {\n  members ann, zoe$0\n\napp A {\n  role S { grants`, 'user', 'zoe'),
      /^user zoe/m,
    );
    assert.match(accept(`${head}query zoe$0`, 'user', 'zoe'), /^user zoe/m);
    assert.match(accept('organization { domains "x.com" }\nquery zoe$0', 'user', 'zoe'), /^user zoe/m);
  });

  it('keeps the line ends of the file, and quotes names', () => {
    assert.ok(
      accept(`${head}role R { members zoe$0 }\n`, 'user', 'zoe', '\r\n').includes(
        '"ann@x.com"\r\nuser zoe "zoe@x.com"\r\n',
      ),
    );
    assert.match(
      accept(`${head}role R { members "Night Sh😀ft$0" }\n`, 'group', 'Night Sh😀ft'),
      /^group "Night Sh😀ft" \{\}$/m,
    );
  });

  it('offers no new name where one that is there may be meant, nor one that is too short', () => {
    checkOffers(`${head}role R { members an$0 }\n`, ['ann'], ['an']);
    checkOffers(`${head}role R { members z$0 }\n`, [], ['z']);
  });

  it('offers no user whose address nobody can guess', () => {
    const { items } = complete(fixture('role R { members zoe }').snapshot, 'main.writ', 20);
    assert.deepEqual(
      items.filter(({ kind, besides }) => kind === 'user' && besides !== undefined),
      [],
    );
  });

  it('offers nothing new where no name of that kind can stand', () => {
    const { snapshot, cursors } = fixture(`${head}app A { field S: choice("x") policy P { to Team when S is zoe$0 } }`);
    const [cursor] = cursors;
    const items = complete(snapshot, 'main.writ', cursor?.offset ?? 0).items;
    assert.deepEqual(
      items.filter(({ besides }) => besides !== undefined),
      [],
    );
  });
});
