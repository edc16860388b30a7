// What each command says of itself: in lines that fit, the same by both ways to ask, and as a manual page.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { manPage, programShape } from '../../scripts/man-page.ts';
import { writ } from './memory-host.ts';

const program = programShape();
const commands = program.commands.map(({ name }) => name);

function longLines(text: string, width: number): string[] {
  return text.split('\n').filter((line) => line.length > width);
}

describe('help', () => {
  for (const name of ['', ...commands]) {
    const argv = name === '' ? [] : [name];
    it(`of writ ${name} fits, and is the same by both ways to ask`.replace('  ', ' '), async () => {
      const { status, out, err } = await writ([...argv, '--help']);
      assert.deepEqual([status, err], [0, '']);
      assert.deepEqual(longLines(out, 80), []);
      assert.equal((await writ(['help', ...argv])).out, out);
      // One list after the other, with one blank line between.
      assert.doesNotMatch(out, /\n{3}|\n\n$/);
      assert.match(out, /^Exit status:\n {2}0 {2}\S.*\n[\s\S]* {2}2 {2}\S/m);
      if (name !== 'help' && name !== 'completion') assert.match(out, /^Examples:\n {2}writ /m);
      const wide = await writ([...argv, '--help'], {}, { terminal: 200 });
      assert.deepEqual(longLines(wide.out, 100), []);
    });
  }

  it('shows no example that the program does not understand', async () => {
    for (const { name, guide } of program.commands) {
      const { out } = await writ([name, '--help']);
      for (const [line] of guide?.examples ?? []) {
        assert.ok(line.startsWith(`writ ${name} `) || line === `writ ${name}`, line);
        for (const [option] of line.matchAll(/--[a-z-]+/g)) assert.ok(out.includes(`  ${option}`), line);
      }
    }
  });

  it('names the command that was meant', async () => {
    const { status, out, err } = await writ(['help', 'chekc']);
    assert.deepEqual([status, out, err], [2, '', 'writ: there is no command `chekc`; did you mean `check`?\n']);
    assert.equal((await writ(['help', 'nothing like it'])).err, 'writ: there is no command `nothing like it`\n');
    assert.match((await writ(['tset'])).err, /^error: unknown command 'tset'\n\(Did you mean test\?\)/);
    assert.match((await writ(['check', '--fromat', 'json'])).err, /\(Did you mean --format\?\)/);
  });
});

describe('the manual page', () => {
  const page = manPage(program);

  it('has every command with its options', () => {
    for (const { name, options } of program.commands) {
      const section = page.slice(page.indexOf(`.SS writ ${name}`)).split(/\n\.S[SH] (?!writ \S+ \[)/)[0] ?? '';
      for (const option of options.filter((each) => each.name !== '--help'))
        assert.ok(section.includes(`.B ${option.flags.replaceAll('-', '\\-')}`), `${name} ${option.name}`);
    }
    for (const heading of ['NAME', 'SYNOPSIS', 'COMMANDS', 'EXAMPLES', 'EXIT STATUS', 'ENVIRONMENT'])
      assert.ok(page.includes(`\n.SH ${heading}\n`), heading);
  });

  it('is understood by man', function () {
    const shown = spawnSync('man', ['--warnings', '--encoding=utf8', '-l', '-'], {
      input: page,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', MANWIDTH: '80', LC_ALL: 'C.UTF-8', MANPAGER: 'cat' },
    });
    if (shown.error !== undefined || shown.status !== 0) {
      console.log('there is no man that shows a page: the manual page is not shown');
      this.skip();
    }
    assert.equal(shown.stderr, '');
    assert.match(shown.stdout, /^NAME$/m);
    assert.match(shown.stdout, /--max-warnings/);
  });
});
