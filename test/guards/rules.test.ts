// Every rule has its module, its page with blocks that run, and its line in the registry; and nothing stands without a rule.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { readSettings } from '../../server/src/project/settings.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { pages, projectOf } from '../rules/page.ts';
import { files, read } from './sources.ts';

const ids = rules.map(({ id }) => id);
const all = pages();
const pageOf = (id: string) => all.find((page) => page.id === id);
const sectionOf = (text: string, heading: string) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
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

  it('have pages of one form: these sections, in this order, with something in each', () => {
    for (const { id, text } of all) {
      assert.ok(text.startsWith(`# ${id}\n\nReports `), id);
      const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
      assert.deepEqual(headings, ['Why', 'Invalid', 'Valid', 'Exceptions', 'Options', 'See also'], id);
      for (const heading of headings) assert.notEqual(sectionOf(text, heading).trim(), '', `${id}: ${heading}`);
    }
  });

  it('name rules beside them and the documentation of the platform that they come from', () => {
    for (const { id, text } of all) {
      const also = sectionOf(text, 'See also');
      assert.match(also, /\]\([a-z-]+\.md\)/, `${id}: a related rule`);
      assert.ok(!also.includes(`](${id}.md)`), `${id}: itself`);
      assert.match(also, /\]\(https:\/\//, `${id}: the documentation of the platform`);
    }
  });

  it('say how they are set and suppressed, where they can be', () => {
    for (const { id, locked, severity } of rules) {
      const options = sectionOf(pageOf(id)?.text ?? '', 'Options');
      const [, other = ''] = options.match(new RegExp(`\`"${id}": "(\\w+)"\``)) ?? [];
      const { problems } = readSettings(`{ "rules": { "${id}": "${other}" } }`, {
        known: new Set([id]),
        locked: new Set(),
      });
      assert.equal(other !== '' && other !== severity && problems.length === 0, locked !== true, `${id}: severity`);
      assert.equal(options.includes(`\`// writ-ignore ${id}: REASON\``), locked !== true, `${id}: suppression`);
      assert.equal(options.includes('neither lowered nor suppressed'), locked === true, `${id}: locked`);
    }
  });

  it('say whether there are fixes, as their examples show', () => {
    for (const { id, text, blocks } of all) {
      const hasFixes = blocks.some((block) => {
        const { snapshot } = projectOf(block);
        return snapshot.findingsOf(id).some((finding) => snapshot.fixesOf(finding).length > 0);
      });
      assert.match(text, hasFixes ? /^- Fix: yes \(.+\)$/m : /^- Fix: no$/m, id);
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
