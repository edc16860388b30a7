// The contract of a rule: what it is called, how much it weighs, and how it finds what it reports.
import type { Outcome } from '../access/answer.ts';
import type { Duty } from '../catalogue/duties.ts';
import type { PermissionSet } from '../catalogue/permission-set.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Suppression } from '../syntax/suppressions.ts';
import { withRoom } from '../text/edit.ts';
import type { LineMap } from '../text/line-map.ts';
import type { Fix, Place, Severity } from './finding.ts';
import type { Turn } from './turn.ts';

export type Category = 'Broken policy' | 'Overbroad and escalating' | 'Without effect' | 'Upkeep';

export interface Rule {
  /** The diagnostic code, the name of its files and the word that suppresses it. */
  readonly id: string;
  /** Unless `writ.json` says otherwise. */
  readonly severity: Severity;
  readonly category: Category;
  /** What it reports, in one line. */
  readonly title: string;
  /** Can be neither lowered nor suppressed. */
  readonly locked?: boolean;
  readonly check: (context: RuleContext) => readonly Report[];
  /** Of a rule that looks at one object after the other: its parts. */
  readonly parts?: RuleParts;
}

/** What a rule reports, split so that what it says of an object can be kept as long as nothing in its sight changes. */
export interface RuleParts {
  /** What it says of the organization, whatever that takes. */
  readonly organization?: (context: RuleContext) => readonly Report[];
  /**
   * What it says of what stands in no object. It may look at that, at the day, the settings, which service accounts there
   * are, and at those that name a role of the organization.
   */
  readonly ground?: (context: RuleContext) => readonly Report[];
  /**
   * What it says of single things, each kept as long as all that is the same which it says it looks at, and people, the
   * organization, the day, the settings and which service accounts there are.
   */
  readonly pieces?: (context: RuleContext) => readonly RulePiece[];
  /**
   * What it says of an object and what stands in it. It may look at that, at people, the organization and what its roles
   * give to whom, at the day, the settings, which service accounts there are, and at the objects and records that name the
   * one itself.
   */
  readonly object: (context: RuleContext, object: ObjectSymbol) => readonly Report[];
  /** What it finds in an object, of a rule that has to look again often and mostly finds what it found. */
  readonly verdict?: (context: RuleContext, object: ObjectSymbol) => RuleVerdict;
  /** What of the roles of the organization it looks at for the sake of an object: all that they give, where it does not say. */
  readonly beside?: Beside;
  /**
   * Instead of that: whether it matters for the sake of an object that people have something by those roles which they had not,
   * or had otherwise. All that a role grants turns when it comes to have an error, or to have none.
   */
  readonly turned?: (context: RuleContext, object: ObjectSymbol, turn: Turn) => boolean;
  /** What it looks at beyond that: kept as long as each of it is the same. */
  readonly alsoSeen?: (context: RuleContext) => readonly unknown[];
}

/**
 * `nothing`, or who holds which of them and till when, as far as they hold a role of the object as well for which it is true,
 * and only those permissions. What a report says of a place in one of them is looked at again when that changes.
 */
export type Beside = 'nothing' | ((context: RuleContext, role: Role, granted: PermissionSet) => boolean);

/** What a rule says of one thing. */
export interface RulePiece {
  /** A symbol of the thing: no two pieces of a rule have the same. */
  readonly of: object;
  readonly seen: readonly unknown[];
  readonly check: () => readonly Report[];
}

/** What a rule finds, before it is put into words: as long as each of it is the same value, it reports the same. */
export interface RuleVerdict {
  readonly found: readonly unknown[];
  readonly report: () => readonly Report[];
}

/** A finding before its severity is settled. */
export interface Report {
  readonly place: Place;
  readonly message: string;
  /** Where it weighs other than the rule does, unless `writ.json` says how the rule weighs. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** The best first. Found when somebody asks for them, where that takes more than writing them down. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

export interface RuleContext {
  readonly model: Model;
  /** Files that could be read, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly unreadable: ReadonlyMap<string, string>;
  readonly settingsProblems: readonly Report[];
  /** That the settings of the project name. */
  readonly duties: readonly Duty[];
  readonly outcomes: readonly { readonly asked: AskedQuestion; readonly outcome: Outcome }[];
  /** Days since 1970-01-01 UTC. */
  readonly today: number;
  readonly place: (origin: Origin) => Place;
  readonly lines: (file: string) => LineMap | undefined;
  /** Of a file, in order of the text. */
  readonly suppressions: (file: string) => readonly Suppression[];
  readonly rules: RuleBook;
}

