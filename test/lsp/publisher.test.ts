// What is said of a file that goes from one project to another, whichever of them is looked at first.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
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

function listen() {
  const shown = new Map<string, number>();
  const sink: DiagnosticsSink = {
    send: ({ uri, diagnostics }) => shown.set(uri, diagnostics.length),
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
