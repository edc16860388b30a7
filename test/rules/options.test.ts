// Options that a field does not have, and fields of which an error hides the options.
import { describe, it } from 'mocha';
import { checkReported } from './reported.ts';

const policy = 'policy P { to alice  when S is "x" }';
const asked = 'expect alice cannot READ_RECORDS in A when S is "x"';
const project = (field: string, rest = '') =>
  `user alice "alice@acme.com"\napp A {\n  ${field}\n  ${policy}\n}\n${rest}`;

describe('unknown-option', () => {
  it('is on what is none of the options, with its case, and on the empty text', () => {
    checkReported('unknown-option', project('field S: choice("X", "y")'), ['"x"']);
    checkReported('unknown-option', project('field S: choice("x")').replace('"x" }', '"" }'), ['""']);
  });

  it('is not said of an option that an error in the field may hide', () => {
    for (const options of ['"a" "x"', '"a", x', '"a", ""', '']) {
      const field = `field S: choice(${options})`;
      const isHidden = options !== '"a", ""';
      checkReported('unknown-option', project(field), isHidden ? [] : ['"x"']);
    }
  });

  it('leaves what is asked with such a field without an answer', () => {
    checkReported('failed-expectation', project('field S: choice("a" "x")', asked), [asked]);
  });
});
