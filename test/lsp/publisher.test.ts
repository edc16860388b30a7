// What is said of a file that goes from one project to another, whichever of them is looked at first.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { createPublisher, type DiagnosticsSink } from '../../server/src/lsp/diagnostics.ts';
import { type HeldProject, holdFolder } from '../../server/src/lsp/held-project.ts';

const found = (root: string) => ({ root, settings: undefined, files: new Map(), isExcluded: () => false, links: [] });
const broken = { text: 'managed role Admin { members nobody }\n' };

function hold(root: string, files: readonly string[]): HeldProject {
  const all = new Map(files.map((path) => [path, broken]));
  return holdFolder(
    found(root),
    { files: all, settings: undefined, directories: new Map(), today: 0 },
    () => undefined,
  );
}

function listen(heard: DiagnosticsSink['send'] = () => {}) {
  const shown = new Map<string, number>();
  const sink: DiagnosticsSink = {
    send(message) {
      shown.set(message.uri, message.diagnostics.length);
      heard(message);
    },
    versions: () => new Map(),
    form: () => ({ withRelated: false, withPages: false, encoding: 'utf-16' }),
  };
  return { shown, publisher: createPublisher(sink) };
}

describe('what is published of a file', () => {
  const inner = 'file:///desk/in/b.writ';

  it('is what its new project says, though its old one is looked at later', () => {
    const { shown, publisher } = listen();
    const outer = hold('/desk', ['in/b.writ']);
    publisher.publish(outer, 0);
    assert.equal(shown.get(inner), 1);
    publisher.publish(hold('/desk/in', ['b.writ']), 0);
    outer.project.applyChange('in/b.writ', undefined);
    publisher.publish(outer, 0);
    assert.equal(shown.get(inner), 1);
    publisher.clear('/desk');
    assert.equal(shown.get(inner), 1);
    publisher.clear('/desk/in');
    assert.equal(shown.get(inner), 0);
  });

  it('goes where the new project has nothing to say', () => {
    const { shown, publisher } = listen();
    const outer = hold('/desk', ['in/b.writ']);
    publisher.publish(outer, 0);
    const sound = hold('/desk/in', ['b.writ']);
    sound.project.applyChange('b.writ', { text: '' });
    publisher.publish(sound, 0);
    publisher.clear('/desk');
    assert.equal(shown.get(inner), 0);
  });
});

describe('what is published of a file with very many findings', () => {
  const role = (i: number) => `role R${i} { members nobody${i} grants READ_RECORDS }\n`;
  const text = (count: number) => Array.from({ length: count }, (_, i) => role(i)).join('');

  function publish(count: number): Diagnostic[] {
    let sent: Diagnostic[] = [];
    const { publisher } = listen(({ diagnostics }) => {
      sent = diagnostics;
    });
    const held = hold('/desk', ['a.writ']);
    held.project.applyChange('a.writ', { text: text(count) });
    publisher.publish(held, 0);
    const all = held.project.snapshot().findings;
    assert.ok(all.length >= 2 * count);
    return sent;
  }

  it('is all of it up to a thousand', () => {
    const sent = publish(300);
    assert.ok(sent.length >= 600 && sent.length <= 1000);
    assert.ok(sent.every(({ code }) => code !== undefined));
  });

  it('is the gravest in their order, and how many more there are', () => {
    const sent = publish(900);
    assert.equal(sent.length, 1001);
    const [more] = sent.splice(-1);
    assert.match(String(more?.message), /^\d+ more findings of this file are not shown: `writ check` lists all$/);
    assert.equal(sent.filter(({ severity }) => severity === DiagnosticSeverity.Error).length, 900);
    const lines = sent.map(({ range }) => range.start.line);
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
  });
});
