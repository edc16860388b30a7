// What one action or tool does here: as whom, on which records.
import { action, tool } from '../../catalogue/actions.ts';
import type { Action } from '../../catalogue/types.ts';
import type { Actor, Agent, Automation, BoundStep } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { actorOfStep, runners } from '../../rules/acting.ts';
import type { Located } from '../locate.ts';
import { type Phrase, phrase, words } from '../phrase.ts';
import { writtenFormula } from '../written.ts';
import { type Block, sentences, text } from './card.ts';

type Runner = Automation | Agent;

/** The blocks of the step that an offset stands in; none outside of one. */
export function stepBlocks(snapshot: Snapshot, located: Located): readonly Block[] {
  for (const runner of runners(snapshot.model)) {
    const step = runner.steps.find((each) => located.nodes.includes(each.step));
    if (step !== undefined) return [text(sentences(reachText(step), actorText(runner, step)))];
  }
  return [];
}

export function rowOf(step: BoundStep): Action | undefined {
  if (step.id === undefined) return undefined;
  return step.step.kind === 'action' ? action(step.id) : tool(step.id);
}

/** Which records it touches, in a sentence. */
function reachText(step: BoundStep): Phrase {
  const { target } = step;
  const records = rowOf(step)?.records;
  if (target === undefined || records === undefined || records === null) return [];
  if (records === 'new') return phrase`Here it makes a record of ${target.name}.`;
  const which = whichRecords(step);
  return which === undefined ? [] : [...words('Here it reaches '), ...which, '.'];
}

/** `records of X when …`; undefined where the condition has an error. */
export function whichRecords({ target, where }: BoundStep): Phrase | undefined {
  if (target === undefined || where === undefined) return undefined;
  if (where.op === 'true') return phrase`all records of ${target.name}`;
  return phrase`records of ${target.name} when ${writtenFormula(where)}`;
}

function actorText(runner: Runner, step: BoundStep): Phrase {
  const acting = actsAs(actorOfStep(runner, step), runner);
  return [...words('It acts as '), ...acting, '.'];
}

/** Who that is, in words. */
export function actsAs(actor: Actor, { builtBy }: Runner): Phrase {
  switch (actor.as) {
    case 'account':
      return phrase`service account ${actor.account.name}`;
    case 'publisher':
      return builtBy === undefined ? words('its publisher') : phrase`its publisher ${builtBy.user.name}`;
    case 'current user':
      return words('whoever triggers it, which cannot be checked beforehand');
    case 'unknown':
      return words('nobody: its `runs as` has an error');
  }
}
