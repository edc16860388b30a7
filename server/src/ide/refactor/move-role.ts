// Moves a role: from the organization into an object, or out of its object.

import type { ObjectSymbol, Role, ServiceAccount } from '../../model/symbols.ts';
import { listWords } from '../../model/words.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import type { FileEdits } from '../../rules/edits/fix.ts';
import { fits, moveRole as moveInto } from '../../rules/edits/move-role.ts';
import { roleNameIn } from '../../rules/edits/names.ts';
import { declarationOf, withComments } from '../../rules/edits/written.ts';
import { accountsWith } from '../../rules/holders.ts';
import { holdersBy, usedObjects } from '../../rules/uses.ts';
import { indentOf } from '../../syntax/edits/layout.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import { declaredAt } from './head.ts';
import type { Made, Offer, Refusal, Selected } from './refactoring.ts';

/** More places nobody chooses from. */
const mostObjects = 4;

export function moveRole(selected: Selected): readonly Offer[] {
  const role = declaredAt(selected);
  if (role?.kind !== 'role' || role.managed) return [];
  return role.object === undefined ? intoObjects(selected, role) : [outOf(selected, role, role.object)];
}

/** Those first where its holders have some use of it; all of these together, too. */
function intoObjects(selected: Selected, role: Role): Offer[] {
  const { model } = selected.snapshot;
  const used = [...usedObjects(model, holdersBy(model, role)).keys()].filter((object) => fits(role, object));
  const others = [...model.objects.values()].filter((object) => !used.includes(object));
  const each = [...used, ...others.filter((object) => fits(role, object))].slice(0, mostObjects);
  const together = used.length > 1 && used.length <= mostObjects ? [used] : [];
  return [...together, ...each.map((object) => [object])].map((objects) => into(selected, role, objects));
}

function into({ snapshot, context }: Selected, role: Role, objects: readonly ObjectSymbol[]): Offer {
  const usedBy = (account: ServiceAccount) => [...usedObjects(snapshot.model, { names: new Set([account]) }).keys()];
  const names = objects.map(({ name }) => `\`${name}\``);
  const make = (): Made | Refusal => {
    const [fix] = moveInto(context, role, objects, usedBy);
    if (fix === undefined) return { refused: 'the role, or an object, is only half read' };
    return { files: fix.edits.map(({ place, text }) => ({ file: place.file, edits: [{ span: place.span, text }] })) };
  };
  return { title: `Move \`${role.name}\` into ${listWords(names, 'and')}`, kind: 'move.role', access: 'stated', make };
}

function outOf(selected: Selected, role: Role, object: ObjectSymbol): Offer {
  const make = (): Made | Refusal => {
    const { context, snapshot } = selected;
    const written = role.origin && declarationOf(context, role.origin);
    if (written === undefined) return { refused: 'the role is only half read' };
    if (snapshot.model.roles.has(role.name)) return { refused: `the organization has a role \`${role.name}\`` };
    const { file, source, span } = written;
    const indent = indentOf(source.text, span.start) ?? '';
    const text = withComments(source, span).replaceAll(`\n${indent}`, '\n');
    const declared = addDeclaration(context, file, 'role', text);
    const removed = { file, edits: [removeItem(source, span)] };
    const named = accountsWith(snapshot.model, role).flatMap((account) => requalified(selected, role, object, account));
    return { files: [removed, ...declared, ...named] };
  };
  return {
    title: `Move \`${role.name}\` out of \`${object.name}\` into the organization`,
    kind: 'move.role',
    access: 'stated',
    make,
  };
}

/** As it is named once it is the organization's. */
function requalified({ context }: Selected, role: Role, from: ObjectSymbol, account: ServiceAccount): FileEdits[] {
  const within = account.object;
  const isHidden = within !== from && within.roles.has(role.name);
  const text = isHidden ? `organization.${roleNameIn(role, role.object)}` : roleNameIn(role, role.object);
  return account.roles
    .filter((each) => each.role === role)
    .map(({ origin }) => {
      const { file, span } = context.place(origin);
      return { file, edits: [{ span, text }] };
    });
}
