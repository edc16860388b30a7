// What conditions of both sides come to: always, never, more than can be weighed, and over fields and people of both.
import { describe, it } from 'mocha';
import { checkBothWays } from './compared.ts';

/** Twelve numbers, each above the last one, where a computer tells only nine apart: whether there are any is left open. */
const letters: readonly string[] = [...'ABCDFGHIJKLM'];
const fields = letters.map((name) => `field ${name}: number`).join(' ');
const tight = letters
  .map(
    (name, i) =>
      `${name} > ${i === 0 ? '0.999999999999998' : `field ${letters[i - 1]}`} and ${name} < 0.999999999999999`,
  )
  .join(' and ');

describe('difference: conditions', () => {
  it('one that is always true needs no words', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when F is "x" or F is not "x" } }`,
      `
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          for example \`a\` in \`Desk\`, now: \`F "x"\`
          now by policy \`P\`
      --- back
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          for example \`a\` in \`Desk\`, before: \`F "x"\`
          before by policy \`P\``,
    );
  });

  it('one that holds of an empty record, and not always', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      group G { members b }
      app Desk { field Owner: user role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when not Owner is in G } }`,
      `
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`not Owner is in G\`
          for example \`a\` in \`Desk\`, now: \`Owner "someone in no group"\`
          now by policy \`P\`
      --- back
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`not Owner is in G\`
          for example \`a\` in \`Desk\`, before: \`Owner "someone in no group"\`
          before by policy \`P\``,
    );
  });

  it('one that is always true beside the default policy', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text field N: number role R { members a grants READ_RECORDS } }
      --- before
      app Desk { default policy }
      --- after
      app Desk { policy P { to a when (F is "x" or F is not "x") and (N > 1 or not N > 1) } }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });

  it('one of which a part is always true', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text field N: number role R { members a grants READ_RECORDS } }
      --- before
      app Desk { default policy }
      --- after
      app Desk { policy P { to a when (F is "x" or F is not "x") and N > 1 } }`,
      `
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: always
          now: when \`N > 1\`
          for example \`a\` in \`Desk\`, before: \`N 0\`
          before by the default policy through \`Internal Users\`
          now by policy \`P\`
      --- back
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`N > 1\`
          now: always
          for example \`a\` in \`Desk\`, now: \`N 0\`
          before by policy \`P\`
          now by the default policy through \`Internal Users\``,
    );
  });

  it('one that can never hold', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text field N: number role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when F is "x" and F is "y" or N > 2 and N < 1 } }`,
      `
      nobody may do more or less
      --- back
      nobody may do more or less`,
    );
  });

  it('more than can be weighed: all that is new', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { ${fields} role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when ${tight} } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: a part of it, where another part decides', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when ${tight} or Text is "x" } }`,
      `
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`${tight} or Text is "x"\`
          for example \`a\` in \`Desk\`, now: \`Text "x"\`
          now by policy \`P\`
      --- back
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`${tight} or Text is "x"\`
          for example \`a\` in \`Desk\`, before: \`Text "x"\`
          before by policy \`P\``,
    );
  });

  it('more than can be weighed: a part of what is new', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app Desk { policy P { to a when Text is "x" } }
      --- after
      app Desk { policy P { to a when Text is "x" or ${tight} } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: what is lost, where something is gained', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app Desk { policy P { to a when Text is "x" or ${tight} } }
      --- after
      app Desk { policy P { to a when Text is "x" or Text is "y" } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: whether there was anything before', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app Desk { policy P { to a when Text is "x" and ${tight} } }
      --- after
      app Desk { policy P { to a when Text is "x" } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: whether there was anything before, in one of two parts', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app Desk { policy P { to a when Text is "x" and ${tight} or Text is "x" and Text is "y" } }
      --- after
      app Desk { policy P { to a when Text is "x" } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: beside the default policy', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Text: text ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app Desk { default policy }
      --- after
      app Desk { policy P { to a when (Text is "x" or Text is not "x") and not (${tight}) } }`,
      `
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in \`Desk\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: of two permissions at two places', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { ${fields} role R { members a grants READ_RECORDS } role S { members b grants UPDATE_RECORDS } }
      app Shop { ${fields} role R { members a grants READ_RECORDS } role S { members b grants DELETE_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a, b when ${tight} } }
      app Shop { policy P { to a, b when ${tight} } }`,
      `
      3 not decided
      ? not decided in \`Desk\`, \`Shop\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      ? not decided in \`Desk\`: \`b\`: \`UPDATE_RECORDS\` the conditions are more than can be weighed
      ? not decided in \`Shop\`: \`b\`: \`DELETE_RECORDS\` the conditions are more than can be weighed
      --- back
      3 not decided
      ? not decided in \`Desk\`, \`Shop\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      ? not decided in \`Desk\`: \`b\`: \`UPDATE_RECORDS\` the conditions are more than can be weighed
      ? not decided in \`Shop\`: \`b\`: \`DELETE_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('more than can be weighed: in objects that are gone', () => {
    checkBothWays(
      `user a "a@x.com"
      app D { ${fields} role R { members a grants READ_RECORDS } }
      --- before
      app A { ${fields} role R { members a grants READ_RECORDS } policy P { to a when ${tight} } }
      app B { ${fields} role R { members a grants READ_RECORDS } policy P { to a when ${tight} } }
      app C { ${fields} role R { members a grants READ_RECORDS } policy P { to a when ${tight} } }
      app D { policy P { to a when ${tight} } }
      --- after`,
      `
      1 not decided
      ? not decided in \`A\` (gone), \`B\` (gone), \`C\` (gone), \`D\`: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed
      --- back
      1 not decided
      ? not decided in every object: \`a\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('a part that never held', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role R { members a grants READ_RECORDS } }
      --- before
      app Desk { policy P { to a when F is "x" and F is "y" or F is "z" } }
      --- after
      app Desk { policy P { to a when F is "z" or F is "w" } }`,
      `
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`F is "z"\`
          now: when \`F is "z" or F is "w"\`
          for example \`a\` in \`Desk\`, now: \`F "w"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`F is "z" or F is "w"\`
          now: when \`F is "z"\`
          for example \`a\` in \`Desk\`, before: \`F "w"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('the same condition for one who had none and one who had another', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { role R { members a, b grants READ_RECORDS } }
      --- before
      app Desk { field F: text field N: number policy Q { to b when F is "x" and N > 1 } }
      --- after
      app Desk { field F: text field N: number policy P { to a, b when F is "x" } }`,
      `
      1 gained, 1 widened
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`F is "x"\`
          for example \`a\` in \`Desk\`, now: \`F "x"\`
          now by policy \`P\`
      > \`b\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`F is "x" and N > 1\`
          now: when \`F is "x"\`
          for example \`b\` in \`Desk\`, now: \`F "x" N 0\`
          before by policy \`Q\`
          now by policy \`P\`
      --- back
      1 narrowed, 1 lost
      < \`b\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`F is "x"\`
          now: when \`F is "x" and N > 1\`
          for example \`b\` in \`Desk\`, before: \`F "x" N 0\`
          before by policy \`P\`
          now by policy \`Q\`
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`F is "x"\`
          for example \`a\` in \`Desk\`, before: \`F "x"\`
          before by policy \`P\``,
    );
  });

  it('an option that only one side has', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { role R { members a grants READ_RECORDS } }
      --- before
      app Desk { field Status: choice("New", "Open") policy P { to a when Status is "Open" } }
      --- after
      app Desk { field Status: choice("New", "Open", "Late") policy P { to a when Status is not "New" } }`,
      `
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Status is "Open"\`
          now: when \`Status is not "New"\`
          for example \`a\` in \`Desk\`, now: \`Status "Late"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Status is not "New"\`
          now: when \`Status is "Open"\`
          for example \`a\` in \`Desk\`, before: \`Status "Late"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('other options on both sides', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { role R { members a grants READ_RECORDS } }
      --- before
      app Desk { field Status: choice("New", "Open", "Old") policy P { to a when Status is not "New" } }
      --- after
      app Desk { field Status: choice("New", "Late", "Open") policy P { to a when Status is not "New" and Status is not "Open" } }`,
      `
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Status is not "New"\`
          now: when \`Status is not "New" and Status is not "Open"\`
          for example \`a\` in \`Desk\`, before: \`Status "Open"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Status is not "New" and Status is not "Open"\`
          now: when \`Status is not "New"\`
          for example \`a\` in \`Desk\`, now: \`Status "Open"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('a field of the same name with another type', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { role R { members a grants READ_RECORDS } }
      --- before
      app Desk { field A: number field B: text policy P { to a when A > 1 and B is "b" } }
      --- after
      app Desk { field A: text field B: text policy P { to a when B is "b" and A is "x" } }`,
      `
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`A > 1 and B is "b"\`
          now: when \`B is "b" and A is "x"\`
          for example \`a\` in \`Desk\`, now: \`B "b" A "x"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`B is "b" and A is "x"\`
          now: when \`A > 1 and B is "b"\`
          for example \`a\` in \`Desk\`, now: \`A 2 B "b"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('a field of the same name with another type, of which more is said', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { role R { members a grants READ_RECORDS } }
      --- before
      app Desk { field A: number policy P { to a when A < 1 or A > 5 and A < 9 or A > 20 } }
      --- after
      app Desk { field A: text policy P { to a when A is "x" } }`,
      `
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`A < 1 or A > 5 and A < 9 or A > 20\`
          now: when \`A is "x"\`
          for example \`a\` in \`Desk\`, now: \`A "x"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 changed
      ~ \`a\` has \`READ_RECORDS\` in \`Desk\` for other records
          before: when \`A is "x"\`
          now: when \`A < 1 or A > 5 and A < 9 or A > 20\`
          for example \`a\` in \`Desk\`, now: \`A 0\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('people, fields and groups that go by another name, in other words', () => {
    checkBothWays(
      `user a "a@x.com"
      user b "b@x.com"
      app Desk { role R { members a grants READ_RECORDS } field F: text field Owner: user field Team: group }
      --- before
      user erin "e@x.com"
      group Ops { members a, b }
      app Desk { policy P { to a when Owner is one of (erin, b) or Owner is erin or Team is Ops or Team is one of (Ops) } }
      --- after
      user eve "e@x.com"
      group Crew { members a, b }
      app Desk { policy P { to a when Owner is one of (eve, b) or Owner is eve or Team is Crew or Team is one of (Crew) or F is "x" } }`,
      `
      1 widened
      = group \`Ops\` is now \`Crew\`
      = user \`erin\` is now \`eve\`
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Owner is one of (b, erin) or Team is Ops\`
          now: when \`Owner is one of (b, eve) or Team is Crew or F is "x"\`
          for example \`a\` in \`Desk\`, now: \`Owner "someone in no group" Team empty F "x"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 narrowed
      = group \`Crew\` is now \`Ops\`
      = user \`eve\` is now \`erin\`
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Owner is one of (b, eve) or Team is Crew or F is "x"\`
          now: when \`Owner is one of (b, erin) or Team is Ops\`
          for example \`a\` in \`Desk\`, before: \`Owner "someone in no group" Team empty F "x"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('a field that is the bound of another', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { role R { members a grants READ_RECORDS } field F: text field N: number field M: number }
      --- before
      app Desk { policy P { to a when N > field M } }
      --- after
      app Desk { policy P { to a when N > field M or F is "x" } }`,
      `
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`N > field M\`
          now: when \`N > field M or F is "x"\`
          for example \`a\` in \`Desk\`, now: \`N 0 M 0 F "x"\`
          before by policy \`P\`
          now by policy \`P\`
      --- back
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`N > field M or F is "x"\`
          now: when \`N > field M\`
          for example \`a\` in \`Desk\`, before: \`N 0 M 0 F "x"\`
          before by policy \`P\`
          now by policy \`P\``,
    );
  });

  it('a field that goes by another name, in other words of a second policy', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field F: text role R { members a grants READ_RECORDS } }
      --- before
      app Desk { field State: choice("a", "b", "c") policy P { to a when State is "a" } }
      --- after
      app Desk { field Stage: choice("a", "b", "c") policy P { to a when Stage is "a" } policy Q { to a when F is "x" } }`,
      `
      1 widened
      = field \`Desk.State\` is now \`Desk.Stage\`
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`State is "a"\`
          now: when \`Stage is "a" or F is "x"\`
          for example \`a\` in \`Desk\`, now: \`Stage "b" F "x"\`
          before by policy \`P\`
          now by policy \`P\`, policy \`Q\`
      --- back
      1 narrowed
      = field \`Desk.Stage\` is now \`Desk.State\`
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          before: when \`Stage is "a" or F is "x"\`
          now: when \`State is "a"\`
          for example \`a\` in \`Desk\`, before: \`Stage "b" F "x"\`
          before by policy \`P\`, policy \`Q\`
          now by policy \`P\``,
    );
  });

  it('a field that is called like a relation', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field mention: boolean role R { members a grants READ_RECORDS } policy P { to a when mention is true } }
      --- before
      --- after
      app Desk { auto-share records on mention }`,
      `
      1 widened
      > \`a\` has \`READ_RECORDS\` in \`Desk\` for more records
          on records with a relation to them
          before: when \`mention is true or shared with current user\`
          now: when \`mention is true or shared with current user or mentions current user\`
          for example \`a\` in \`Desk\`, now: \`mention false mentions a\`
          now by shared on \`mention\`
      --- back
      1 narrowed
      < \`a\` has \`READ_RECORDS\` in \`Desk\` for fewer records
          on records with a relation to them
          before: when \`mention is true or shared with current user or mentions current user\`
          now: when \`mention is true or shared with current user\`
          for example \`a\` in \`Desk\`, before: \`mention false mentions a\`
          before by shared on \`mention\``,
    );
  });

  it('a field of truth values in an example', () => {
    checkBothWays(
      `user a "a@x.com"
      app Desk { field Yes: boolean role R { members a grants READ_RECORDS } }
      --- before
      --- after
      app Desk { policy P { to a when Yes is true } }`,
      `
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\`
          when \`Yes is true\`
          for example \`a\` in \`Desk\`, now: \`Yes true\`
          now by policy \`P\`
      --- back
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Yes is true\`
          for example \`a\` in \`Desk\`, before: \`Yes true\`
          before by policy \`P\``,
    );
  });

  it('an object that is gone, with its policies', () => {
    checkBothWays(
      `user a "a@x.com"
      role Top { members a grants READ_RECORDS }
      --- before
      app Desk { field F: text field N: number policy P { to a when F is "x" and N > 3 } }
      --- after`,
      `
      1 lost
      - \`a\` loses \`READ_RECORDS\` in \`Desk\` (gone)
          before: when \`F is "x" and N > 3\`
          for example \`a\` in \`Desk\`, before: \`F "x" N 4\`
          before by role \`Top\`, policy \`P\`
      --- back
      1 gained
      + \`a\` gains \`READ_RECORDS\` in \`Desk\` (new)
          when \`F is "x" and N > 3\`
          for example \`a\` in \`Desk\`, now: \`F "x" N 4\`
          now by role \`Top\`, policy \`P\``,
    );
  });
});
