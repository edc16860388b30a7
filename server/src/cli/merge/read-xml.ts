// Reads XML strictly, element by element, without whatever else a document may hold.
import sax from 'sax';
import type { Fault } from './format.ts';

export interface ReadElement {
  readonly name: string;
  /** Where it begins. */
  readonly offset: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  /** All of its text, without that of elements in it. */
  readonly text: string;
}

interface Open extends ReadElement {
  readonly children: ReadElement[];
  text: string;
}

/** Results are four elements deep. */
const deepest = 20;

/** Never throws. A type of document, which could declare entities, is a fault. */
export function readXml(text: string): { readonly value: ReadElement } | { readonly fault: Fault } {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const parser = sax.parser(true, { position: true });
  const top = elementAt('', 0, {});
  const open = [top];
  let fault: Fault | undefined;
  const stop = (message: string) => {
    fault ??= { offset: start + Math.max(0, parser.position - 1), message };
  };
  parser.onerror = ({ message }) => {
    stop(`this is not XML: ${sentence(message)}`);
    // Otherwise it is thrown at the next call.
    parser.resume();
  };
  parser.ondoctype = () => stop('a type of document is nothing that such results have');
  parser.onopentag = ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]));
    if (open.length > deepest) return stop('this is nested too deep to be read');
    if (open.length === 1 && top.children.length > 0) return stop('there is a second element at the top');
    const element = elementAt(name, start + parser.startTagPosition - 1, plain);
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  const addText = (piece: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onclosetag = () => {
    open.pop();
  };
  for (const piece of pieces(text.slice(start))) {
    if (fault !== undefined) break;
    parser.write(piece);
  }
  if (fault === undefined) parser.close();
  const [root] = top.children;
  if (fault !== undefined) return { fault };
  return root === undefined ? { fault: { offset: 0, message: 'there is no element' } } : { value: root };
}

function elementAt(name: string, offset: number, attributes: Readonly<Record<string, string>>): Open {
  return { name, offset, attributes, children: [], text: '' };
}

/** So that nothing is read far behind a fault. */
function* pieces(text: string): Generator<string> {
  const size = 65_536;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Of the parser's own words, which go on with lines about positions. */
function sentence(message: string): string {
  const [first = ''] = message.split('\n');
  return `${first.slice(0, 1).toLowerCase()}${first.slice(1).replace(/\.$/, '')}`;
}
