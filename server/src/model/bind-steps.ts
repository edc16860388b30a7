// What automations and agents act as, and the actions and tools that they take.
import { action, suggestActions, suggestTools, tool } from '../catalogue/actions.ts';
import type { RunsAs, Step } from '../syntax/ast.ts';
import type { Ref } from '../syntax/ast-value.ts';
import { bindCondition } from './bind-conditions.ts';
import { type ObjectDraft, originOf, refer, report, type Site, unknown, withTaint } from './draft.ts';
import { always } from './formulas.ts';
import { resolveObject, resolvePrincipal } from './lookup.ts';
import type { Actor, BoundStep, ServiceAccount } from './symbols.ts';

/** Without `runs as` an automation or agent acts as its publisher. */
export function bindActor(site: Site, runsAs: RunsAs | undefined, object: ObjectDraft): Actor {
  if (runsAs === undefined) return { as: 'publisher' };
  if (!runsAs.complete) return { as: 'unknown' };
  if (runsAs.as === 'publisher') return { as: 'publisher' };
  if (runsAs.as === 'current user') return { as: 'current user' };
  if (runsAs.as === undefined) return { as: 'unknown' };
  const account = resolveAccount(site, runsAs.as, object);
  return account === undefined ? { as: 'unknown' } : { as: 'account', account, origin: originOf(site, runsAs.as.span) };
}

/** An account can be picked only in its own object. */
function resolveAccount(site: Site, ref: Ref, object: ObjectDraft): ServiceAccount | undefined {
  const name = ref.name?.text ?? '';
  const known = ref.qualifier === undefined && (object.accounts.has(name) || site.draft.people.has(name));
  const elsewhere = [...site.draft.objects.values()].find((other) => other !== object && other.accounts.has(name));
  if (ref.qualifier === undefined && !known && elsewhere !== undefined) {
    const account = elsewhere.accounts.get(name);
    if (account !== undefined && ref.name !== undefined) refer(site, ref.name.span, account);
    reportElsewhere(site, ref, elsewhere, object);
    return undefined;
  }
  const found = resolvePrincipal(site, ref, object);
  if (found === undefined) return undefined;
  if (found.kind !== 'service account') {
    const message = `\`${found.name}\` is a ${found.kind}: \`runs as\` takes a service account, \`current user\` or \`publisher\``;
    report(site, 'unknown-principal', ref.span, {
      message,
      instead: [...object.accounts.keys()].map((each) => JSON.stringify(each)).slice(0, 3),
    });
    return undefined;
  }
  if (found.object === object) return found;
  reportElsewhere(site, ref, found.object, object);
  return undefined;
}

function reportElsewhere(site: Site, ref: Ref, owner: { readonly name: string }, here: ObjectDraft): void {
  const message = `the service account \`${ref.name?.text ?? ''}\` belongs to \`${owner.name}\`: it cannot run anything in \`${here.name}\``;
  report(site, 'service-account-elsewhere', ref.span, message);
}

export function bindStep(site: Site, step: Step, object: ObjectDraft): BoundStep {
  let sound = true;
  const own = withTaint(site, () => {
    sound = false;
    site.taint();
  });
  const id = step.word === undefined ? undefined : knownWord(site, step);
  const target = step.object === undefined ? object : resolveObject(site, step.object);
  const bound = step.hasWhere && target !== undefined ? bindCondition(own, step.where, target) : always;
  return {
    step,
    origin: originOf(site, step.word?.span ?? step.span),
    id,
    target,
    where: sound ? bound : undefined,
    actor: step.runsAs === undefined ? undefined : bindActor(site, step.runsAs, object),
    runsAs: step.runsAs,
  };
}

function knownWord(site: Site, step: Step): string | undefined {
  const { word } = step;
  if (word === undefined) return undefined;
  const isAction = step.kind === 'action';
  const row = isAction ? action(word.text) : tool(word.text);
  if (row !== undefined) return row.id;
  const near = (isAction ? suggestActions(word.text) : suggestTools(word.text)).map((each) => each.id);
  const rule = isAction ? 'unknown-action' : 'unknown-tool';
  report(site, rule, word.span, { message: unknown(step.kind, word.text), instead: near });
  return undefined;
}
