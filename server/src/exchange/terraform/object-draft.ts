// An object as it is imported: what is put into it on the way.
import type { ObjectKind } from '../../syntax/ast.ts';
import type { Names } from '../free-names.ts';
import type { Written } from '../writ/text.ts';
import type { Field } from './field.ts';

export interface ObjectDraft {
  readonly kind: ObjectKind;
  readonly name: string;
  /** What `local.<label>_title_field_id` may call it. */
  readonly labels: ReadonlySet<string>;
  readonly fields: Map<string, Field>;
  readonly fieldNames: Names;
  /** Of roles and policies, which are named apart from each other. */
  readonly roleNames: Names;
  readonly policyNames: Names;
  /** Of automations and agents. */
  readonly actorNames: Names;
  readonly managed: Map<string, Set<string>>;
  readonly roles: Written[];
  readonly policies: (string | Written)[];
  readonly automations: Written[];
  readonly agents: Written[];
}
