// The formatter: what becomes of a text, and what holds of every text.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { at } from '../../scripts/places.ts';
import { formatText } from '../../server/src/syntax/print.ts';
import { checkFormatting } from '../fuzz/formatting.ts';
import { noise, soundFile, soup } from './soup.ts';

const long = (count: number) => Array.from({ length: count }, (_, i) => `PERMISSION_${i}`);

/** By what is shown: a text and what it becomes. */
const changes: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'blanks within lines': ['user  a"a@b.c"{external}', 'user a "a@b.c" { external }\n'],
  signs: [
    'app A { field S :choice ( "a","b" )\npolicy p { to B . C ,D when(N>3)and S is one of("a") } }',
    'app A {\n  field S: choice("a", "b")\n  policy p { to B.C, D when (N > 3) and S is one of ("a") }\n}\n',
  ],
  indentation: [
    'app A {\nrole R {\n      members a\n\tgrants B\n}\n  }',
    'app A {\n  role R {\n    members a\n    grants B\n  }\n}\n',
  ],
  'items of a block that has a line end in it': [
    'role R { members a\n grants B  expires 2027-01-01 }',
    'role R {\n  members a\n  grants B\n  expires 2027-01-01\n}\n',
  ],
  'lines of a record': ['record r in A { X 1  Y 2\nZ 3 }', 'record r in A {\n  X 1  Y 2\n  Z 3\n}\n'],
  'declarations on one line': ['user a "a@b.c" user b "b@b.c"', 'user a "a@b.c"\nuser b "b@b.c"\n'],
  'more than one blank line': ['\n\nuser a "a@b.c"\n\n\n\nuser b "b@b.c"\n\n', 'user a "a@b.c"\n\nuser b "b@b.c"\n'],
  'blank lines at the braces': [
    'app A {\n\n  field X: text\n\n\n  field Y: text\n\n}\n',
    'app A {\n  field X: text\n\n  field Y: text\n}\n',
  ],
  'an empty block': ['task A {\n\n}', 'task A {}\n'],
  'heads of several lines': ['role\n"R"\n{\nmembers\na }', 'role "R" {\n  members a\n}\n'],
  'comments above and behind': [
    '  // top  \nuser a "a@b.c"   // behind\n   // above b\nuser b "b@b.c"\n  /* end */',
    '// top\nuser a "a@b.c" // behind\n// above b\nuser b "b@b.c"\n/* end */\n',
  ],
  'comments at the elements of a list': [
    'role R {\n  grants A, // of a\n  // above b\n  /* of b */B\n  // last\n}',
    'role R {\n  grants A, // of a\n    // above b\n    /* of b */ B\n  // last\n}\n',
  ],
  'a comment of several lines, byte for byte': ['app A {\n/* x\n y  \n*/\n}', 'app A {\n  /* x\n y  \n*/\n}\n'],
  'a long list, an element a line': [
    `role R {\n  grants ${long(9).join(', ')}\n}`,
    `role R {\n  grants\n    ${long(9).join(',\n    ')}\n}\n`,
  ],
  'a long list on the line of its block, after the block': [
    `role R { members a grants ${long(9).join(', ')} }`,
    `role R {\n  members a\n  grants\n    ${long(9).join(',\n    ')}\n}\n`,
  ],
  'options of a field, in parentheses': [
    `app A {\n  field S: choice(${long(9)
      .map((x) => `"${x}"`)
      .join(', ')})\n}`,
    `app A {\n  field S: choice(\n    ${long(9)
      .map((x) => `"${x}"`)
      .join(',\n    ')}\n  )\n}\n`,
  ],
  'a long condition, the outer operator first': [
    `app A {\n  policy p {\n    to b\n    when ${'A is "aaaaaaaaaaaaaaaa" and B is "bbbbbbbbbbbbbb" or '.repeat(2)}C is empty\n  }\n}`,
    `app A {\n  policy p {\n    to b\n    when A is "aaaaaaaaaaaaaaaa" and B is "bbbbbbbbbbbbbb"\n${'      or A is "aaaaaaaaaaaaaaaa" and B is "bbbbbbbbbbbbbb"\n'}      or C is empty\n  }\n}\n`,
  ],
  'an operator at the end of a line': [
    'app A {\n  policy p {\n    to b\n    when A is 1 and\n    B is 2\n  }\n}',
    'app A {\n  policy p {\n    to b\n    when A is 1\n      and B is 2\n  }\n}\n',
  ],
  'a long expectation, before its clause': [
    `expect "${'a'.repeat(60)}" cannot READ_RECORDS in Desk when Status is "Closed" and Assignee is not alice`,
    `expect "${'a'.repeat(60)}" cannot READ_RECORDS in Desk\n  when Status is "Closed" and Assignee is not alice\n`,
  ],
  'what stands beside what cannot be read': [
    'user  a "a@b.c"\nrole  R { grunts  X }\nuser  b "b@b.c"\nuser  c "c@b.c"',
    'user a "a@b.c"\nrole  R { grunts  X }\nuser b "b@b.c"\nuser c "c@b.c"\n',
  ],
  'a line that a suppression speaks of': [
    `// writ-ignore unused-role: later\nrole R { members a  grants ${long(9).join(', ')} }\nuser  a "a@b.c"`,
    `// writ-ignore unused-role: later\nrole R { members a  grants ${long(9).join(', ')} }\nuser a "a@b.c"\n`,
  ],
  'Windows line ends and the byte order mark': [
    '\ufeffapp A {\r\nfield X: text\r\n\r\n\r\n}\r\n',
    '\ufeffapp A {\r\n  field X: text\r\n}\r\n',
  ],
  'names and texts, byte for byte': [
    'role  "a\\u00e9\\"  \\n𠮷"  { description  "  tab\tin  " }',
    'role "a\\u00e9\\"  \\n𠮷" { description "  tab\tin  " }\n',
  ],
  'line ends of both kinds': ['user a "a@b.c"\r\nuser b "b@b.c"\n', 'user a "a@b.c"\nuser b "b@b.c"\n'],
  'an open comment': ['user  a "a@b.c" /* open  ', 'user a "a@b.c" /* open  '],
  nothing: ['  \n\n', ''],
  'a comment alone': ['  // x', '// x\n'],
};

