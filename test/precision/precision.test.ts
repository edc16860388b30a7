// The rules on small made-up organizations: what is planted is found, what only looks like it is not.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { measure, measureSlips } from './measure.ts';
import { organizations } from './organizations.ts';
import { checksOf } from './report.ts';

describe('precision', () => {
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
