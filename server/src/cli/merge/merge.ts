// Merges results of several runs: tells of which kind they are by what they hold, and has that kind merge them.
import { readWhole } from '../../exchange/json-whole.ts';
import { type Fault, type Merged, type MergeFormat, readEach, type Source, type Unmerged } from './format.ts';
import { mergeJson } from './json.ts';
import { mergeJunit } from './junit.ts';
import { mergeSarif } from './sarif.ts';

interface Kind {
  readonly name: string;
  readonly merge: MergeFormat;
}

const json: Kind = { name: 'JSON', merge: mergeJson };
const sarif: Kind = { name: 'SARIF', merge: mergeSarif };
const junit: Kind = { name: 'JUnit', merge: mergeJunit };

/** Takes at least one; whatever is wrong with any of them, nothing is merged. */
export function mergeResults(sources: readonly Source[]): Merged | Unmerged {
  const read = readEach(sources, readKind);
  if ('problems' in read) return read;
  const [first] = read.all;
  if (first === undefined) return { problems: ['there are no results'] };
  const { kind } = first.value;
  const odd = read.all.find(({ value }) => value.kind !== kind);
  if (odd === undefined) return kind.merge(read.all.map(({ value }) => value.source));
  const names = `\`${first.source.name}\` is ${kind.name}, and \`${odd.source.name}\` is ${odd.value.kind.name}`;
  return { problems: [`${names}: results of different kinds are not merged`] };
}

type Kinded = { readonly kind: Kind; readonly source: Source };

function readKind(source: Source): { readonly value: Kinded } | { readonly fault: Fault } {
  const [first = ''] = /[^\s\ufeff]/.exec(source.text) ?? [];
  if (first === '<') return { value: { kind: junit, source } };
  if (first === '') return { fault: { offset: 0, message: 'the file is empty' } };
  const read = readWhole(source.text);
  if ('fault' in read) return read;
  const { value } = read;
  const isSarif = typeof value === 'object' && value !== null && Object.hasOwn(value, 'runs');
  return { value: { kind: isSarif ? sarif : json, source: { ...source, value } } };
}
