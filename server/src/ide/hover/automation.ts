// Hover of an automation or agent: as whom it acts, what it takes, and what its actor may do there.
import type { Agent, Automation, BoundStep } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { actingPrincipal } from '../../rules/acting.ts';
import type { Finding } from '../../rules/finding.ts';
import { writeName } from '../../syntax/keywords.ts';
import { join, message, type Phrase, phrase, words } from '../phrase.ts';
import { type Block, type Card, limited, list, sentences, text } from './card.ts';
import { placesBlocks } from './places.ts';
import { actsAs, rowOf, whichRecords } from './step.ts';

type Runner = Automation | Agent;

const maxSteps = 6;
const broken: ReadonlySet<string> = new Set(['missing-permission', 'missing-data-access', 'inactive-actor']);

export function runnerCard(snapshot: Snapshot, runner: Runner): Card {
  const trigger =
    runner.kind === 'automation' && runner.trigger !== undefined ? phrase`Starts on ${runner.trigger}.` : [];
  const built =
    runner.builtBy === undefined || runner.actor.as === 'publisher'
      ? []
      : phrase`Built by ${runner.builtBy.user.name}.`;
  const acts = [...words('Acts as '), ...actsAs(runner.actor, runner), '.'];
  return {
    signature: `${runner.kind} ${writeName(runner.name)}`,
    blocks: [text(sentences(acts, trigger, built)), stepsBlock(snapshot, runner), ...actorBlocks(snapshot, runner)],
  };
}

function stepsBlock(snapshot: Snapshot, runner: Runner): Block {
  const findings = snapshot.findings.filter((finding) => broken.has(finding.rule));
  const items = runner.steps.map((step) => stepItem(snapshot, step, findings));
  const title = runner.kind === 'automation' ? 'Actions' : 'Tools';
  return list(words(title), limited(items, maxSteps, title.toLowerCase()));
}

/** What it needs; where it fails, what the finding says instead. */
function stepItem(snapshot: Snapshot, step: BoundStep, findings: readonly Finding[]): Phrase {
  const name = step.step.word?.text ?? '?';
  const { file, span } = snapshot.place(step.origin);
  const wrong = findings.find(({ place }) => place.file === file && place.span.start === span.start);
  if (wrong !== undefined) return [...words('✗ '), ...message(wrong.message)];
  const row = rowOf(step);
  if (row === undefined) return phrase`${name}: unknown`;
  const needs =
    row.requires.length === 0
      ? words('needs nothing')
      : [...words('needs '), ...join(row.requires.map((each) => phrase`${each.constant}`))];
  const which = row.records === 'existing' ? whichRecords(step) : undefined;
  const own =
    step.runsAs === undefined
      ? []
      : words(`, runs as ${typeof step.runsAs.as === 'string' ? step.runsAs.as : 'another account'}`);
  return [...phrase`${name} `, ...needs, ...(which === undefined ? [] : [', for ', ...which]), ...own];
}

/** The rights of its actor at its own object and where it acts. */
function actorBlocks(snapshot: Snapshot, runner: Runner): readonly Block[] {
  const acting = actingPrincipal(runner, runner.actor);
  if (acting === undefined) return [];
  return placesBlocks(snapshot, acting, new Set([runner.object, ...runner.steps.flatMap((step) => step.target ?? [])]));
}
