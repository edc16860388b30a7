// What the suite uses of Node's assertions, where there is no Node.
import { assert as chai } from 'chai';

export const strict = {
  equal: chai.strictEqual,
  notEqual: chai.notStrictEqual,
  deepEqual: chai.deepEqual,
  match: chai.match,
  doesNotMatch: chai.notMatch,
  ok: chai.isOk,
};
