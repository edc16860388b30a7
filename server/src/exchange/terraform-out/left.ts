// What is written in a project and no resource of its Terraform export, each with its place and why.
import type { Group, Policy, Principal, Role } from '../../model/symbols.ts';

export interface Left<T> {
  readonly of: T;
  /** `desk.writ:3:7`. */
  readonly place: string;
  readonly reasons: readonly string[];
}

/** A policy that is a resource, but not to its service accounts, which no resource can name. */
export interface Shortened {
  readonly policy: Policy;
  readonly place: string;
  readonly accounts: readonly Principal[];
}

export interface LeftOut {
  readonly groups: Left<Group>[];
  readonly roles: Left<Role>[];
  readonly policies: Left<Policy>[];
  readonly subjects: Shortened[];
}

export function nothingLeft(): LeftOut {
  return { groups: [], roles: [], policies: [], subjects: [] };
}
