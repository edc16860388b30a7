// A suppression that hides nothing: it has no reason, names no such rule, or there is nothing for it to hide.
import { removeComment } from '../syntax/edits/remove-comment.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Suppression } from '../syntax/suppressions.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { fixOf } from './edits/fix.ts';
import type { Fix } from './finding.ts';
import { type Report, type Rule, type RuleContext, replacements, withNearest } from './rule.ts';

const id = 'unused-suppression';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'warning',
  category: 'Without effect',
  title: 'a `writ-ignore` that hides nothing, or has no reason',
  check: (context) => {
    const written = [...context.sources].flatMap(([file, source]) =>
      context.suppressions(file).map((suppression): Written => ({ file, source, suppression })),
    );
    const isWhole = written.length > 0 && nothingIsBroken(context);
    const reports = written.flatMap((each) => checkOne(context, each, isWhole));
    if (!isWhole) return reports;
    // What hides one of these is used; what would hide a report of that kind about itself is not looked for.
    const own = written.flatMap((each) =>
      each.suppression.reason === ''
        ? []
        : each.suppression.rules.flatMap((rule) =>
            rule.id === id && !hidesOneOf(context, each, reports) ? [reportIdle(context, each, rule)] : [],
          ),
    );
    return [...reports, ...own];
  },
};

interface Written {
  readonly file: string;
  readonly source: SourceFile;
  readonly suppression: Suppression;
}
type Named = Suppression['rules'][number];

function checkOne(context: RuleContext, written: Written, isWhole: boolean): Report[] {
  const { file, suppression } = written;
  const { rules, reason, span } = suppression;
  if (rules.length === 0)
    return [
      { place: { file, span }, message: 'this suppression names no rule', fixes: () => remove(context, written) },
    ];
  const named = rules.flatMap((rule) => checkName(context, written, rule));
  if (reason === '') {
    const message = 'this suppression has no reason: it hides nothing until it says why';
    return [...named, { place: { file, span }, message }];
  }
  if (!isWhole) return named;
  const idle = rules.filter((rule) => rule.id !== id && isIdle(context, written, rule));
  return [...named, ...idle.map((rule) => reportIdle(context, written, rule))];
}

/** A name that is no rule's, or of a rule that cannot be suppressed. */
function checkName(context: RuleContext, written: Written, rule: Named): Report[] {
  const { known, locked } = context.rules;
  const place = { file: written.file, span: rule.span };
  if (locked.has(rule.id)) {
    const message = `\`${rule.id}\` cannot be suppressed`;
    return [{ place, message, fixes: () => removeRule(context, written, rule) }];
  }
  if (known.has(rule.id)) return [];
  const instead = nearest(
    rule.id,
    [...known].filter((name) => !locked.has(name)),
  );
  const fixes = instead.length === 0 ? removeRule(context, written, rule) : replacements(place, instead);
  return [{ place, message: withNearest(`unknown rule \`${rule.id}\``, instead), fixes }];
}

function isIdle(context: RuleContext, written: Written, { id: name }: Named): boolean {
  const { known, locked, reportsOf } = context.rules;
  return known.has(name) && !locked.has(name) && !hidesOneOf(context, written, reportsOf(name) ?? []);
}

function hidesOneOf({ lines }: RuleContext, { file, suppression }: Written, reports: readonly Report[]): boolean {
  return reports.some(
    ({ place }) => place.file === file && lines(file)?.position(place.span.start).line === suppression.line,
  );
}

function reportIdle(context: RuleContext, written: Written, rule: Named): Report {
  const { file, suppression } = written;
  const isBehind = context.lines(file)?.position(suppression.span.start).line === suppression.line;
  const where = isBehind ? 'on this line' : 'on the next line';
  const isOff = rule.id !== id && context.rules.reportsOf(rule.id) === undefined;
  const message = isOff
    ? `\`${rule.id}\` is switched off: this hides nothing`
    : `\`${rule.id}\` reports nothing ${where}`;
  return { place: { file, span: rule.span }, message, fixes: () => removeRule(context, written, rule) };
}

/** What an error keeps a rule from reporting may be just what is suppressed. */
function nothingIsBroken({ model, sources, unreadable, settingsProblems }: RuleContext): boolean {
  return (
    unreadable.size === 0 &&
    settingsProblems.length === 0 &&
    model.problems.every(({ rule }) => rule === 'nested-directory-group') &&
    [...sources.values()].every(({ problems, units }) => problems.length === 0 && units.every(isSound))
  );
}

const isSound = ({ problems }: { readonly problems: readonly unknown[] }) => problems.length === 0;

function remove(context: RuleContext, { file, source, suppression }: Written): Fix[] {
  const edits = [removeComment(source, suppression.span)];
  return fixOf(context, 'Remove the suppression', [{ file, edits }]);
}

/** The comment with the last rule that it names. */
function removeRule(context: RuleContext, written: Written, { id: name, span }: Named): Fix[] {
  const { file, suppression } = written;
  const all = suppression.rules.map((rule) => rule.span);
  if (all.length === 1) return remove(context, written);
  return fixOf(context, `Remove \`${name}\` from the suppression`, [
    { file, edits: [{ span: stretch(all, span), text: '' }] },
  ]);
}

/** A name with what parts it from the next, or from the one before it. */
function stretch(all: readonly Span[], own: Span): Span {
  const i = all.indexOf(own);
  const [before, after] = [all[i - 1], all[i + 1]];
  return after === undefined
    ? { start: before?.end ?? own.start, end: own.end }
    : { start: own.start, end: after.start };
}
