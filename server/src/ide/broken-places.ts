// Where text is broken that leaves an answer in doubt, with what is wrong there.
import type { Erring, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { BoundQuestion } from '../model/question.ts';

export interface BrokenPlace {
  readonly origin: Origin;
  readonly message: string;
}

export interface BrokenPlaces {
  readonly ofOrganization: readonly BrokenPlace[];
  /** Of the object that is asked about, where an error leaves its roles or who sees its records open. */
  readonly ofObject: readonly BrokenPlace[];
}

/** In the order of the project, one place of each declaration: the first. */
export function brokenPlaces(model: Model, question: BoundQuestion): BrokenPlaces {
  const object = 'place' in question && question.place.kind === 'object' ? question.place.object : undefined;
  const { roles = false, sight = false } = (object && model.broken.objects.get(object)) ?? {};
  const inDoubt = roles || sight ? object : undefined;
  const opened = (inDoubt?.openings ?? []).map(({ file, unit }) => ({
    file,
    unit,
    problems: model.problems.filter(({ origin }) => origin.unit === unit),
  }));
  return {
    ofOrganization: model.broken.organization ? model.openedBy.flatMap((each) => firstOf(each) ?? []) : [],
    ofObject: opened.flatMap((each) => firstOf(each) ?? []),
  };
}

function firstOf({ file, unit, problems }: Erring): BrokenPlace | undefined {
  const ofSyntax = unit.problems.map(({ span, message }) => ({ origin: { file, unit, span }, message }));
  const all: readonly BrokenPlace[] = [...ofSyntax, ...problems];
  return [...all].sort((a, b) => a.origin.span.start - b.origin.span.start)[0];
}
