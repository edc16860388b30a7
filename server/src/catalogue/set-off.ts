// What people do that sets something off: runs an automation, speaks to an agent, hands out a role by auto-share.
import { permission } from './permissions.ts';
import data from './set-off.json' with { type: 'json' };
import type { Permission } from './types.ts';

/** A trigger by which somebody asks for the run itself. */
export interface Occasion {
  /** What it takes of people of the organization; undefined where it comes from outside. */
  readonly permission: Permission | undefined;
  /** What somebody outside does, "sends an e-mail". */
  readonly outside: string | undefined;
}

const occasions: ReadonlyMap<string, Occasion> = new Map(
  data.triggers.map((row) => [
    row.id,
    { permission: row.permission === undefined ? undefined : permission(row.permission), outside: row.outside },
  ]),
);

/** Undefined for triggers that nobody pulls for the sake of the run: a change of a record, an answer, the clock. */
export function occasionOf(trigger: string): Occasion | undefined {
  return occasions.get(trigger);
}

/** What lets people reach an agent. */
export const reachingAgents: Permission | undefined = permission(data.agents);

/** How a relation to a record comes about that auto-share looks at. */
export interface Relating {
  /** The word after `auto-share on`. */
  readonly word: string;
  /** What it takes to give it to somebody. */
  readonly permission: Permission | undefined;
  /** What somebody with the permission does, "write a message". */
  readonly given: string;
  /** What then holds of somebody, "is mentioned in a record". */
  readonly received: string;
}

/** The heaviest first: what most people can give to whomever they like. */
export const relatings: readonly Relating[] = data.autoShare.map(({ id, permission: constant, given, received }) => ({
  word: id,
  permission: permission(constant),
  given,
  received,
}));
