// Every rule has its module, its page with blocks that run, and its line in the registry; and nothing stands without a rule.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { rules } from '../../server/src/rules/registry.ts';
import { pages } from '../rules/page.ts';
import { files, read } from './sources.ts';

const ids = rules.map(({ id }) => id);
const all = pages();
const pageOf = (id: string) => all.find((page) => page.id === id);
const severities: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'hint' };

describe('guard: rules', () => {
  it('have ids in kebab-case, each once', () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('stand each in a module of its id, with its id in it', () => {
    for (const id of ids) assert.match(read(`server/src/rules/${id}.ts`), new RegExp(`id: '${id}'`), id);
  });

  it('stand all in the registry', () => {
    const modules = files('server/src/rules/*.ts').filter((file) => /^ {2}id: '/m.test(read(file)));
    const named = modules.map((file) => file.replace(/^.*\/|\.ts$/g, ''));
    assert.deepEqual(
      named.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('have each a page, and every page is of a rule', () => {
    assert.deepEqual(
      ids.filter((id) => pageOf(id) === undefined),
      [],
    );
    assert.deepEqual(
      all.map(({ id }) => id).filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('have pages of one form', () => {
    for (const { id, text } of all) {
      assert.ok(text.startsWith(`# ${id}\n\nReports `), id);
      for (const heading of ['Why', 'Invalid', 'Valid', 'See also'])
        assert.ok(text.includes(`\n## ${heading}\n`), `${id}: ${heading}`);
    }
  });

  it('name their exceptions, rules beside them and what of the platform they come from', () => {
    for (const { id, category } of rules) {
      const text = pageOf(id)?.text ?? '';
      const also = text.slice(text.indexOf('\n## See also\n'));
      assert.match(also, /\]\([a-z-]+\.md\)/, `${id}: a related rule`);
      // What is broken is most often broken as text of Writ, without a word of the platform's.
      if (category !== 'Without effect' && category !== 'Upkeep') continue;
      assert.match(also, /\]\(https:\/\//, `${id}: the documentation of the platform`);
      assert.ok(text.includes('\n## Exceptions\n'), `${id}: Exceptions`);
    }
  });

  it('say on their pages what the registry says', () => {
    for (const rule of rules) {
      const text = pageOf(rule.id)?.text ?? '';
      assert.ok(text.includes(`\n- Severity: ${severities[rule.severity]}\n`), `${rule.id}: severity`);
      assert.ok(text.includes(`\n- Category: ${rule.category}\n`), `${rule.id}: category`);
      assert.ok(
        text.includes(`\n- Configurable: ${rule.locked === true ? 'no' : 'yes'}\n`),
        `${rule.id}: configurable`,
      );
    }
  });

  it('have pages with blocks of both kinds, which are the tests of the rule', () => {
    for (const { id, blocks } of all)
      for (const section of ['Invalid', 'Valid'])
        assert.ok(
          blocks.some((block) => block.section === section),
          `${id}: ${section}`,
        );
  });

  it('lock exactly what can be neither lowered nor suppressed', () => {
    const locked = rules.filter((rule) => rule.locked === true).map(({ id }) => id);
    const always = ['directory-unreadable', 'failed-expectation', 'settings', 'syntax', 'unreadable-file'];
    assert.deepEqual(locked.sort(), always);
  });
});
