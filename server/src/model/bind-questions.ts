// Questions of queries and expectations: every name resolved, or no question.
import type { Permission } from '../catalogue/types.ts';
import type { Place, Question } from '../syntax/ast-question.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { isAddress } from './address.ts';
import { bindCondition } from './bind-conditions.ts';
import { bindBody } from './bind-records.ts';
import { resolvePermission } from './bind-roles.ts';
import { readDay } from './bind-values.ts';
import { type ObjectDraft, report, type Site, said, withTaint } from './draft.ts';
import { resolveObject, resolvePrincipal, resolveRecord } from './lookup.ts';
import type { BoundPlace, BoundQuestion } from './question.ts';
import type { Principal, RecordFacts, ServiceAccount, TestSymbol } from './symbols.ts';

/** The question with its names resolved; undefined where anything in it is wrong, which is reported. */
export function bindQuestion(
  site: Site,
  question: Question | undefined,
  test: TestSymbol | undefined,
): BoundQuestion | undefined {
  if (question === undefined) return undefined;
  let sound = !question.broken;
  const own = withTaint(site, () => {
    sound = false;
  });
  const asOf = question.asOf === undefined ? undefined : readDay(own, question.asOf);
  const bound = bindKind(own, question, { asOf, test });
  return sound ? bound : undefined;
}

interface Context {
  readonly asOf: number | undefined;
  readonly test: TestSymbol | undefined;
}

function bindKind(site: Site, question: Question, { asOf, test }: Context): BoundQuestion | undefined {
  switch (question.kind) {
    case 'can': {
      const principal = resolvePrincipal(site, question.principal, undefined);
      const permissions = bindPermissions(site, question.permissions);
      const place = bindPlace(site, question.place, test);
      if (principal === undefined || place === undefined) return undefined;
      return { kind: 'can', principal, negated: question.negated, permissions, place, asOf };
    }
    case 'invite': {
      const principal = resolvePrincipal(site, question.principal, undefined);
      const { address } = question;
      if (address !== undefined && !isAddress(address.text))
        report(site, 'invalid-value', address.span, `${said(address.text)} is no address`);
      if (principal === undefined || address === undefined) return undefined;
      return { kind: 'invite', principal, negated: question.negated, address: address.text, asOf };
    }
    case 'use': {
      const principal = resolvePrincipal(site, question.principal, undefined);
      const account = question.account === undefined ? undefined : bindAccount(site, question.account);
      if (principal === undefined || account === undefined) return undefined;
      return { kind: 'use', principal, negated: question.negated, account, asOf };
    }
    case 'who': {
      const permissions = bindPermissions(site, question.permissions);
      const place = bindPlace(site, question.place, test);
      return place === undefined ? undefined : { kind: 'who', permissions, place, asOf };
    }
    case 'what': {
      const principal =
        question.principal === undefined ? undefined : resolvePrincipal(site, question.principal, undefined);
      const place = bindPlace(site, question.place, test);
      return principal === undefined || place === undefined ? undefined : { kind: 'what', principal, place, asOf };
    }
    case 'except': {
      const except = question.except.map((ref) => resolvePrincipal(site, ref, undefined));
      const permissions = bindPermissions(site, question.permissions);
      const place = bindPlace(site, question.place, test);
      if (place === undefined) return undefined;
      const named = except.filter((each): each is Principal => each !== undefined);
      return { kind: 'except', form: question.form, except: named, permissions, place, asOf };
    }
  }
}

function bindPermissions(site: Site, names: readonly Name[]): readonly Permission[] {
  return names.map((name) => resolvePermission(site, name)).filter((each) => each !== undefined);
}

function bindAccount(site: Site, ref: Ref): ServiceAccount | undefined {
  const found = resolvePrincipal(site, ref, undefined);
  if (found === undefined || found.kind === 'service account') return found;
  report(site, 'unknown-principal', ref.span, `\`${found.name}\` is a ${found.kind}, not a service account`);
  return undefined;
}

function bindPlace(site: Site, place: Place | undefined, test: TestSymbol | undefined): BoundPlace | undefined {
  if (place === undefined) return undefined;
  if (place.kind === 'organization') return { kind: 'organization' };
  if (place.kind === 'on') {
    const record = place.record === undefined ? undefined : resolveRecord(site, place.record, test);
    const { facts } = record ?? {};
    // A record that is wrong itself was reported where it stands; what asks about it is not answered.
    if (facts === undefined) site.taint();
    return facts === undefined
      ? undefined
      : { kind: 'object', object: facts.object, facts, record, given: true, when: undefined };
  }
  const object = place.object === undefined ? undefined : resolveObject(site, place.object);
  if (object === undefined) return undefined;
  const facts = place.with === undefined ? anyRecord(object) : bindBody(site, place.with, object);
  const when = place.hasWhen ? bindCondition(site, place.when, object) : undefined;
  if (facts === undefined) return undefined;
  return { kind: 'object', object, facts, record: undefined, given: place.with !== undefined, when };
}

/** A record of which nothing is said. */
export function anyRecord(object: ObjectDraft | RecordFacts['object']): RecordFacts {
  return { object, values: new Map(), relations: new Map() };
}
