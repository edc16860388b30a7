// Checks what completion offers at the `$0` of a text.
import { strict as assert } from 'node:assert';
import { complete } from '../../server/src/ide/completion/complete.ts';
import type { CompletionItem, CompletionList } from '../../server/src/ide/completion/item.ts';
import { matcher } from '../../server/src/ide/completion/match.ts';
import { fixture, onlyCursor } from './fixture.ts';

export interface Completed extends CompletionList {
  /** The text of the file that the cursor stands in, and where. */
  readonly text: string;
  readonly offset: number;
}

export function completionsAt(text: string): Completed {
  const project = fixture(text);
  const { path, offset } = onlyCursor(project);
  const file = project.files.get(path) ?? '';
  const list = complete(project.snapshot, path, offset);
  for (const item of list.items) checkReplace(item, file, offset);
  return { ...list, text: file, offset };
}

/** What is left once an editor has compared with the text that is replaced, up to the cursor. */
export function filtered({ items, text, offset }: Completed): readonly CompletionItem[] {
  return items.filter(({ label, filterText, replace }) => {
    const typed = text.slice(replace.start, offset);
    return matcher(typed)(filterText ?? label) !== undefined;
  });
}

/** On one line, and the cursor stands in it or at one of its ends. */
export function checkReplace({ label, replace }: CompletionItem, text: string, offset: number): void {
  const where = `\`${label}\` replaces ${replace.start} to ${replace.end} at ${offset}`;
  assert.ok(replace.start <= offset && offset <= replace.end, where);
  assert.ok(replace.start >= 0 && replace.end <= text.length, where);
  assert.ok(!/[\r\n]/.test(text.slice(replace.start, replace.end)), where);
}

/** Takes the labels that an editor shows, in their order; `…` at the end stands for any more. */
export function checkCompletion(text: string, expected: readonly string[]): void {
  const labels = inOrder(filtered(completionsAt(text))).map(({ label }) => label);
  if (expected.at(-1) === '…') assert.deepEqual(labels.slice(0, expected.length - 1), expected.slice(0, -1));
  else assert.deepEqual(labels, expected);
}

/** Some that are shown, and some that are not. */
export function checkOffers(text: string, shown: readonly string[], hidden: readonly string[] = []): void {
  const labels = filtered(completionsAt(text)).map(({ label }) => label);
  assert.deepEqual(
    shown.filter((each) => !labels.includes(each)),
    [],
    `missing of ${labels.join(', ')}`,
  );
  assert.deepEqual(
    hidden.filter((each) => labels.includes(each)),
    [],
    'too many',
  );
}

/** The text as it is once the item of that label is taken; placeholders stay. */
export function checkAccepted(text: string, label: string, expected: string): void {
  const completed = completionsAt(text);
  const item = completed.items.find((each) => each.label === label);
  assert.ok(item, `no \`${label}\` among ${completed.items.map((each) => each.label).join(', ')}`);
  const { start, end } = item.replace;
  const whole = completed.text.slice(0, start) + item.insertText + completed.text.slice(end);
  assert.ok(whole.includes(expected), `${expected}\nis not in\n${whole}`);
}

export function itemLabelled(text: string, label: string): CompletionItem {
  const { items } = completionsAt(text);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `no \`${label}\` among ${items.map((each) => each.label).join(', ')}`);
  return item;
}

/** Sorted as an editor sorts what fits equally well. */
export function inOrder(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}
