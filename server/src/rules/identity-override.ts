// A tool that acts as whoever chats, on an agent that has an account to act as.
import { tool } from '../catalogue/actions.ts';
import { at } from '../model/origin.ts';
import type { Agent, BoundStep, ServiceAccount } from '../model/symbols.ts';
import type { RunsAs } from '../syntax/ast.ts';
import { removeItem } from '../syntax/edits/remove-item.ts';
import { shift } from '../text/span.ts';
import { fixOf } from './edits/fix.ts';
import { writtenOf } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { checkSight } from './missing-data-access.ts';
import { missingOf } from './missing-permission.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const identityOverride: Rule = {
  id: 'identity-override',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: '`runs as current user` on a tool of an agent that has an account',
  check: (context) =>
    [...context.model.objects.values()].flatMap(({ agents }) => agents.flatMap((agent) => checkAgent(context, agent))),
};

function checkAgent(context: RuleContext, agent: Agent): Report[] {
  const { actor } = agent;
  if (actor.as !== 'account' || actor.account.inactive) return [];
  const related = [{ place: context.place(actor.origin), message: `the agent runs as \`${actor.account.name}\`` }];
  return agent.steps.flatMap((step): Report[] => {
    const { actor: own, runsAs, origin } = step;
    if (own?.as !== 'current user' || runsAs === undefined) return [];
    const what = step.id === undefined ? 'this tool' : `\`${step.id}\``;
    const message = `${what} acts as whoever chats and not as \`${actor.account.name}\`: what it can do varies with them, and the log names them`;
    const place = context.place(at(origin, runsAs.value ?? runsAs.span));
    return [
      { place, message, related, fixes: () => takeOut(context, { agent, step, runsAs, account: actor.account }) },
    ];
  });
}

interface Override {
  readonly agent: Agent;
  readonly step: BoundStep;
  readonly runsAs: RunsAs;
  readonly account: ServiceAccount;
}

/** Only where the account can do what the tool does: else the agent would stop in the middle. */
function takeOut(context: RuleContext, { agent, step, runsAs, account }: Override): Fix[] {
  const row = step.id === undefined ? undefined : tool(step.id);
  const written = writtenOf(context, step.origin);
  if (row === undefined || step.target === undefined || step.where === undefined || written === undefined) return [];
  if (!account.sound) return [];
  const checked = { runner: agent, step, row, target: step.target, acting: account };
  if (missingOf(context, checked).length > 0 || checkSight(context, checked).length > 0) return [];
  const edit = removeItem(written.source, shift(runsAs.span, written.start));
  return fixOf(context, 'Take `runs as current user` out', [{ file: written.file, edits: [edit] }]);
}
