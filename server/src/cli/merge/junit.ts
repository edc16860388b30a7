// Merges what `writ check` and `writ test` print with `--format junit`: all suites under one root, counted anew.
import { type ExitStatus, worse } from '../host.ts';
import { printXml, type XmlElement } from '../reporters/xml.ts';
import { type Fault, foldEqual, inOrder, type MergeFormat, readEach } from './format.ts';
import { type ReadElement, readXml } from './read-xml.ts';

/** What may stand in what. Those without any hold text. */
const contents: ReadonlyMap<string, readonly string[]> = new Map([
  ['testsuites', ['testsuite']],
  ['testsuite', ['testcase']],
  ['testcase', ['failure', 'error', 'system-out']],
  ['failure', []],
  ['error', []],
  ['system-out', []],
]);

export const mergeJunit: MergeFormat = (sources) => {
  const read = readEach(sources, ({ text }) => {
    const xml = readXml(text);
    if ('fault' in xml) return xml;
    const fault = faultOf(xml.value);
    return fault === undefined ? { value: elementsOf(xml.value) } : { fault };
  });
  if ('problems' in read) return read;
  const suites = foldEqual(inOrder(read.all, firstPlace).flat());
  const root = { name: 'testsuites', attributes: { name: 'writ', ...countsOf(suites) }, content: suites };
  return { text: printXml(root), status: statusOf(root) };
};

function faultOf(root: ReadElement): Fault | undefined {
  if (root.name !== 'testsuites' || root.attributes['name'] !== 'writ')
    return { offset: root.offset, message: 'expected `<testsuites name="writ">`: only results of Writ are merged' };
  return faultIn(root);
}

function faultIn(element: ReadElement): Fault | undefined {
  const { name, offset, attributes, children, text } = element;
  const parts = contents.get(name) ?? [];
  const stray = children.find((child) => !parts.includes(child.name));
  if (stray !== undefined)
    return { offset: stray.offset, message: `\`<${stray.name}>\` is nothing that \`<${name}>\` has in such results` };
  if (parts.length > 0 && text.trim() !== '')
    return { offset, message: `\`<${name}>\` holds text between its elements` };
  if ((name === 'testsuite' || name === 'testcase') && attributes['name'] === undefined)
    return { offset, message: `\`<${name}>\` lacks \`name\`` };
  for (const child of children) {
    const fault = faultIn(child);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The file of its first case. */
function firstPlace([suite]: readonly XmlElement[]): string {
  return String(suite === undefined ? '' : (within(suite)[0]?.attributes['classname'] ?? ''));
}

function elementsOf({ children }: ReadElement): XmlElement[] {
  return children.map((suite) => {
    const cases = suite.children.map(elementOf);
    return { name: suite.name, attributes: { ...suite.attributes, ...countsOf(cases) }, content: cases };
  });
}

function elementOf({ name, attributes, children, text }: ReadElement): XmlElement {
  const isText = contents.get(name)?.length === 0;
  return { name, attributes, content: isText ? text : children.map(elementOf) };
}

function within({ content }: XmlElement): readonly XmlElement[] {
  return typeof content === 'object' ? content : [];
}

/** Takes suites or cases. */
function countsOf(elements: readonly XmlElement[]): Readonly<Record<string, number>> {
  const cases = elements.flatMap((element) => (element.name === 'testcase' ? [element] : within(element)));
  const having = (name: string) => cases.filter((each) => within(each).some((part) => part.name === name)).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error') };
}

/** What of a run could not be done, or read, ended it with 2. */
function statusOf(element: XmlElement): ExitStatus {
  const { name, attributes } = element;
  const isFault = name === 'failure' || name === 'error';
  if (!isFault) return within(element).map(statusOf).reduce<ExitStatus>(worse, 0);
  return (name === 'error' && attributes['type'] === 'run') || attributes['type'] === 'unreadable-file' ? 2 : 1;
}
