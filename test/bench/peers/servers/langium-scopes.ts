// What names stand for in the Langium grammar of Writ: with the scopes that Langium has by default, and with tuned ones.

export interface Node {
  readonly $type: string;
  readonly $container?: Node;
}
export interface Named extends Node {
  readonly name: string;
}
export interface Field extends Named {
  readonly options: readonly string[];
}
export interface App extends Named {
  readonly fields: readonly Field[];
  readonly roles: readonly Named[];
  readonly policies: readonly Named[];
  readonly accounts: readonly Named[];
}
interface Expectation extends Node {
  readonly place: { readonly ref?: App };
}

interface ReferenceInfo {
  readonly container: Node;
  readonly property: string;
}
type Scope = object;
interface ScopeProvider {
  readonly descriptions: { createDescription(node: Node, name: string): object };
  readonly reflection: { getReferenceType(reference: ReferenceInfo): string };
  getScope(reference: ReferenceInfo): Scope;
  getGlobalScope(type: string, reference: ReferenceInfo): Scope;
}
interface ScopeComputation {
  addLocalSymbol(): void;
}
export interface Langium {
  readonly DefaultScopeProvider: new (services: object) => ScopeProvider;
  readonly DefaultScopeComputation: new (services: object) => ScopeComputation;
  readonly MultiMapScope: new (elements: readonly object[], outer?: Scope) => Scope;
  readonly EMPTY_SCOPE: Scope;
}

function containerOf(node: Node, type: string): Node | undefined {
  let at: Node | undefined = node;
  while (at !== undefined && at.$type !== type) at = at.$container;
  return at;
}

/** The object that a node stands in, or that its expectation speaks of; resolving the latter is Langium's. */
function appAround(node: Node): App | undefined {
  const app = containerOf(node, 'App') as App | undefined;
  return app ?? (containerOf(node, 'Expectation') as Expectation | undefined)?.place.ref;
}

/** The kinds of an object's own names, and where they stand. */
const own = { Field: 'fields', Role: 'roles', Account: 'accounts', Principal: 'accounts' } as const;

function isOwn(type: string): type is keyof typeof own {
  return type in own;
}

type Module = Readonly<Record<'references', Readonly<Record<string, (services: object) => unknown>>>>;

/** Fields are found in their object, all else by Langium itself. */
export function defaultScopes(langium: Langium): Module {
  return {
    references: {
      ScopeProvider: (services) => {
        const provider = new langium.DefaultScopeProvider(services);
        const inherited = provider.getScope.bind(provider);
        provider.getScope = (reference) => {
          if (provider.reflection.getReferenceType(reference) !== 'Field') return inherited(reference);
          const fields = appAround(reference.container)?.fields ?? [];
          return new langium.MultiMapScope(
            fields.map((field) => provider.descriptions.createDescription(field, field.name)),
          );
        };
        return provider;
      },
    },
  };
}

/** Names of the organization stand in one table, an object's own in tables that are made once; nothing is searched through. */
export function tunedScopes(langium: Langium): Module {
  return {
    references: {
      ScopeProvider: (services) => {
        const provider = new langium.DefaultScopeProvider(services);
        const tables = new WeakMap<App, Map<string, Scope>>();
        const tableOf = (app: App, type: keyof typeof own, outer: Scope | undefined) => {
          const known = tables.get(app) ?? new Map<string, Scope>();
          tables.set(app, known);
          const found = known.get(type);
          if (found !== undefined) return found;
          const nodes = app[own[type]].map((node) => provider.descriptions.createDescription(node, node.name));
          const made = new langium.MultiMapScope(nodes, outer);
          known.set(type, made);
          return made;
        };
        provider.getScope = (reference) => {
          const type = provider.reflection.getReferenceType(reference);
          const global = () => provider.getGlobalScope(type, reference);
          if (!isOwn(type)) return global();
          const app = type === 'Field' ? appAround(reference.container) : containerOf(reference.container, 'App');
          const hasTable = app !== undefined && (type === 'Field' || (app as App)[own[type]].length > 0);
          if (!hasTable) return type === 'Field' ? langium.EMPTY_SCOPE : global();
          return tableOf(app as App, type, type === 'Field' || type === 'Account' ? undefined : global());
        };
        return provider;
      },
      ScopeComputation: (services) => {
        const computation = new langium.DefaultScopeComputation(services);
        computation.addLocalSymbol = () => {};
        return computation;
      },
    },
  };
}
