// What Terraform can say of a project: the project without the rest, and what the vendor's tool would have of it besides.
import { positionOf } from '../../../server/src/cli/export-problems.ts';
import { fieldTypes, objectTypes } from '../../../server/src/exchange/terraform-facts.ts';
import { addressOf } from '../../../server/src/model/profiles.ts';
import type { Field, Group, ObjectSymbol, Policy, Role } from '../../../server/src/model/symbols.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import type { ObjectDecl, ObjectItem } from '../../../server/src/syntax/ast.ts';
import type { Span } from '../../../server/src/text/span.ts';
import type { Neighbour } from './exported.ts';

const quoted = (text: string) => JSON.stringify(text);

/** A text of HCL, and no template of Terraform's. */
const hcl = (text: string) => quoted(text.replace(/[$%]\{/g, (start) => `${start[0]}${start}`));

function fieldText({ name, type, options }: Field, label: string, object: string): string {
  const [word] = [...fieldTypes].find(([, known]) => known === type) ?? [type];
  const list = options.map((option) => `{ label = ${hcl(option)} }`).join(', ');
  return `resource "elementum_${word}_field" "${label}" {
  object_id = ${object}.id
  name      = ${hcl(name)}${options.length === 0 ? '' : `\n  options   = [${list}]`}
}
`;
}

/** Of every app there is a status, which most projects do not speak of. */
const ofApps = '  status_options = [{ label = "Open" }]\n';

/** Objects with their fields, as an export of the vendor's tool has them. */
export function foundationOf({ model }: Snapshot): Neighbour {
  const texts = [...model.objects.values()].flatMap(({ type, name, fields }, i) => [
    `resource "${objectTypes[type]}" "object_${i}" {\n  name = ${hcl(name)}\n${type === 'app' ? ofApps : ''}}\n`,
    ...[...fields.values()].map((field, k) => fieldText(field, `field_${i}_${k}`, `${objectTypes[type]}.object_${i}`)),
  ]);
  return { path: 'main.tf', text: texts.join('\n') };
}

export interface Refused {
  readonly roles: readonly Role[];
  readonly policies: readonly Policy[];
  readonly groups: readonly Group[];
}

/** What the export says that it has left out whole: policies that it only has not to some of their people are not among it. */
export function refusedIn(snapshot: Snapshot, lacking: readonly string[]): Refused {
  const whole = lacking.filter((line) => !/: a resource cannot name `/.test(line));
  const places = new Set(whole.map((line) => /^(\S+) (?:role|policy|group) /.exec(line)?.[1] ?? ''));
  const isRefused = ({ origin }: Role | Policy | Group) =>
    origin !== undefined && places.has(positionOf(snapshot, snapshot.place(origin)));
  const objects = [...snapshot.model.objects.values()];
  return {
    roles: objects.flatMap(({ roles }) => [...roles.values()]).filter(isRefused),
    policies: objects.flatMap(({ policies }) => policies).filter(isRefused),
    groups: [...snapshot.model.groups.values()].filter(isRefused),
  };
}

/**
 * The project with what the export has of it and nothing else. Of people the addresses are known to Terraform, and who is in the
 * groups that are filled here; service accounts stay as names that hold nothing.
 */
export function carriedText(snapshot: Snapshot, refused: Refused): string {
  const { model } = snapshot;
  const users = [...model.users.values()].map((user) => `user ${quoted(user.name)} ${quoted(addressOf(model, user))}`);
  const groups = [...model.groups.values()]
    .filter((group) => group.system === undefined && !refused.groups.includes(group))
    .map((group) => `group ${quoted(group.name)} {${membersText(group)} }`);
  return [...users, ...groups, ...objectTexts(snapshot, refused)].join('\n');
}

function membersText({ declared, domain, origin, members }: Group): string {
  const isFilledHere = declared && domain === undefined && origin !== undefined && members.size > 0;
  return isFilledHere ? ` members ${[...members].map(({ name }) => quoted(name)).join(', ')}` : '';
}

function objectTexts(snapshot: Snapshot, { roles, policies }: Refused): string[] {
  const gone = new Set(
    [...roles, ...policies].flatMap(({ origin }) => {
      const at = origin && snapshot.place(origin);
      return at === undefined ? [] : [`${at.file} ${at.span.start}`];
    }),
  );
  return [...snapshot.input.files.keys()].flatMap((file) => {
    const source = snapshot.source(file);
    return (source?.units ?? []).flatMap(({ declaration }, i) => {
      if (declaration?.kind !== 'object') return [];
      const start = source?.starts[i] ?? 0;
      const text = ({ start: from, end }: Span) => source?.text.slice(start + from, start + end) ?? '';
      const isGone = ({ span }: ObjectItem) =>
        Array.from({ length: span.end - span.start }, (_, k) => `${file} ${start + span.start + k}`).some((each) =>
          gone.has(each),
        );
      return objectText(declaration, (item) => (isGone(item) ? [] : itemText(item, text)), text);
    });
  });
}

function objectText(
  { object, name, items }: ObjectDecl,
  linesOf: (item: ObjectItem) => readonly string[],
  text: (span: Span) => string,
): string[] {
  return name === undefined ? [] : [`${object} ${text(name.span)} {`, ...items.flatMap(linesOf), '}'];
}

/** Nothing of what only the checklist has. */
function itemText(item: ObjectItem, text: (span: Span) => string): readonly string[] {
  switch (item.kind) {
    case 'field':
      return [text({ start: item.span.start, end: item.assignee?.start ?? item.span.end })];
    case 'role':
      return item.managed ? [] : [text(item.span)];
    case 'policy':
    case 'default policy':
      return [text(item.span)];
    case 'service account':
      return [`service account ${text(item.name?.span ?? item.span)} { }`];
    default:
      return [];
  }
}

/** Custom roles and policies: what a resource could be about. */
export function candidatesOf({ model }: Snapshot): (Role | Policy)[] {
  return [...model.objects.values()].flatMap((object: ObjectSymbol) => [
    ...[...object.roles.values()].filter(({ managed }) => !managed),
    ...object.policies,
  ]);
}
