// Cedar itself: installed when first needed, given what an export says, and asked requests that are checked against the schema.
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureInstalled } from '../../../scripts/run.mjs';
import type { Exported } from '../../../server/src/exchange/exporter.ts';

const home = import.meta.dirname;

export interface Name {
  readonly type: string;
  readonly id: string;
}

export interface EntityJson {
  readonly uid: Name;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly parents: readonly Name[];
}

export interface Request {
  readonly principal: Name;
  readonly action: Name;
  readonly resource: Name;
  readonly context: Readonly<Record<string, unknown>>;
  readonly entities: readonly EntityJson[];
}

interface Failure {
  readonly type: 'failure';
  readonly errors: readonly { readonly message: string }[];
}

type Answer =
  | Failure
  | {
      readonly type: 'success';
      readonly response: {
        readonly decision: 'allow' | 'deny';
        readonly diagnostics: {
          readonly reason: readonly string[];
          readonly errors: readonly { readonly policyId: string; readonly error: { readonly message: string } }[];
        };
      };
    };

type Parsed = Failure | { readonly type: 'success' };

interface Flaw {
  readonly policyId: string;
  readonly error: { readonly message: string };
}

type Validated =
  | Failure
  | {
      readonly type: 'success';
      readonly validationErrors: readonly Flaw[];
      readonly validationWarnings: readonly Flaw[];
    };

/** The part of the package that is used here. */
interface Package {
  getCedarSDKVersion(): string;
  preparseSchema(name: string, schema: string): Parsed;
  preparsePolicySet(name: string, policies: { readonly staticPolicies: string }): Parsed;
  validate(call: {
    readonly schema: string;
    readonly policies: { readonly staticPolicies: string };
    readonly validationSettings: { readonly mode: 'strict' };
  }): Validated;
  statefulIsAuthorized(
    call: Request & {
      readonly preparsedPolicySetId: string;
      readonly preparsedSchemaName: string;
      readonly validateRequest: true;
    },
  ): Answer;
}

export interface Cedar {
  readonly version: string;
  /** Takes the files of an export; gives what is wrong with them, each as one line. */
  load(exported: Exported): string[];
  /** Asks what was loaded last: `allow`, `deny`, or what was wrong. */
  ask(request: Request): string;
}

export async function startCedar(): Promise<Cedar> {
  await ensureInstalled(home);
  const cedar: Package = createRequire(path.join(home, 'package.json'))('@cedar-policy/cedar-wasm/nodejs');
  const name = 'export';
  return {
    version: cedar.getCedarSDKVersion(),
    load({ files }) {
      const text = (file: string) => files.find((each) => each.path === file)?.text ?? '';
      const [schema, staticPolicies] = [text('schema.cedarschema'), text('policies.cedar')];
      const read = [cedar.preparseSchema(name, schema), cedar.preparsePolicySet(name, { staticPolicies })];
      const unread = read.flatMap((answer) => (answer.type === 'failure' ? answer.errors : []));
      if (unread.length > 0) return unread.map(({ message }) => message);
      const answer = cedar.validate({
        schema,
        policies: { staticPolicies },
        validationSettings: { mode: 'strict' },
      });
      if (answer.type === 'failure') return answer.errors.map(({ message }) => message);
      return answer.validationErrors.map(({ error }) => error.message);
    },
    ask(request) {
      const answer = cedar.statefulIsAuthorized({
        ...request,
        preparsedPolicySetId: name,
        preparsedSchemaName: name,
        validateRequest: true,
      });
      if (answer.type === 'failure') return `failure: ${answer.errors.map(({ message }) => message).join('; ')}`;
      const { decision, diagnostics } = answer.response;
      const [first] = diagnostics.errors;
      return first === undefined ? decision : `error in ${first.policyId}: ${first.error.message}`;
    },
  };
}
