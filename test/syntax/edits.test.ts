// Edits of declarations and lists: what is left is well-formed, and comments stay with what they speak of.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Condition } from '../../server/src/syntax/ast-condition.ts';
import { type AstNode, childrenOf, nodesBelow, pathAt } from '../../server/src/syntax/ast-path.ts';
import { append, insertBefore, insertFirst, insertLast } from '../../server/src/syntax/edits/insert.ts';
import { removeConstant } from '../../server/src/syntax/edits/remove-condition.ts';
import { removeFromList } from '../../server/src/syntax/edits/remove-elements.ts';
import { removeItem } from '../../server/src/syntax/edits/remove-item.ts';
import { parseFile, syntaxProblems } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { type Span, shift } from '../../server/src/text/span.ts';

/** The text of the file with the cursors taken out, and where they were. */
function read(marked: string): { file: SourceFile; cursors: number[] } {
  const parts = marked.split('$0');
  let at = 0;
  const cursors = parts.slice(0, -1).map((part) => {
    at += part.length;
    return at;
  });
  return { file: parseFile(parts.join('')), cursors };
}

/** The nodes around the offset, outermost first, and by how much their spans are off. */
function nodesAt(file: SourceFile, offset: number): { nodes: readonly AstNode[]; start: number } {
  const index = file.starts.findLastIndex((start) => start <= offset);
  const [unit, start = 0] = [file.units[index], file.starts[index]];
  return { nodes: unit === undefined ? [] : pathAt(unit, offset - start), start };
}

/** Of the words that begin at the cursor, the widest. */
function spanAt(file: SourceFile, offset: number): Span {
  const { nodes, start } = nodesAt(file, offset);
  const node = nodes.find(({ span }) => span.start + start === offset);
  assert.ok(node, `nothing begins at ${offset}`);
  return shift(node.span, start);
}

function checkEdited(file: SourceFile, edits: readonly TextEdit[], wanted: string): void {
  const got = applyEdits(file.text, edits);
  assert.equal(got, wanted);
  assert.deepEqual(syntaxProblems(parseFile(got)), []);
}

/** Removes what begins at the cursor. */
function checkRemoved(marked: string, wanted: string): void {
  const { file, cursors } = read(marked);
  const edits = cursors.map((cursor) => removeItem(file, spanAt(file, cursor)));
  checkEdited(file, edits, wanted);
}

/** Removes the elements that begin at the cursors from their list. */
function checkTaken(marked: string, wanted: string): void {
  const { file, cursors } = read(marked);
  const { nodes, start } = nodesAt(file, cursors[0] ?? 0);
  const list = nodes.find((node) => 'refs' in node || 'grants' in node);
  assert.ok(list);
  const elements = childrenOf(list).map(({ span }) => shift(span, start));
  const isGone = (index: number) => cursors.includes(elements[index]?.start ?? -1);
  checkEdited(file, removeFromList(file, { span: shift(list.span, start), elements }, isGone), wanted);
}

const policyAround = (condition: string) => `app A {\n  policy P { to x when ${condition} }\n}\n`;

/** Removes the part between the cursors, which comes to `value`, from a policy's condition. */
function removed(condition: string, value: boolean) {
  const { file, cursors } = read(policyAround(condition));
  const [unit] = file.units;
  assert.ok(unit?.declaration);
  const when = [...nodesBelow(unit.declaration)].find((node) => 'kind' in node && node.kind === 'when');
  const whole: Condition | undefined = when && 'condition' in when ? when.condition : undefined;
  assert.ok(whole);
  const [start = 0, end = 0] = cursors;
  return { file, edits: removeConstant(file, whole, { start: 0, span: { start, end }, value }) };
}

function checkWithout(condition: string, value: boolean, wanted: string): void {
  const { file, edits } = removed(condition, value);
  assert.ok(Array.isArray(edits), 'the whole condition');
  checkEdited(file, edits, policyAround(wanted));
}

