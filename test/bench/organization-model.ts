// A made-up organization as the model that Writ binds, without a file.
import { bind } from '../../server/src/model/bind.ts';
import type { Model, Semantics } from '../../server/src/model/model.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import type { Organization } from './organization.ts';
import { organizationText } from './organization-text.ts';

const semantics: Semantics = { adminSeesAllRecords: true, autoShareReach: 'record' };

export interface BoundOrganization {
  readonly source: SourceFile;
  readonly model: Model;
}

export function bindSource(source: SourceFile): Model {
  const files = [{ path: 'acme.writ', source }];
  return bind({ files, directories: new Map(), semantics, incomplete: false });
}

/** Throws where the text is not what it should be: then nothing that is measured with it means anything. */
export function boundOrganization(organization: Organization): BoundOrganization {
  const source = parseFile(organizationText(organization));
  const model = bindSource(source);
  const [problem] = [...source.units.flatMap((unit) => unit.problems), ...model.problems];
  if (problem !== undefined) throw new Error(`the made-up organization is broken: ${problem.message}`);
  return { source, model };
}

/** The same file with one declaration of that kind changed: the middle one of all. */
export function withEdit(source: SourceFile, kind: 'role' | 'object', edit: (text: string) => string): SourceFile {
  const all = source.units.flatMap((unit, i) => (unit.declaration?.kind === kind ? [i] : []));
  const at = all[all.length >> 1] ?? 0;
  const start = source.starts[at] ?? 0;
  const length = source.units[at]?.length ?? 0;
  const text = edit(source.text.slice(start, start + length));
  const [unit] = parseFile(text).units;
  return unit === undefined ? source : { ...source, units: source.units.with(at, unit) };
}
