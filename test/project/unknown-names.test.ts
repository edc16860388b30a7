// What is said of names that nothing declares, where there are very many of them or where many objects have them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { ProjectInput, Snapshot } from '../../server/src/project/types.ts';

const today = 20_000;

function inputOf(text: string): ProjectInput {
  return { files: new Map([['a.writ', { text }]]), settings: undefined, directories: new Map(), today };
}

const objectWith = (name: string) => `app ${name} { service account bot { purpose "p" } }\n`;

function fixesOf(snapshot: Snapshot, rule: string): readonly (readonly string[])[] {
  return snapshot.findingsOf(rule).map((finding) => snapshot.fixesOf(finding).map(({ title }) => title));
}

describe('a name that other objects have', () => {
  it('is offered with those objects, the first of them where there are many', () => {
    const others = (count: number) => Array.from({ length: count }, (_, i) => objectWith(`A${i}`)).join('');
    const asking = 'app Own { role R { description "d" members bot grants READ_RECORDS } }\n';
    const titles = (text: string) => fixesOf(createSnapshot(inputOf(text)), 'unknown-principal');
    assert.deepEqual(titles(`${others(2)}${asking}`), [
      ['Change to `A0.bot`', 'Change to `A1.bot`', 'Declare group `bot`'],
    ]);
    const four = ['A0', 'A1', 'A2', 'A3'].map((name) => `Change to \`${name}.bot\``);
    assert.deepEqual(titles(`${others(9)}${asking}`), [four]);
  });

  it('is not offered with the object that it is sought in, nor from one to another', () => {
    const text = `${objectWith('A')}app B { role R { description "d" members A.bat, B.bot grants READ_RECORDS } }\n`;
    const found = createSnapshot(inputOf(text)).findingsOf('unknown-principal');
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        'unknown user, group or service account `bat` in `A`; did you mean `bot`?',
        'unknown user, group or service account `bot` in `B`',
      ],
    );
  });
});

describe('very many unknown names', () => {
  /** So many people that few unknown names are looked for among them before it is too much. */
  const people = Array.from({ length: 20_000 }, (_, i) => `user u${i} "u${i}@acme.com"\n`).join('');
  const unknown = (count: number) => Array.from({ length: count }, (_, i) => `somebody-else-entirely-${i}`).join(', ');
  const role = (members: string) => `role R { description "d" members ${members} grants READ_RECORDS }`;
  const text = (count: number, last: string) => `${people}app A { ${role(unknown(count))} }\napp B { ${role(last)} }\n`;
  const unknownIn = (snapshot: Snapshot) => snapshot.findingsOf('unknown-principal').map(({ message }) => message);

  const cases = [
    { what: 'too many from now on', from: text(150, 'u7'), to: text(150, `${unknown(90)}, U7`), suggests: false },
    { what: 'no longer too many', from: text(250, 'U7'), to: text(20, 'U7'), suggests: true },
  ];
  for (const { what, from, to, suggests } of cases)
    it(`are told alike after an edit and from nothing: ${what}`, () => {
      const before = createSnapshot(inputOf(from));
      assert.ok(before.model.problems.length > 0);
      const [warm, cold] = [createSnapshot(inputOf(to), before), createSnapshot(inputOf(to))];
      assert.deepEqual(unknownIn(warm), unknownIn(cold));
      assert.equal(unknownIn(cold).at(-1)?.includes('did you mean `u7`'), suggests);
    });
});
