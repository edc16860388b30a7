// Second pass over objects: policies, record auto-share, automations and agents.
import { isTrigger, suggestTriggers } from '../catalogue/actions.ts';
import type { AgentDecl, AutomationDecl, BuiltBy, DefaultPolicy, ObjectDecl, PolicyDecl } from '../syntax/ast.ts';
import type { Name } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
import { bindCondition } from './bind-conditions.ts';
import { bindAutoShare } from './bind-roles.ts';
import { bindActor, bindStep } from './bind-steps.ts';
import { mayHave, objectSite } from './declare-objects.ts';
import {
  findItem,
  hasProblem,
  lostBehind,
  type ObjectDraft,
  onceEach,
  originOf,
  report,
  type Site,
  unknown,
  withTaint,
} from './draft.ts';
import { duplicate } from './duplicate.ts';
import { always } from './formulas.ts';
import { resolvePrincipal } from './lookup.ts';
import type { Agent, Automation } from './symbols.ts';

export function bindObject(site: Site, declaration: ObjectDecl, object: ObjectDraft): void {
  const repeatable = ['field', 'role', 'policy', 'service account', 'automation', 'agent'];
  for (const item of onceEach(site, declaration.items, repeatable)) {
    if (!mayHave(object.type, item)) continue;
    const own = objectSite(site, object, item);
    if (item.kind === 'policy') bindPolicy(own, object, item);
    if (item.kind === 'default policy') addDefaultPolicy(own, object, item);
    if (item.kind === 'auto-share' && item.complete)
      for (const word of bindAutoShare(own, item.words, 'records')) object.recordShares.add(word);
    if (item.kind === 'automation') bindAutomation(own, object, item);
    if (item.kind === 'agent') bindAgent(own, object, item);
  }
}

/** The platform's: Internal Users see every record of the object. */
function addDefaultPolicy(site: Site, object: ObjectDraft, item: DefaultPolicy): void {
  const { span } = item;
  const broken = !item.complete || hasProblem(site, item.span) || lostBehind(site, item, ['when']);
  const to = [{ subject: site.draft.internalUsers, origin: undefined }];
  const origin = originOf(site, span);
  object.policies.push({
    kind: 'policy',
    name: 'default policy',
    origin,
    object,
    isDefault: true,
    to,
    when: broken ? undefined : always,
    conditional: false,
  });
}

/** A policy with an error anywhere in it opens nothing. */
function bindPolicy(site: Site, object: ObjectDraft, declaration: PolicyDecl): void {
  const { name } = declaration;
  let sound =
    declaration.closed &&
    declaration.holes.length === 0 &&
    !hasProblem(site, declaration.span) &&
    !lostBehind(site, declaration, ['when']);
  const own = withTaint(site, () => {
    sound = false;
    site.taint();
  });
  const first =
    name === undefined ? undefined : object.policies.find((other) => !other.isDefault && other.name === name.text);
  if (first !== undefined && name !== undefined) duplicate(own, name, first, 'policy');
  const items = onceEach(own, declaration.items);
  const to = findItem(items, 'to');
  if (to === undefined && declaration.holes.length === 0 && name !== undefined)
    report(
      own,
      'missing-property',
      name.span,
      `the policy \`${name.text}\` does not say who it is for: it needs \`to\``,
    );
  const subjects = (to?.refs ?? []).flatMap((ref) => {
    const subject = resolvePrincipal(own, ref, object);
    return subject === undefined ? [] : [{ subject, origin: originOf(own, ref.span) }];
  });
  const when = findItem(items, 'when');
  const condition = when === undefined ? always : bindCondition(own, when.condition, object);
  if (condition === undefined || name === undefined) own.taint();
  object.policies.push({
    kind: 'policy',
    name: name?.text ?? '',
    origin: originOf(site, name?.span ?? declaration.keyword),
    object,
    isDefault: false,
    to: subjects,
    when: sound ? condition : undefined,
    conditional: when !== undefined,
  });
}

function declaredOnce(site: Site, name: Name | undefined, known: readonly (Automation | Agent)[], what: string): void {
  const first = known.find((other) => other.name === name?.text);
  if (first !== undefined && name !== undefined) duplicate(site, name, first, what);
}

function bindAutomation(site: Site, object: ObjectDraft, declaration: AutomationDecl): void {
  const { name } = declaration;
  if (name === undefined) return;
  declaredOnce(site, name, object.automations, 'automation');
  const items = onceEach(site, declaration.items, ['action']);
  const trigger = findItem(items, 'trigger');
  const builtBy = findItem(items, 'built by');
  const missing = [trigger === undefined ? '`trigger`' : '', builtBy === undefined ? '`built by`' : ''].filter(
    (w) => w !== '',
  );
  if (missing.length > 0 && declaration.holes.length === 0)
    report(site, 'missing-property', name.span, `the automation \`${name.text}\` needs ${missing.join(' and ')}`);
  object.automations.push({
    kind: 'automation',
    name: name.text,
    origin: originOf(site, name.span),
    object,
    declaration,
    trigger: trigger?.word === undefined ? undefined : checkTrigger(site, trigger.word),
    actor: bindActor(site, findItem(items, 'runs as'), object),
    builtBy: bindBuilder(site, builtBy, object),
    steps: declaration.items.flatMap((item) => (item.kind === 'action' ? [bindStep(site, item, object)] : [])),
  });
}

function checkTrigger(site: Site, word: Name): string | undefined {
  if (isTrigger(word.text)) return word.text;
  const near = suggestTriggers(word.text).map((each) => each.id);
  report(site, 'unknown-trigger', word.span, { message: unknown('trigger', word.text), instead: near });
  return undefined;
}

function bindAgent(site: Site, object: ObjectDraft, declaration: AgentDecl): void {
  const { name } = declaration;
  if (name === undefined) return;
  declaredOnce(site, name, object.agents, 'agent');
  const items = onceEach(site, declaration.items, ['tool']);
  const builtBy = findItem(items, 'built by');
  if (builtBy === undefined && declaration.holes.length === 0)
    report(site, 'missing-property', name.span, `the agent \`${name.text}\` needs \`built by\``);
  object.agents.push({
    kind: 'agent',
    name: name.text,
    origin: originOf(site, name.span),
    object,
    declaration,
    actor: bindActor(site, findItem(items, 'runs as'), object),
    builtBy: bindBuilder(site, builtBy, object),
    steps: declaration.items.flatMap((item) => (item.kind === 'tool' ? [bindStep(site, item, object)] : [])),
  });
}

function bindBuilder(site: Site, builtBy: BuiltBy | undefined, object: ObjectDraft): Automation['builtBy'] {
  const ref = builtBy?.by;
  if (ref === undefined || builtBy?.complete === false) return undefined;
  const user = resolvePrincipal(site, ref, object);
  if (user === undefined) return undefined;
  if (user.kind === 'user') return { user, origin: originOf(site, ref.span) };
  const message = `\`${writeName(user.name)}\` is a ${user.kind}: only a user builds`;
  report(site, 'invalid-member', ref.span, { message, about: user });
  return undefined;
}
