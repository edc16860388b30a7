// Steps before Terraform is run: what it would make a second time, and what has to be there.
import type { ObjectSymbol } from '../../model/symbols.ts';
import { grouped } from '../../text/grouped.ts';
import { code } from '../markdown.ts';
import type { Block } from '../terraform/tree.ts';
import { names } from './checklist-words.ts';
import { isFilledHere } from './draft.ts';
import type { Manual } from './manual.ts';
import { label } from './names.ts';
import { neighbourObject } from './neighbours.ts';

export function beforeApply(manual: Manual): string[] {
  return [...doubled(manual), ...existing(manual), ...adopted(manual), ...defaults(manual), ...deletions(manual)];
}

/** The same roles and policies in the export of the vendor's tool, file by file. */
function doubled({ neighbours }: Manual): string[] {
  const shown = ({ labels, line }: Block) => `${code(labels.join('.'))} (line ${line + 1})`;
  return [...grouped(neighbours?.doubled ?? [], ({ path }) => path)].map(
    ([path, blocks]) =>
      `Remove from ${code(path)} the roles and policies, which are declared anew: ${blocks.map(shown).join(', ')}`,
  );
}

/** What is looked up. */
function existing(manual: Manual): string[] {
  const { objects, neighbours } = manual;
  const isExported = exportedIn(manual);
  const looked = objects.filter((object) => isExported(object) && neighbourObject(neighbours, object) === undefined);
  return looked.map(
    ({ type, name }) => `Make sure that there is one ${type} that is called ${code(name)}: it is looked up by its name`,
  );
}

/** Whether a role or policy of an object is a resource. */
function exportedIn({ left }: Manual): (object: ObjectSymbol) => boolean {
  const missing = new Set<unknown>([...left.roles, ...left.policies].map(({ of }) => of));
  return ({ roles, policies }) => {
    const resources = [...[...roles.values()].filter(({ managed }) => !managed), ...policies];
    return resources.some((each) => !missing.has(each));
  };
}

/** Without an import what is there stays beside the new one, and an old policy keeps showing records. */
function adopted(manual: Manual): string[] {
  const { model, objects, neighbours, left } = manual;
  const isExported = exportedIn(manual);
  const missing = new Set<unknown>([...left.groups, ...left.roles, ...left.policies].map(({ of }) => of));
  const groups = [...model.groups.values()].filter(
    (each) => isFilledHere(each) && !missing.has(each) && neighbours?.groups.get(each.name) === undefined,
  );
  const take = (thing: string, address: string, id: string) =>
    `If there is ${thing} already: ${code(`terraform import ${address} ${id}`)}, else there will be two`;
  return [
    ...groups.map(({ name }) => take(`a group ${code(name)}`, `elementum_group.${label(name)}`, 'GROUP-ID')),
    ...objects.flatMap((object) => [
      ...[...object.roles.values()]
        .filter((role) => !role.managed && !missing.has(role))
        .map(({ name }) =>
          take(
            `a role ${code(name)} in ${code(object.name)}`,
            `elementum_role.${label(object.name, name)}`,
            'OBJECT-ID:ROLE-ID',
          ),
        ),
      ...(isExported(object)
        ? [
            `Delete every policy of ${code(object.name)} that Terraform did not make, or take it over (${code('terraform import elementum_access_policy.LABEL OBJECT-ID:POLICY-ID')}): policies have no names, and an old one keeps showing its records`,
          ]
        : []),
    ]),
  ];
}

function defaults({ objects }: Manual): string[] {
  const closed = objects.filter(({ type, policies }) => type === 'app' && !policies.some(({ isDefault }) => isDefault));
  return closed.length === 0
    ? []
    : [
        `Look whether the policy by which \`Internal Users\` see every record is gone: the project has none in ${names(closed.map(({ name }) => name))}`,
      ];
}

function deletions(manual: Manual): string[] {
  return manual.objects.some(exportedIn(manual))
    ? ['Read `terraform plan`: a role, group or policy that left the project is deleted, with the access that it gave']
    : [];
}