describe('removing a declaration or a property', () => {
  it('takes its lines', () => {
    checkRemoved(
      'user a "a@b.example"\n$0user c "c@b.example"\nuser d "d@b.example"\n',
      'user a "a@b.example"\nuser d "d@b.example"\n',
    );
    checkRemoved('role R {\n  $0description "x"\n  grants ADMIN\n}', 'role R {\n  grants ADMIN\n}');
    checkRemoved('role R {\n  grants ADMIN\n  $0members a,\n    b // both\n}', 'role R {\n  grants ADMIN\n}');
  });

  it('keeps the line ends of the file', () => {
    checkRemoved('role R {\r\n  $0description "x"\r\n  grants ADMIN\r\n}\r\n', 'role R {\r\n  grants ADMIN\r\n}\r\n');
  });

  it('leaves no double blank line and none at an edge', () => {
    checkRemoved(
      'user a "a@b.example"\n\n$0user c "c@b.example"\n\nuser d "d@b.example"\n',
      'user a "a@b.example"\n\nuser d "d@b.example"\n',
    );
    checkRemoved('user a "a@b.example"\n\n$0user c "c@b.example"\n', 'user a "a@b.example"\n');
    checkRemoved('$0user a "a@b.example"\n\nuser c "c@b.example"\n', 'user c "c@b.example"\n');
    checkRemoved('app A {\n  $0role R { grants ADMIN }\n\n  default policy\n}', 'app A {\n  default policy\n}');
    checkRemoved('app A {\n  default policy\n\n  $0role R { grants ADMIN }\n}', 'app A {\n  default policy\n}');
    checkRemoved('app A {\n  $0role R { grants ADMIN }\n}', 'app A {\n}');
    checkRemoved('$0user a "a@b.example"', '');
  });

  it('takes the comment directly above where it can speak of nothing else', () => {
    checkRemoved(
      'user a "a@b.example"\n\n// The second\n// one\n$0user c "c@b.example"\n\nuser d "d@b.example"\n',
      'user a "a@b.example"\n\nuser d "d@b.example"\n',
    );
    checkRemoved(
      'user a "a@b.example"\n// C\n$0user c "c@b.example" // c\n// D\nuser d "d@b.example"\n',
      'user a "a@b.example"\n// D\nuser d "d@b.example"\n',
    );
    checkRemoved('app A {\n  /* R,\n     mostly */\n  $0role R { grants ADMIN }\n}', 'app A {\n}');
  });

  it('leaves comments of others', () => {
    checkRemoved(
      'user a "a@b.example"\n\n// Both\n$0user c "c@b.example"\nuser d "d@b.example"\n',
      'user a "a@b.example"\n\n// Both\nuser d "d@b.example"\n',
    );
    checkRemoved(
      'user a "a@b.example"\n\n// Further down\n\n$0user c "c@b.example"\n',
      'user a "a@b.example"\n\n// Further down\n',
    );
    checkRemoved(
      '// Our people\n// and theirs\n$0user a "a@b.example"\n\nuser c "c@b.example"\n',
      '// Our people\n// and theirs\n\nuser c "c@b.example"\n',
    );
    checkRemoved('user a "a@b.example" // the first\n$0user c "c@b.example"\n', 'user a "a@b.example" // the first\n');
  });

  it('takes a suppression with what it is about, always', () => {
    checkRemoved('// writ-ignore x: y\n$0user a "a@b.example"\nuser c "c@b.example"\n', 'user c "c@b.example"\n');
    checkRemoved(
      'user b "b@b.example"\n// Both\n// writ-ignore x: y\n$0user a "a@b.example"\nuser c "c@b.example"\n',
      'user b "b@b.example"\n// Both\nuser c "c@b.example"\n',
    );
  });

  it('closes the gap on a line', () => {
    checkRemoved('role R { $0description "x"  members a  grants ADMIN }', 'role R { members a  grants ADMIN }');
    checkRemoved('role R { description "x"  $0members a  grants ADMIN }', 'role R { description "x"  grants ADMIN }');
    checkRemoved('role R { description "x"  members a  $0grants ADMIN }', 'role R { description "x"  members a }');
    checkRemoved('role R { $0grants ADMIN }', 'role R { }');
    checkRemoved('role R { description "x" $0grants ADMIN // all\n}', 'role R { description "x" // all\n}');
    checkRemoved('role R {\n  description "x"\n  $0grants ADMIN }', 'role R {\n  description "x" }');
    checkRemoved('role R {\n  description "x" // so\n  $0grants ADMIN }', 'role R {\n  description "x" // so\n  }');
    checkRemoved(
      'role R {\n  $0description "x" members a\n  grants ADMIN }',
      'role R {\n  members a\n  grants ADMIN }',
    );
    checkRemoved(
      'role R { description "x" $0members a /* b */ grants ADMIN }',
      'role R { description "x" /* b */ grants ADMIN }',
    );
  });
});

