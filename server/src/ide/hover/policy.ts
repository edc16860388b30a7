// Hovers of a policy, a record and a test: who sees what, what is said of the record, how the expectations stand.
import type { Policy, RecordSymbol, TestSymbol } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { counted } from '../permission-text.ts';
import { join, type Phrase, phrase, strong, words } from '../phrase.ts';
import { cutText, relationWords, writtenFormula, writtenRecord } from '../written.ts';
import { type Card, names, sentences, text } from './card.ts';
import { countReached, people } from './places.ts';

export function policyCard(policy: Policy): Card {
  const signature = policy.isDefault ? 'default policy' : `policy ${writeName(policy.name)}`;
  const blocks = [text(opensText(policy)), text(sentences(phrase`Of ${policy.object.name}.`, reachText(policy)))];
  return { signature, blocks };
}

function opensText({ when, object }: Policy): Phrase {
  if (when === undefined) return words('Opens nothing: its declaration has an error.');
  if (when.op === 'true') return phrase`Opens every record of ${object.name}.`;
  return phrase`Opens records when ${writtenFormula(when, 200)}.`;
}

function reachText({ to }: Policy): Phrase {
  const subjects = to.map(({ subject }) => subject);
  const reached = countReached(subjects);
  if (subjects.length === 0) return words('To nobody.');
  const accounts = subjects.filter((each) => each.kind === 'service account').length;
  const counts = [
    ...(reached === 0 && accounts > 0 ? [] : [people(reached)]),
    ...(accounts === 0 ? [] : [counted(accounts, 'service account')]),
  ];
  return [...words('To '), ...names(subjects.map((each) => each.name)), ': ', ...join(counts, ' and '), ' now.'];
}

export function recordCard(record: RecordSymbol): Card {
  const { facts, object } = record;
  const signature = `record ${writeName(record.name)}${object === undefined ? '' : ` in ${writeName(object.name)}`}`;
  if (facts === undefined)
    return { signature, blocks: [text(words('It has an error: no question about it is answered.'))] };
  const unsaid = [...facts.object.fields.keys()].filter(
    (name) => ![...facts.values.keys()].some((field) => field.name === name),
  );
  const said = facts.values.size === 0 ? words('Says nothing.') : phrase`${cutText(writtenRecord(facts.values), 300)}`;
  const relations = [...facts.relations].map(
    ([kind, who]): Phrase => [...words(`${relationWords[kind]} `), ...names([...who].map((each) => each.name))],
  );
  const open = unsaid.length === 0 ? [] : [...words('Not said, so unknown: '), ...names(unsaid), '.'];
  return {
    signature,
    blocks: [text(said), text(relations.length === 0 ? [] : [...join(relations, '; '), '.']), text(open)],
  };
}

export function testCard(snapshot: Snapshot, test: TestSymbol): Card {
  const outcomes = snapshot.outcomes.filter(({ asked }) => asked.test === test).map(({ outcome }) => outcome.outcome);
  const count = (kind: string) => outcomes.filter((outcome) => outcome === kind).length;
  const parts = (['held', 'failed', 'error'] as const).filter((kind) => count(kind) > 0);
  const said = parts.map((kind) =>
    kind === 'held' ? words(`${count(kind)} held`) : strong(words(`${count(kind)} ${kind}`)),
  );
  const block = said.length === 0 ? words('No expectations.') : [...words('Expectations: '), ...join(said), '.'];
  return { signature: `test ${JSON.stringify(test.name)}`, blocks: [text(block)] };
}