const kept: Readonly<Record<string, string>> = {
  'one space or two between items of a line': 'role R { members a  grants B expires 2027-01-01 }\n',
  'line ends in a list': 'role R {\n  grants A, B,\n    C\n}\n',
  'line ends in a condition':
    'app A {\n  policy p {\n    to b\n    when A is 1\n      and (B is 2 or C is 3)\n  }\n}\n',
  'what stands between a name and its record': 'expect a can B in C with {\n  X 1\n} as of 2027-01-01\n',
  'a blank line behind a suppression': 'app A {\n  // writ-ignore x: y\n\n  field X: text\n}\n',
};

describe('format', () => {
  for (const [title, [before, after]] of Object.entries(changes))
    it(title, () => {
      assert.equal(formatText(before), after);
      checkFormatting(before);
    });

  for (const [title, text] of Object.entries(kept)) it(`keeps ${title}`, () => assert.equal(formatText(text), text));

  it('indents with what the editor says', () => {
    assert.equal(
      formatText('app A {\nrole R {\nmembers a }}', { indent: '\t', tabSize: 4 }),
      'app A {\n\trole R {\n\t\tmembers a\n\t}\n}\n',
    );
  });

  it('measures tabs by their columns', () => {
    const text = `role R {\n\tgrants ${'A'.repeat(40)}, ${'B'.repeat(44)}\n}\n`;
    assert.equal(formatText(text, { indent: '\t', tabSize: 2 }), text);
    assert.notEqual(formatText(text, { indent: '\t', tabSize: 8 }), text);
  });

  it('has nothing to do in the samples', () => {
    for (const folder of readdirSync(at('samples')))
      for (const name of readdirSync(at('samples', folder)).filter((each) => each.endsWith('.writ'))) {
        const text = readFileSync(at('samples', folder, name), 'utf8');
        assert.equal(formatText(text), text, name);
      }
  });
});

describe('format: for every text', () => {
  const runs = { numRuns: 1000 };
  const blank = fc.constantFrom(' ', '\n', '\n\n\n', '\t', '\r\n', ' // note\n', ' /* note */ ', '\n/* a\n b */ ');
  const shaken = fc.tuple(soundFile, fc.array(blank, { minLength: 1, maxLength: 20 })).map(([declarations, blanks]) => {
    let next = 0;
    return declarations
      .join('\n')
      .replace(/(?<!"[^"\n]*)[ \n](?=(?:[^"\n]*"[^"\n]*")*[^"\n]*$)/gm, () => blanks[next++ % blanks.length] ?? ' ');
  });
  const cases = { 'random words': soup, 'random characters': noise, 'declarations with any blanks': shaken };
  for (const [title, texts] of Object.entries(cases))
    it(`${title}: says what it said, and a second time changes nothing`, () => {
      fc.assert(fc.property(texts, checkFormatting), runs);
    });
});
