// A Langium server of the language as far as the made-up organization goes: `default` or `tuned` scopes, by its argument.
import process from 'node:process';
import { permissions } from '../../../../server/src/catalogue/permissions.ts';
import { importPeer } from '../engine.ts';
import {
  type App,
  defaultScopes,
  type Field,
  type Langium,
  type Named,
  type Node,
  tunedScopes,
} from './langium-scopes.ts';
import { connect } from './serve.ts';

type Accept = (
  severity: 'error',
  message: string,
  where: { readonly node: Node; readonly property?: string; readonly index?: number },
) => void;
type Checks = Readonly<Record<string, (node: never, accept: Accept) => void>>;
interface Services {
  readonly shared: { readonly ServiceRegistry: { register(services: Services): void } };
  readonly validation: { readonly ValidationRegistry: { register(checks: Checks): void } };
}
interface Library extends Langium {
  inject(...modules: readonly unknown[]): unknown;
}
interface Protocol {
  createDefaultModule(context: object): unknown;
  createDefaultSharedModule(context: object): unknown;
  startLanguageServer(shared: object): void;
}
interface Generated {
  readonly WritGeneratedModule: unknown;
  readonly WritGeneratedSharedModule: unknown;
}

interface File extends Node {
  readonly declarations: readonly (Node & { readonly name?: string })[];
}
interface Role extends Named {
  readonly grants: readonly string[];
}
interface Comparison extends Node {
  readonly field: { readonly ref?: Field };
  readonly values: readonly (Node & { readonly value: unknown })[];
}
interface Expectation extends Node {
  readonly permission: string;
}

const constants = new Set(permissions.map(({ constant }) => constant));
const spaces: Readonly<Record<string, string>> = { User: 'principal', Group: 'principal' };

function unique(nodes: readonly (Node & { readonly name?: string })[], accept: Accept): void {
  const seen = new Set<string>();
  for (const node of nodes) {
    if (node.name === undefined) continue;
    const key = `${spaces[node.$type] ?? node.$type} ${node.name}`;
    if (seen.has(key)) accept('error', `${node.name} is declared twice`, { node, property: 'name' });
    seen.add(key);
  }
}

const checks: Checks = {
  File: ({ declarations }: File, accept) => unique(declarations, accept),
  App: ({ fields, roles, policies, accounts }: App, accept) => {
    for (const nodes of [fields, roles, policies, accounts]) unique(nodes, accept);
  },
  Role: (node: Role, accept) => {
    for (const [index, grant] of node.grants.entries())
      if (!constants.has(grant)) accept('error', `no permission ${grant}`, { node, property: 'grants', index });
  },
  Expectation: (node: Expectation, accept) => {
    if (!constants.has(node.permission)) accept('error', `no permission ${node.permission}`, { node });
  },
  Comparison: ({ field, values }: Comparison, accept) => {
    const options = field.ref?.options ?? [];
    if (options.length === 0) return;
    for (const node of values)
      if (typeof node.value === 'string' && !options.includes(node.value))
        accept('error', `no option ${node.value}`, { node });
  },
};

const library = (await importPeer('langium')) as Library;
const { NodeFileSystem } = (await importPeer('langium/node')) as { readonly NodeFileSystem: object };
const protocol = (await importPeer('langium/lsp')) as Protocol;
const generated = (await importPeer('writ-langium')) as Generated;

const isTuned = process.argv[2] === 'tuned';
const context = { connection: connect(), ...NodeFileSystem };
const shared = library.inject(
  protocol.createDefaultSharedModule(context),
  generated.WritGeneratedSharedModule,
) as Services['shared'];
const references = isTuned ? tunedScopes(library) : defaultScopes(library);
const services = library.inject(
  protocol.createDefaultModule({ shared }),
  generated.WritGeneratedModule,
  references,
) as Services;
shared.ServiceRegistry.register(services);
services.validation.ValidationRegistry.register(checks);
protocol.startLanguageServer(shared);
