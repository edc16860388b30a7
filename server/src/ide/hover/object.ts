// Hovers of an object, of the organization and of a directory: what they hold, in counts.
import { directoryPath } from '../../model/bind-directories.ts';
import type { Origin } from '../../model/origin.ts';
import { originIn } from '../../model/profiles.ts';
import type { Group, ObjectSymbol, User } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { counted } from '../permission-text.ts';
import { join, type Phrase, words } from '../phrase.ts';
import { type Card, names, sentences, text } from './card.ts';

export function objectCard(snapshot: Snapshot, object: ObjectSymbol): Card {
  const files = new Set(object.openings.map((origin) => origin.file));
  const opened = files.size > 1 ? [...words(`Opened in ${files.size} files: `), ...names([...files], 4), '.'] : [];
  const signature = `${object.type} ${writeName(object.name)}`;
  return { signature, blocks: [text(sentences(countsText(snapshot, object))), text(sharesText(object)), text(opened)] };
}

function countsText({ model }: Snapshot, object: ObjectSymbol): Phrase {
  const records = [...model.records.values()].filter((record) => record.object === object).length;
  const written = [...object.roles.values()].filter((role) => !role.managed || role.origin !== undefined);
  const counts: readonly (readonly [number, string])[] = [
    [object.fields.size, 'field'],
    [written.length, 'role'],
    [object.accounts.size, 'service account'],
    [object.automations.length, 'automation'],
    [object.agents.length, 'agent'],
    [records, 'record'],
  ];
  const policies = object.policies.length;
  const said = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  if (policies > 0) said.push(words(policies === 1 ? '1 policy' : `${policies} policies`));
  return said.length === 0 ? words('Empty.') : [...join(said), '.'];
}

function sharesText(object: ObjectSymbol): Phrase {
  const shares = [...object.recordShares];
  if (object.policies.length + shares.length === 0)
    return words('No policy and no auto-share: only `ADMIN` and shares open its records.');
  return shares.length === 0 ? [] : [...words('Records are shared on '), ...names(shares, 5), '.'];
}

export function organizationCard({ model }: Snapshot): Card {
  const { name, domains, invites } = model.organization;
  const inviteText = {
    'admins-only': 'Only a holder of `ADMIN` may invite.',
    'allowed-domains': 'Addresses of its domains may be invited.',
    'any-domain': 'Any address may be invited.',
  }[invites];
  const counts = [
    counted(model.users.size, 'user'),
    counted([...model.groups.values()].filter((group) => group.system === undefined).length, 'group'),
    counted(model.objects.size, 'object'),
  ];
  const domainsText =
    domains.length === 0 ? words('No domains.') : [...words('Domains '), ...names([...domains], 4), '.'];
  const signature = name === '' ? 'organization' : `organization ${writeName(name)}`;
  return { signature, blocks: [text(sentences(domainsText, words(inviteText))), text([...join(counts), '.'])] };
}

/** What a SCIM file brings, by its path in the project. */
export function directoryCard({ model, input }: Snapshot, path: string): Card {
  const isFrom = (each: User | Group) => {
    const origin = each.declared ? undefined : originIn(model, each);
    return origin !== undefined && pathOf(origin) === path;
  };
  const users = [...model.users.values()].filter(isFrom);
  const groups = [...model.groups.values()].filter(isFrom);
  const signature = `directory ${JSON.stringify(path)}`;
  if (!input.directories.has(path)) return { signature, blocks: [text(words('It cannot be found.'))] };
  const brings = [
    ...words('Brings '),
    ...join([counted(users.length, 'user'), counted(groups.length, 'group')], ' and '),
  ];
  return {
    signature,
    blocks: [
      text([...brings, ' that nobody declares.']),
      text(
        names(
          users.map((user) => user.name),
          8,
        ),
      ),
    ],
  };
}

function pathOf({ file, unit: { declaration } }: Origin): string | undefined {
  return declaration?.kind === 'directory' && declaration.path !== undefined
    ? directoryPath(file, declaration.path.text)
    : undefined;
}