describe('removing elements of a list', () => {
  it('takes one comma with each', () => {
    checkTaken('group G { members $0a, b, c }', 'group G { members b, c }');
    checkTaken('group G { members a, $0b, c }', 'group G { members a, c }');
    checkTaken('group G { members a, b, $0c }', 'group G { members a, b }');
    checkTaken('group G { members a, $0b, $0c }', 'group G { members a }');
    checkTaken('group G { members $0a, b, $0c, d, $0e }', 'group G { members b, d }');
    checkTaken('group G { members a , $0b , c }', 'group G { members a , c }');
  });

  it('takes the whole property with its last one', () => {
    checkTaken('group G { description "x"  members $0a, $0b }', 'group G { description "x" }');
    checkTaken('role R {\n  members a\n  grants $0ADMIN\n}', 'role R {\n  members a\n}');
  });

  it('keeps lines in order', () => {
    checkTaken('group G {\n  members\n    a,\n    $0b,\n    c\n}', 'group G {\n  members\n    a,\n    c\n}');
    checkTaken('group G {\n  members\n    a,\n    b,\n    $0c\n}', 'group G {\n  members\n    a,\n    b\n}');
    checkTaken('group G {\n  members a,\n    $0b\n}', 'group G {\n  members a\n}');
  });

  it('leaves the comments of what stays', () => {
    checkTaken(
      'group G {\n  members\n    a, // first\n    $0b, // second\n    c // third\n}',
      'group G {\n  members\n    a, // first\n    c // third\n}',
    );
    checkTaken(
      'group G {\n  members\n    a, // first\n    $0b // second\n}',
      'group G {\n  members\n    a // first\n}',
    );
    checkTaken(
      'group G {\n  members\n    $0a, // first\n    b // second\n}',
      'group G {\n  members\n    b // second\n}',
    );
    checkTaken(
      'group G {\n  members\n    a,\n    // second\n    $0b,\n    // third\n    c\n}',
      'group G {\n  members\n    a,\n    // third\n    c\n}',
    );
    checkTaken(
      'group G {\n  members\n    a, // first\n    // second\n    $0b\n}',
      'group G {\n  members\n    a // first\n}',
    );
    checkTaken('group G {\n  members a // first\n    , $0b\n}', 'group G {\n  members a // first\n}');
    checkTaken(
      'group G {\n  members a\n    // second\n    , $0b\n    // third\n    , c\n}',
      'group G {\n  members a\n    // third\n    , c\n}',
    );
    checkTaken('group G {\n  members $0a\n    // second\n    , b\n}', 'group G {\n  members b\n}');
    checkTaken('group G { members a, /* second */ $0b, c }', 'group G { members a, /* second */ c }');
  });
});

