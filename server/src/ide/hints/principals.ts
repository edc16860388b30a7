// Behind the name of a group: how many people that is. Behind any name: what of it one would not guess, such as that it is
// inactive or has expired.
import { inForce } from '../../access/question-scope.ts';
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { Group, Role, ServiceAccount, User } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { formatDay } from '../../text/calendar.ts';
import { type AnySymbol, declarationsOf } from '../all-symbols.ts';
import { placeInFile } from '../directory-link.ts';
import { type Block, cardToMarkdown, list, text } from '../hover/card.ts';
import { join, type Phrase, phrase, prose, words } from '../phrase.ts';
import type { InlayHint } from './hint.ts';

/** Members that a tooltip names. */
const mostMembers = 20;

/** Takes what is named, and the end of the name in the file; none where the name says it all. */
export function principalHint(snapshot: Snapshot, symbol: AnySymbol, offset: number): InlayHint | undefined {
  const said = whatToSay(snapshot, symbol);
  if (said === undefined) return undefined;
  return {
    kind: 'principals',
    offset,
    label: said.label,
    target: () => declaredAt(snapshot, symbol),
    tooltip: () => cardToMarkdown({ signature: undefined, blocks: said.blocks() }),
  };
}

interface Said {
  readonly label: string;
  readonly blocks: () => readonly Block[];
}

function whatToSay({ model, input: { today } }: Snapshot, symbol: AnySymbol): Said | undefined {
  switch (symbol.kind) {
    case 'group':
      return ofGroup(symbol);
    case 'user':
    case 'service account':
      return ofPerson(model, symbol);
    case 'role':
      return ofRole(symbol, today);
    default:
      return undefined;
  }
}

function ofGroup(group: Group): Said {
  const { members, declared, system } = group;
  const inactive = inactiveIn(group);
  const parts = [
    members.size === 0 ? 'nobody' : members.size === 1 ? '1 person' : `${members.size} people`,
    ...(inactive === 0 ? [] : [`${inactive} inactive`]),
    ...(declared || system !== undefined ? [] : ['from the directory']),
  ];
  return { label: parts.join(', '), blocks: () => [text(sourceOf(group)), list(words('Members'), membersOf(group))] };
}

const counted = new WeakMap<Group, number>();

/** Only a list can name them; a large one is not counted for every line that names its group. */
function inactiveIn(group: Group): number {
  if (group.system !== undefined || group.domain !== undefined) return 0;
  const known = counted.get(group);
  if (known !== undefined) return known;
  let count = 0;
  for (const member of group.members) if (member.inactive) count++;
  counted.set(group, count);
  return count;
}

function sourceOf({ system, domain, declared, members }: Group): Phrase {
  if (members.size === 0) return words('It has no members.');
  if (system !== undefined) return words(`Every active user who is ${system === 'internal' ? 'not ' : ''}external.`);
  if (domain !== undefined) return phrase`Every active user of the domain ${domain}.`;
  return declared ? [] : words('From the directory.');
}

function membersOf({ members }: Group): readonly Phrase[] {
  const shown: Phrase[] = [];
  for (const member of members) {
    if (shown.length >= mostMembers) break;
    shown.push([...phrase`${member.name}`, ...(member.inactive ? words(', inactive') : [])]);
  }
  const more = members.size - shown.length;
  return more === 0 ? shown : [...shown, words(`and ${more} more`)];
}

function ofPerson(model: Model, person: User | ServiceAccount): Said | undefined {
  const marks = [
    ...(person.kind === 'user' && person.external ? ['external'] : []),
    ...(person.inactive ? ['inactive'] : []),
  ];
  if (marks.length === 0) return undefined;
  const what =
    person.kind === 'user' ? phrase`User ${addressOf(model, person)}` : phrase`Service account ${person.name}`;
  const facts = [...what, ': ', ...join(marks.map((mark) => prose(mark))), '.'];
  const refused = person.inactive ? words('Refused everything, whatever it still holds.') : [];
  return { label: marks.join(', '), blocks: () => [text(facts), text(refused)] };
}

function ofRole(role: Role, today: number): Said | undefined {
  if (inForce(role, today)) return undefined;
  const { name, expires } = role;
  const label = expires === undefined ? 'never in force' : `expired on ${formatDay(expires)}`;
  const why = expires === undefined ? 'its expiry cannot be read' : `it expired on ${formatDay(expires)}`;
  return { label, blocks: () => [text([...phrase`Role ${name}`, ` gives nothing: ${why}.`])] };
}

/** The first place, or where the directory's file has it. */
function declaredAt(snapshot: Snapshot, symbol: AnySymbol): Place | undefined {
  const [first] = declarationsOf(snapshot.model, symbol);
  return first === undefined ? placeInFile(snapshot, symbol) : snapshot.place(first);
}
