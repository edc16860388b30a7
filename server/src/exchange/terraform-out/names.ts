// Labels of blocks, references to them, and text that Terraform reads as itself.
import { labelOf } from '../terraform-facts.ts';

/** Longer names would come to names of files that no disk takes. */
const longest = 40;

/**
 * A label made of the names that lead to a thing, and of nothing else: what is added, moved or removed beside it changes nothing.
 * Names that the plain form loses something of get a number made of the name; parts are divided by two underscores, which
 * no part contains.
 */
export function label(...path: readonly string[]): string {
  return `writ_${path.map(part).join('__')}`;
}

function part(name: string): string {
  const plain = labelOf(name);
  // Plain parts hold no digit.
  if (/^[A-Z][a-z]*(?: [A-Z][a-z]*)*$/.test(name) && name.length <= longest) return plain;
  return `${plain.slice(0, longest).replace(/^_|_$/g, '')}_0${digest(name)}`;
}

/** 64 bits in hexadecimal, of two runs of FNV-1a with different beginnings. */
function digest(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x1b873593);
}

/** Terraform holds text as UTF-8 and composes its characters: any other comes out as a different one. */
export function isSayable(text: string): boolean {
  return text.isWellFormed() && text === text.normalize('NFC');
}

/** The platform keeps no blanks around names. */
export function isSayableName(name: string): boolean {
  return isSayable(name) && name !== '' && name === name.trim();
}

/** Text of anyone's in a string of Terraform JSON. */
export function literal(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start[0]}${start}`);
}

/** `${data.elementum_user.writ_alice.id}`. */
export function reference(address: string): string {
  return `\${${address}}`;
}

/** An element of a map by a text of anyone's: `${local.severity["High"]}`. */
export function element(map: string, key: string): string {
  // Terraform has no escapes for these two.
  const escapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };
  const quoted = JSON.stringify(literal(key)).replace(/\\./g, (found) => escapes[found] ?? found);
  return reference(`${map}[${quoted}]`);
}