describe('removing a part of a condition', () => {
  it('takes it out of what it makes no difference to', () => {
    checkWithout('$0A is 1$0 or B is 2', false, 'B is 2');
    checkWithout('B is 2 or $0A is 1$0', false, 'B is 2');
    checkWithout('B is 2 and $0A is 1$0 and C is 3', true, 'B is 2 and C is 3');
    checkWithout('B is 2\n      and $0A is 1$0\n      and C is 3', true, 'B is 2\n      and C is 3');
    checkWithout('B is 2 // b\n      and $0A is 1$0\n      and C is 3', true, 'B is 2 // b\n      and C is 3');
  });

  it('takes all that it decides', () => {
    checkWithout('B is 2 or $0A < 1 and A > 1$0 and C is 1', false, 'B is 2');
    checkWithout('B is 2 or (C is 1 and not ($0A is 1$0))', true, 'B is 2');
    checkWithout('B is 2 and not ($0A < 1 and A > 1$0)', false, 'B is 2');
  });

  it('takes parentheses that are no longer needed', () => {
    checkWithout('C is 3 and (B is 2 or $0A is 1$0)', false, 'C is 3 and B is 2');
    checkWithout('not (B is 2 or $0A is 1$0)', false, 'not B is 2');
    checkWithout('not (B is 2 and C is 1 or $0A is 1$0)', false, 'not (B is 2 and C is 1)');
    checkWithout('C is 3 and (B is 2 or $0A is 1$0 or D is 4)', false, 'C is 3 and (B is 2 or D is 4)');
  });

  it('says so where the whole comes to the same', () => {
    assert.deepEqual(removed('$0A is 1$0', false).edits, { whole: false });
    assert.deepEqual(removed('not ($0A is 1$0 and B is 2)', false).edits, { whole: true });
  });
});

describe('inserting', () => {
  const check = (insert: 'first' | 'last', text: string, wanted: string) => {
    const file = parseFile(text);
    const block = file.units[0]?.declaration;
    assert.ok(block !== undefined && 'items' in block);
    const { span, braces, items } = block;
    const written = { span, braces, items: items.map((item) => item.span) };
    const edit =
      insert === 'first' ? insertFirst(file, written, 'description "x"') : insertLast(file, written, 'description "x"');
    checkEdited(file, [edit], wanted);
  };

  it('lays a property out like the others', () => {
    check('first', 'role R { members a grants ADMIN }', 'role R { description "x" members a grants ADMIN }');
    check('first', 'role R { members a  grants ADMIN }', 'role R { description "x"  members a  grants ADMIN }');
    check(
      'first',
      'role R {\n  members a\n  grants ADMIN\n}',
      'role R {\n  description "x"\n  members a\n  grants ADMIN\n}',
    );
    check('first', 'role R {\r\n\tmembers a\r\n}', 'role R {\r\n\tdescription "x"\r\n\tmembers a\r\n}');
    check('first', 'role R {\n  // Who\n  members a\n}', 'role R {\n  description "x"\n  // Who\n  members a\n}');
    check('last', 'role R { members a  grants ADMIN }', 'role R { members a  grants ADMIN  description "x" }');
    check('last', 'role R {\n  members a // so\n}', 'role R {\n  members a // so\n  description "x"\n}');
  });

  it('opens what is empty', () => {
    for (const where of ['first', 'last'] as const) {
      check(where, 'role R { }', 'role R { description "x" }');
      check(where, 'role R {}', 'role R { description "x" }');
      check(where, 'role R {\n}', 'role R { description "x" }');
      check(where, 'role R { // none\n}', 'role R {\n  description "x" // none\n}');
    }
  });

  it('puts an element at its place', () => {
    const text = 'group G { members b, c }';
    const elements = [
      { start: 18, end: 19 },
      { start: 21, end: 22 },
    ];
    const file = parseFile(text);
    checkEdited(file, [insertBefore(elements[1] ?? { start: 0, end: 0 }, 'a')], 'group G { members b, a, c }');
    checkEdited(file, append(file, elements, 'd'), 'group G { members b, c, d }');
    const lines = parseFile('group G {\n  members\n    b,\n    c\n}');
    const own = [...nodesBelow(lines.units[0]?.declaration ?? assert.fail())].flatMap((node) =>
      'kind' in node && node.kind === 'ref' ? [node.span] : [],
    );
    checkEdited(lines, append(lines, own, 'd'), 'group G {\n  members\n    b,\n    c,\n    d\n}');
  });
});
