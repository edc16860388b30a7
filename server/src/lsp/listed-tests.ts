// The tests of a file as the client lists them, with a version by which it knows that they are what they were.
import { oneLine } from '../ide/markdown.ts';
import { type TestOutline, testsByFile } from '../ide/tests.ts';
import { type ProjectView, toLocation } from './convert.ts';
import type { Encoding } from './position-encoding.ts';
import type { ListedTest } from './protocol-tests.ts';

export interface ListedFile {
  readonly uri: string;
  readonly version: string;
  readonly tests: readonly ListedTest[];
}

interface Known extends ListedFile {
  readonly encoding: Encoding;
}

const known = new WeakMap<readonly TestOutline[], Known>();

/** In order; of a file that did not change it is what was found before. */
export function listedFiles(view: ProjectView): ListedFile[] {
  return [...testsByFile(view.snapshot)].map(([file, outlines]) => {
    const uri = view.held.uriOf(file);
    const before = known.get(outlines);
    if (before?.uri === uri && before.encoding === view.encoding) return before;
    const tests = outlines.map((outline) => listed(view, outline));
    const own = { uri, version: versionOf(JSON.stringify(tests)), tests, encoding: view.encoding };
    known.set(outlines, own);
    return own;
  });
}

function listed(view: ProjectView, { name, place, expectations }: TestOutline): ListedTest {
  return {
    ...(name === undefined ? {} : { name: oneLine(name) }),
    ...toLocation(view, place),
    expectations: expectations.map((each) => ({ text: oneLine(each.text), ...toLocation(view, each.place) })),
  };
}

/** Of the text alone, so that a server that was started anew gives the same: two sums that lose no bit to each other. */
function versionOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other + code, 0x85ebca6b) ^ (other >>> 13);
  }
  return `${text.length} ${(one >>> 0).toString(36)} ${(other >>> 0).toString(36)}`;
}
