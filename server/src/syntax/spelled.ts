// The names that a text spells, whatever they would mean and whether it parses or not.

import { lex } from './lexer.ts';
import { decodeString } from './strings.ts';
import { canBeName, StringToken } from './tokens.ts';

/** In order of the text, without comments and reserved words. */
export function namesIn(text: string): string[] {
  return lex(text).tokens.flatMap(({ tokenType, image }) => {
    if (tokenType === StringToken) return [decodeString(image).text];
    return canBeName(tokenType) ? [image] : [];
  });
}
