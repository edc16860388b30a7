// The rules on small made-up organizations: what is planted is found, what only looks like it is not.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { rules } from '../../server/src/rules/registry.ts';
import { measure, measureSlips } from './measure.ts';
import { mistakes } from './mistakes.ts';
import { organizations } from './organizations.ts';
import { checksOf } from './report.ts';

/** These are about a project that does not load whole. */
const ofLoading = ['settings', 'unreadable-file', 'directory-unreadable'];

describe('precision', () => {
  it('is asked of every rule: some organization has a case of it, or a mistake is one', () => {
    const planted = new Set(mistakes.map(({ rule }) => rule));
    for (const { make } of organizations)
      for (const { rule } of make({ share: 0.2, seed: '1' }).planted) planted.add(rule);
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !planted.has(id)),
      ofLoading,
    );
  });

  for (const { name, make } of organizations)
    it(`of the rules on a small ${name}`, () => {
      const draft = make({ share: 0.2, seed: '1' });
      const measured = measure(draft);
      const checks = checksOf(measured, measureSlips(draft, measured));
      assert.deepEqual(
        checks.filter(({ passed }) => !passed).map(({ what }) => what),
        [],
      );
      assert.ok(checks.length > 100, `${checks.length} checks`);
    });
});
