// Laws of access, on random organizations: what may only add, what may only take away, and what changes nothing.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Chance } from '../../oracle/chance.ts';
import type { Files } from '../../oracle/engine.ts';
import { today } from '../../oracle/random.ts';
import {
  addExpiry,
  addGrant,
  addGroupMember,
  addPolicy,
  addPolicySubject,
  addRoleMember,
  addTrigger,
  declarationsIn,
  type Edit,
  splitRole,
} from './edits.ts';
import { answersTo, type Case, cases, countChanges, filesOf, soundSnapshot } from './organizations.ts';

/** Not fewer where tests are run in part: fewer would hardly put a law to the test. */
const runs = { numRuns: 30 };
const slow = 60_000;
const wasTakenAway = (was: string, is: string): boolean => was === 'allowed' && is !== 'allowed';
const wasGiven = (was: string, is: string): boolean => was !== 'allowed' && is === 'allowed';
const differs = (was: string, is: string): boolean => was !== is;

/** Runs the law on organizations that it speaks of; it has to have changed something somewhere, or have had to change nothing. */
function checkLaw(law: (of: Case) => number | undefined, changes: 'something' | 'nothing'): void {
  let changed = 0;
  let held = 0;
  fc.assert(
    fc.property(cases, (of) => {
      const count = law(of);
      fc.pre(count !== undefined);
      changed += count ?? 0;
      held++;
    }),
    runs,
  );
  assert.ok(held > 0);
  if (changes === 'something') assert.ok(changed > 0, 'no edit changed an answer: the law was not put to the test');
}

const onlyAdds = (edit: Edit) => (made: Case) => {
  const lines = edit(made);
  if (lines === undefined) return undefined;
  const { of, questions } = made;
  return countChanges([filesOf(of, of.lines), filesOf(of, lines)], questions, wasTakenAway);
};

/** Whether a condition asks about groups: then being in one may take away. */
function asksForMembership({ of: { lines }, questions }: Case): boolean {
  return [...lines, ...questions].some((text) => /\bis in\b|contains current user(?!\.)/.test(text));
}

describe('laws of access: more is never less', () => {
  const edits: readonly (readonly [string, Edit])[] = [
    ['a grant', addGrant],
    ['an auto-share trigger', addTrigger],
    ['a policy', addPolicy],
    ['somebody in the `to` of a policy', addPolicySubject],
    ['a member of a role', addRoleMember],
  ];
  for (const [what, edit] of edits)
    it(`${what} more takes no access away`, () => checkLaw(onlyAdds(edit), 'something')).timeout(slow);

  it('a member of a group more takes no access away, where no condition asks who is in a group', () => {
    checkLaw((made) => (asksForMembership(made) ? undefined : onlyAdds(addGroupMember)(made)), 'something');
  }).timeout(slow);
});

describe('laws of access: expiry only takes away', () => {
  it('a role that expires gives nothing that it did not give before', () => {
    checkLaw((made) => {
      const lines = addExpiry(made, '2026-03-30');
      if (lines === undefined) return undefined;
      const { of, questions } = made;
      return countChanges([filesOf(of, of.lines), filesOf(of, lines)], questions, wasGiven);
    }, 'something');
  }).timeout(slow);

  it('until the day is over nothing changes', () => {
    checkLaw((made) => {
      const lines = addExpiry(made, today);
      if (lines === undefined) return undefined;
      const { of } = made;
      const questions = made.questions.map((text) => text.replace(/ as of \S+$/, ''));
      return countChanges([filesOf(of, of.lines), filesOf(of, lines)], questions, differs);
    }, 'nothing');
  }).timeout(slow);

  it('a later day gives nothing more, where no condition speaks of today', () => {
    const days = ['2025-12-01', '2026-03-31', '2026-12-31', '2027-06-01'];
    let fewer = 0;
    checkLaw(({ of, questions }) => {
      if (of.lines.some((line) => /\bin the (last|next)\b/.test(line))) return undefined;
      const snapshot = soundSnapshot(filesOf(of, of.lines));
      const on = (day: string): string[] =>
        answersTo(
          snapshot,
          questions.map((text) => `${text.replace(/ as of \S+$/, '')} as of ${day}`),
        );
      const answers = days.map(on);
      for (const [at, was] of answers.slice(0, -1).entries())
        for (const [i, question] of questions.entries()) {
          const is = answers[at + 1]?.[i] ?? '';
          assert.ok(!wasGiven(was[i] ?? '', is), `${question}, after ${days[at]}\n${of.lines.join('\n')}`);
          if (wasTakenAway(was[i] ?? '', is)) fewer++;
        }
      return fewer;
    }, 'something');
  }).timeout(slow);
});