/** What edits of a project's text are made from. */
export type EditContext = Pick<RuleContext, 'model' | 'sources' | 'place' | 'lines' | 'suppressions'>;

/** What a rule may know of the others. */
export interface RuleBook {
  readonly known: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  /** What a rule reports, whether it is suppressed or not; undefined of one that is switched off. */
  readonly reportsOf: (id: string) => readonly Report[] | undefined;
}

type PartsWithVerdict = Omit<RuleParts, 'object' | 'verdict'> & Required<Pick<RuleParts, 'verdict'>>;

/** A rule that is nothing but its parts, and reports of an object what it finds there. */
export function byVerdict(rule: Omit<Rule, 'check' | 'parts'>, parts: PartsWithVerdict): Rule {
  return byObject(rule, { ...parts, object: (context, object) => parts.verdict(context, object).report() });
}

/** A rule that is nothing but its parts. */
export function byObject(rule: Omit<Rule, 'check' | 'parts'>, parts: RuleParts): Rule {
  const ofObjects = (context: RuleContext) =>
    [...context.model.objects.values()].flatMap((object) => parts.object(context, object));
  const { organization = () => [], ground = () => [], pieces = () => [] } = parts;
  const ofPieces = (context: RuleContext) => pieces(context).flatMap(({ check }) => check());
  return {
    ...rule,
    parts,
    check: (context) => [...organization(context), ...ground(context), ...ofPieces(context), ...ofObjects(context)],
  };
}

/**
 * A rule that looks at one role after the other, and at no other role but those of the organization and beside it; `widely`
 * where it looks beyond them for the sake of a role of the organization.
 */
export function byRole(
  rule: Omit<Rule, 'check' | 'parts'>,
  checkRole: (context: RuleContext, role: Role) => readonly Report[],
  { widely = false, beside }: Pick<RuleParts, 'beside'> & { readonly widely?: boolean } = {},
): Rule {
  const each = (context: RuleContext, { roles }: Pick<ObjectSymbol, 'roles'>) =>
    [...roles.values()].flatMap((role) => checkRole(context, role));
  const ofOrganization = (context: RuleContext) => each(context, context.model);
  const own = { [widely ? 'organization' : 'ground']: ofOrganization, object: each };
  return byObject(rule, beside === undefined ? own : { ...own, beside });
}

/** A model on a day: all that many questions need. */
export type Dated = Pick<RuleContext, 'model' | 'today'>;

/** What else may be done about a problem that the model has found. */
export type Mend = (context: RuleContext, problem: Problem) => readonly Fix[];

/**
 * A problem that the model has found, as this rule's report, with a fix for each text that may stand instead, and after them
 * those that `mend` finds.
 */
export function fromModel(rule: Omit<Rule, 'check'>, mend: Mend = () => []): Rule {
  return {
    ...rule,
    check: (context) =>
      context.model.problems
        .filter((problem) => problem.rule === rule.id)
        .map((problem): Report => {
          const { place, sources } = context;
          const where = place(problem.origin);
          const text = sources.get(where.file)?.text ?? '';
          const related = (problem.related ?? []).map((each) => ({ place: place(each.origin), message: each.message }));
          return {
            place: where,
            message: withNearest(problem.message, problem.instead),
            related,
            fixes: () => [...replacements(where, problem.instead, text), ...mend(context, problem)],
          };
        }),
  };
}

/** Says the nearest word in the message: not every reader has a fix at hand. */
export function withNearest(message: string, instead: readonly string[] | undefined): string {
  const [first] = instead ?? [];
  const isSaid = first === undefined || message.includes(`\`${first}\``);
  return isSaid ? message : `${message}; did you mean \`${first}\`?`;
}

/** `text` is that of the file. */
export function replacements(place: Place, instead: readonly string[] | undefined, text = ''): Fix[] {
  return (instead ?? []).map((word, i) => ({
    title: `Change to \`${word}\``,
    edits: [{ place, text: withRoom(text, { span: place.span, text: word }).text }],
    safe: false,
    preferred: i === 0 && instead?.length === 1,
  }));
}
