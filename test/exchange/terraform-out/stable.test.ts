// A second export changes nothing that did not change: whatever is edited, only its own block differs.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { makeOrganization, type Organization, sample, sizes } from '../../bench/organization.ts';
import { declarationTexts } from '../../bench/organization-text.ts';
import { randomOf } from '../../fuzz/random.ts';
import { blocksOf, exportOf } from './exported.ts';

const size = { ...sizes.S, apps: 4, users: 30, groups: 6, roles: 12, policies: 16 };
const resourcesOf = (text: string) =>
  new Map(
    [...blocksOf(exportOf(text))]
      .filter(([address]) => !address.startsWith('data.'))
      .map(([address, body]) => [address, JSON.stringify(body)]),
  );

/** Addresses of which the block is not the same, or not there, in one of the two. */
function changedIn(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((address) => before.get(address) !== after.get(address)).sort();
}

/** Of the policy's app. */
function numberIn({ apps }: Organization, app: string): string {
  return apps.find(({ name }) => name === app)?.fields.find(({ kind }) => kind === 'number')?.name ?? 'none';
}

/** Policies without options, which an export that stands alone refuses. */
function plain(organization: Organization): Organization {
  const policies = organization.policies.map((policy, i) => ({
    ...policy,
    when: { op: '>=' as const, field: numberIn(organization, policy.app), value: i },
  }));
  return { ...organization, policies };
}

const textOf = (organization: Organization) => declarationTexts(organization).join('\n');
const reversed = (organization: Organization): Organization => ({
  ...organization,
  roles: organization.roles.toReversed(),
  groups: organization.groups.toReversed(),
  policies: organization.policies.toReversed(),
});

describe('a second export to Terraform', () => {
  const organization = plain(makeOrganization(size, 'stable'));
  const before = resourcesOf(textOf(organization));

  it('is the same in any order', () => {
    assert.ok(before.size > 25, String(before.size));
    assert.deepEqual(changedIn(before, resourcesOf(textOf(reversed(organization)))), []);
  });

  for (const seed of ['a', 'b', 'c', 'd', 'e', 'f'])
    it(`changes the block of an edit alone, edits of ${seed}`, () => {
      const random = randomOf(seed);
      const [role] = sample(
        random,
        organization.roles.filter(({ app }) => app !== undefined),
        1,
      );
      const [policy] = sample(random, organization.policies, 1);
      const edits: readonly Organization[] = [
        { ...organization, roles: organization.roles.filter((each) => each !== role) },
        {
          ...organization,
          roles: organization.roles.map((each) => (each === role ? { ...each, grants: ['READ_CHARTS'] } : each)),
        },
        { ...organization, policies: organization.policies.filter((each) => each !== policy) },
        {
          ...organization,
          policies: organization.policies.map((each) =>
            each === policy ? { ...each, when: { op: '<', field: numberIn(organization, each.app), value: -1 } } : each,
          ),
        },
      ];
      for (const edited of edits) {
        const changed = changedIn(before, resourcesOf(textOf(reversed(edited))));
        assert.equal(changed.length, 1, changed.join(', '));
      }
    });

  it('has ten thousand roles, each as it would be alone', () => {
    const role = (n: number) => `  role "Role ${n}" { grants READ_RECORDS }`;
    const many = exportOf(`app Desk {\n${Array.from({ length: 10_000 }, (_, n) => role(n)).join('\n')}\n}\n`);
    const one = resourcesOf(`app Desk {\n${role(7777)}\n}\n`);
    const all = blocksOf(many);
    assert.equal(all.size, 10_001);
    for (const [address, body] of one) assert.equal(JSON.stringify(all.get(address)), body);
  });
});