/** The answers and, where records are open, the outcomes too are the same. */
function countOtherwise(made: Case, [before, after]: readonly [Files, Files], rename = (text: string) => text): number {
  const { questions, open } = made;
  const asked = (files: Files, names: (text: string) => string): readonly string[] => {
    const expectations = open.map((text) => `expect ${names(text)}`).join('\n');
    const snapshot = soundSnapshot(files);
    const opened = soundOutcomes({ ...files, 'zz.writ': `${expectations}\n` });
    return [...answersTo(snapshot, questions.map(names)), ...opened];
  };
  const [was, is] = [asked(before, (text) => text), asked(after, rename)];
  assert.deepEqual(is, was, `${before['main.writ']}\n=== and then\n${JSON.stringify(after, null, 1)}`);
  return 0;
}

function soundOutcomes(files: Files): string[] {
  return soundSnapshot(files).outcomes.map(({ outcome }) => outcome.outcome);
}

function shuffled<T>(chance: Chance, from: readonly T[]): T[] {
  const left = [...from];
  return from.flatMap(() => left.splice(chance.below(left.length), 1));
}

/** Declarations, and the items of each object, in another order; an object that was opened twice may be opened the other way round. */
function reordered({ of, chance }: Case): string[][] {
  const all = declarationsIn(of.lines).map((lines) =>
    lines.length < 2 ? lines : [lines[0] ?? '', ...shuffled(chance, lines.slice(1, -1)), '}'],
  );
  return shuffled(chance, all);
}

const names: Readonly<Record<string, string>> = {
  ann: 'zoe',
  bob: 'Abe',
  '"Cy Lee"': '"Zed Ly"',
  eve: 'zz',
  fay: '"A fay"',
  Sales: 'Works',
  '"Team A"': '"Zeam B"',
  Ops: '"An op"',
  Empty: 'Void',
  Desk: 'Zesk',
  '"Big Orders"': '"A Small Order"',
  Things: 'Acts',
  Stock: 'Zock',
  Auditor: 'Zuditor',
  '"Chart Reader"': '"A Reader"',
  Agent: 'Zagent',
  '"Role Two"': '"A Role"',
};

/** Names as they are declared and referred to; the texts that look like them are left alone. */
function renamed(text: string): string {
  const found = Object.keys(names).map((name) => (name.startsWith('"') ? name : `(?<!["\\w])${name}(?!["\\w@])`));
  return text.replace(new RegExp(found.join('|'), 'g'), (name) => names[name] ?? name);
}

describe('laws of access: what means nothing', () => {
  it('the order of declarations decides nothing', () => {
    checkLaw((made) => {
      const { of } = made;
      return countOtherwise(made, [filesOf(of, of.lines), filesOf(of, reordered(made).flat())]);
    }, 'nothing');
  }).timeout(slow);

  it('the files that declarations stand in decide nothing', () => {
    checkLaw((made) => {
      const { of, chance } = made;
      const files: Record<string, string> = { ...of.others };
      for (const lines of declarationsIn(of.lines)) {
        const path = chance.pick(['b.writ', 'a.writ', 'main.writ']);
        files[path] = `${files[path] ?? ''}${lines.join('\n')}\n`;
      }
      return countOtherwise(made, [filesOf(of, of.lines), files]);
    }, 'nothing');
  }).timeout(slow);

  it('names decide nothing', () => {
    checkLaw((made) => {
      const { of } = made;
      const lines = of.lines.map(renamed);
      if (lines.join() === of.lines.join()) return undefined;
      return countOtherwise(made, [filesOf(of, of.lines), filesOf(of, lines)], renamed);
    }, 'nothing');
  }).timeout(slow);

  it('two roles give what one role with the permissions of both gives', () => {
    checkLaw((made) => {
      const lines = splitRole(made);
      if (lines === undefined) return undefined;
      return countOtherwise(made, [filesOf(made.of, made.of.lines), filesOf(made.of, lines)]);
    }, 'nothing');
  }).timeout(slow);
});
