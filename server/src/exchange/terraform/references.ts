// What a reference points at: a block of the export, one that the export does not declare, or an id.
import type { Index } from './blocks.ts';
import type { Block, Value } from './tree.ts';

export interface Target {
  readonly isData: boolean;
  readonly type: string;
  readonly label: string;
  /** `elementum_app.desk`, `data.elementum_user.ines`. */
  readonly address: string;
  /** Absent where the export does not declare it, or declares two of that name. */
  readonly block: Block | undefined;
  /** Two differ under that name. */
  readonly isDoubtful: boolean;
  /** What is asked of it: `id`, `refs` and a name. */
  readonly rest: readonly string[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Takes a reference, or an id that an `import` block gives to something; gives nothing for `local` and for anything else. */
export function targetOf(index: Index, value: Value | undefined): Target | undefined {
  if (value?.kind === 'text') {
    const address = index.byId.get(value.text);
    return address === undefined ? undefined : targetAt(index, [...address.split('.'), 'id']);
  }
  return value?.kind === 'reference' ? targetAt(index, value.steps) : undefined;
}

function targetAt(index: Index, steps: readonly string[]): Target | undefined {
  const isData = steps[0] === 'data';
  const [type, label, ...rest] = isData ? steps.slice(1) : steps;
  if (type === undefined || label === undefined || !type.startsWith('elementum_')) return undefined;
  const address = `${isData ? 'data.' : ''}${type}.${label}`;
  const block = index.byAddress.get(address);
  return { isData, type, label, address, block, isDoubtful: block === undefined && index.byAddress.has(address), rest };
}

/** The same, of a whole thing or of its id, and of nothing else of it. */
export function thingOf(index: Index, value: Value | undefined): Target | undefined {
  const target = targetOf(index, value);
  const isWhole =
    target !== undefined && (target.rest.length === 0 || (target.rest.length === 1 && target.rest[0] === 'id'));
  return isWhole ? target : undefined;
}

/** `local.severity_options_by_label["High"]`: the name of the local, and the key if there is one. */
export function localOf(value: Value | undefined): { readonly name: string; readonly key?: string } | undefined {
  if (value?.kind !== 'reference' || value.steps[0] !== 'local') return undefined;
  const [, name, key, more] = value.steps;
  if (name === undefined || more !== undefined) return undefined;
  return key === undefined ? { name } : { name, key };
}
