// The passes of binding behind the names: what was put off, roles, objects, and at last the questions.
import type { Unit } from '../syntax/source-file.ts';
import { bindObject } from './bind-objects.ts';
import { bindQuestion } from './bind-questions.ts';
import { bindRole } from './bind-roles.ts';
import { type Draft, hasProblem, originOf, type Site, stretchOf } from './draft.ts';
import type { AskedQuestion } from './model.ts';
import { taintBySyntax } from './taint-syntax.ts';

/** What waits for all names to be known. */
export function runLater({ pending }: Draft): void {
  for (const task of pending.later.splice(0)) task();
}

/** Takes the sites of everything that is bound now. */
export function bindContents({ pending }: Draft, sites: readonly Site[]): void {
  for (const { site, declaration, role } of pending.roles.splice(0)) bindRole(site, declaration, role);
  for (const { site, declaration, object } of pending.objects.splice(0)) bindObject(site, declaration, object);
  for (const site of sites) taintBySyntax(site);
}

/** By the unit that they stand in, in its order. */
export function bindQuestions({ pending }: Draft): ReadonlyMap<Unit, readonly AskedQuestion[]> {
  const byUnit = new Map<Unit, AskedQuestion[]>();
  for (const { site, declaration, test } of pending.questions.splice(0)) {
    const bound = bindQuestion(site, declaration.question, test);
    // What could not be read behind a question might have been part of it.
    const question = hasProblem(site, stretchOf(site, declaration)) ? undefined : bound;
    const asked: AskedQuestion = { declaration, origin: originOf(site, declaration.span), test, question };
    const known = byUnit.get(site.unit);
    if (known === undefined) byUnit.set(site.unit, [asked]);
    else known.push(asked);
  }
  return byUnit;
}
