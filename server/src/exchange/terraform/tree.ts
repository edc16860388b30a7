// What a Terraform file says, whichever of its two spellings it has: blocks with labels and attributes of plain values.

/** `line` counts from 0. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'number'; readonly number: number; readonly line: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly line: number }
  | { readonly kind: 'null'; readonly line: number }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly line: number }
  | { readonly kind: 'object'; readonly entries: Body; readonly line: number }
  /** `data.elementum_user.ines.id`, `local.severity_options_by_label["High"]`: its steps, keys of brackets among them. */
  | { readonly kind: 'reference'; readonly steps: readonly string[]; readonly line: number }
  /** Any other expression, whose text is not kept: it may hold a secret. */
  | { readonly kind: 'opaque'; readonly line: number };

/** A map, so that no name means anything but itself, `__proto__` included. */
export type Body = ReadonlyMap<string, Value>;

export interface Block {
  /** `resource`, `data`, `import`. */
  readonly word: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly path: string;
  readonly line: number;
}

/** What a reader found beside blocks. Messages hold nothing of the text but names of blocks. */
export interface Fault {
  readonly line: number;
  readonly gravity: 'lost' | 'changed';
  readonly message: string;
}

export interface Parsed {
  readonly blocks: readonly Block[];
  readonly faults: readonly Fault[];
  /** How many blocks of other words there are: what stands in them is not kept. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** Blocks that are read. All others (`provider`, `variable`, `locals`, `output`, …) may hold secrets, and nothing of them is kept. */
export const wantedWords: ReadonlySet<string> = new Set(['resource', 'data', 'import']);

/** How deep values may be nested: far deeper than any filter that somebody wrote. */
export const deepest = 100;

/** How long a text may be: far longer than any that somebody wrote, and short enough to be written and read again. */
export const longest = 1_000_000;

/** What is read of a block. Anything else, headers and keys of services among it, is dropped before the next block is read. */
const kept: ReadonlySet<string> = new Set(
  [
    'name email namespace handle label id to description object_id app_id count for_each',
    'fields options status_options stages members dynamic user_ids group_ids permissions auto_share filter',
    'automation_id parent_id task_id switch_id switch_task_id fork_join_id fork_join_task_id',
    'record_reference record_id agent_id target_id',
  ].flatMap((words) => words.split(' ')),
);

export function keep(body: Body): Body {
  return new Map([...body].filter(([name]) => kept.has(name)));
}
