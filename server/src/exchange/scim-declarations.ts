// Users and groups of SCIM as declarations, which mean what the directory would mean if it were read where they stand.
import { domainOf, isAddress } from '../model/address.ts';
import { type DirectoryUser, saysExternal } from '../model/directory.ts';
import { writeName } from '../syntax/keywords.ts';
import { compareTexts } from '../text/order.ts';
import { freeName, type Names, namesOf, systemGroups } from './free-names.ts';
import type { Imported } from './importer.ts';
import { changed, lost, type Notes, type Place, quote } from './notes.ts';
import type { DirectoryPages } from './scim.ts';
import { neverSaid, noteMissingAddresses, type ScimSource } from './scim-notes.ts';
import { type Written, writeFile, writeNames, writeText } from './writ/text.ts';

interface Person {
  readonly name: string;
  readonly user: DirectoryUser;
  isActive: boolean;
}

interface Declaring {
  /** Users and groups share one set of names. */
  readonly names: Names;
  readonly people: Person[];
  /** By their names in the directory; two of one address are one person. */
  readonly byName: Map<string, Person>;
  /** Each to be noted once all are known: looking for places is one reading of the files. */
  readonly remarks: Remark[];
}

interface Remark {
  readonly place: number;
  readonly note: typeof lost;
  readonly message: string;
}

/** Takes a directory and where it was read from; gives files of users and of groups. */
export function declarePeople(
  sources: readonly ScimSource[],
  directory: DirectoryPages,
  notes: Notes,
): Pick<Imported, 'files' | 'counts' | 'unsaid'> {
  const declaring: Declaring = { names: namesOf(systemGroups), people: [], byName: new Map(), remarks: [] };
  noteMissingAddresses(sources, directory, `one of \`${nowhere}\`, which nobody has, stands in its place`, notes);
  declareUsers(declaring, directory);
  const groups = declareGroups(declaring, directory);
  const places = directory.find(declaring.remarks.map(({ place }) => place));
  for (const [index, { note, message }] of declaring.remarks.entries()) {
    const at = places[index];
    const place: Place = { path: sources[at?.page ?? 0]?.path ?? '', line: at?.line ?? 0 };
    note(notes, place, message);
  }
  const { people } = declaring;
  const addresses = addressesOf(people);
  const files = [
    { path: 'users.writ', declarations: people.map((person, index) => writePerson(person, addresses[index] ?? '')) },
    { path: 'groups.writ', declarations: groups },
  ];
  return {
    files: files
      .filter(({ declarations }) => declarations.length > 0)
      .map(({ path, declarations }) => ({ path, text: writeFile(declarations) })),
    counts: [
      { what: 'users', count: people.length },
      { what: 'inactive users', count: people.filter(({ isActive }) => !isActive).length },
      { what: 'external users', count: people.filter(({ user }) => saysExternal(user)).length },
      { what: 'groups', count: groups.length },
    ],
    unsaid: [...neverSaid, ...whoIsExternal(people)],
  };
}

/** A domain that never exists (RFC 2606): a declared user needs an address. */
const nowhere = 'missing.invalid';

function addressesOf(people: readonly Person[]): string[] {
  const taken = namesOf();
  return people.map(({ name, user: { address } }) => {
    if (isAddress(address)) return address;
    const local = name.replaceAll(/[^\w.-]+/g, '-').slice(0, 64) || 'user';
    return `${freeName(taken, local.toLowerCase(), (i) => `${local.toLowerCase()}-${i}`)}@${nowhere}`;
  });
}

/** As many as a person looks through. */
const mostDomains = 5;

/** A directory follows the domains of its organization, which are not known here; a declared user says it. */
function whoIsExternal(people: readonly Person[]): string[] {
  const counts = new Map<string, number>();
  for (const { user } of people) {
    const domain = domainOf(user.address);
    if (isAddress(user.address) && !saysExternal(user)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareTexts(a, b));
  const said = sorted.slice(0, mostDomains).map(([domain, count]) => `${quote(domain)} (${count})`);
  const more = sorted.length > mostDomains ? ` and ${sorted.length - mostDomains} more` : '';
  return [`whether addresses make somebody external: those without \`external\` are of ${said.join(', ')}${more}`];
}

function declareUsers({ names, people, byName, remarks }: Declaring, { users }: DirectoryPages): void {
  const byAddress = new Map<string, Person>();
  for (const user of users) {
    const { place } = user;
    const address = user.address.toLowerCase();
    const known = byAddress.get(address);
    if (known !== undefined) {
      byName.set(user.name, known);
      if (!user.active) known.isActive = false;
      const state = user.active ? '' : ', and inactive';
      const message = `the user ${quote(user.name)} has the address of ${quote(known.name)}: they are one user${state}`;
      remarks.push({ place, note: lost, message });
      continue;
    }
    const wanted = user.name.toWellFormed();
    const name = freeName(names, wanted);
    if (name !== user.name) {
      const message = `the user ${quote(user.name)} is called ${quote(name)}, as the name is taken or no text`;
      remarks.push({ place, note: changed, message });
    }
    const person = { name, user, isActive: user.active };
    people.push(person);
    byName.set(user.name, person);
    byAddress.set(address, person);
  }
}

function declareGroups({ names, byName, remarks }: Declaring, { groups }: DirectoryPages): Written[] {
  return groups.flatMap(({ name: given, members, place }) => {
    if (systemGroups.has(given)) {
      const message = `${quote(given)} is the platform's own, which nobody is put into: the group is not imported`;
      remarks.push({ place, note: lost, message });
      return [];
    }
    const name = freeName(names, given.toWellFormed());
    if (name !== given) {
      const message = `the group ${quote(given)} is called ${quote(name)}, as the name is taken or no text`;
      remarks.push({ place, note: changed, message });
    }
    const listed = new Set(members.flatMap((member) => byName.get(member)?.name ?? []));
    return [
      { head: `group ${writeName(name)}`, lines: listed.size === 0 ? [] : [`members ${writeNames([...listed])}`] },
    ];
  });
}

function writePerson({ name, user, isActive }: Person, address: string): string {
  const items = [
    ...(saysExternal(user) ? ['external'] : []),
    ...(isActive ? [] : ['inactive']),
    ...attributesOf(user).map(([attribute, value]) => `${writeName(attribute)} ${writeText(value)}`),
  ];
  const head = `user ${writeName(name)} ${writeText(address)}`;
  return items.length === 0 ? head : `${head} { ${items.join(' ')} }`;
}

/** Each name once, which two that are no text may be the same as. */
function attributesOf({ attributes }: DirectoryUser): [string, string][] {
  return [...new Map([...attributes].map(([name, value]) => [name.toWellFormed(), value]))];
}
