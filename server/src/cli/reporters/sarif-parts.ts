// Places and texts as SARIF has them.
import type { ArtifactLocation, Location, Message, Region, ReportingConfiguration } from 'sarif';
import type { Severity } from '../../rules/finding.ts';
import type { Located, ProjectResult, Range } from '../check-result.ts';
import { fileFrom, isAbsolute } from '../paths.ts';
import { printable } from '../printable.ts';
import type { ReportContext } from './reporter.ts';

/** What relative URIs start from: by this name code scanning takes it for the root of the repository. */
export const baseId = '%SRCROOT%';

/** SARIF has three levels that count. */
export const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Severity, ReportingConfiguration.level>
>;

/** Plain text in which nothing is a link: `[words](target)` would be one. */
export function messageOf(text: string): Message & { readonly text: string } {
  return { text: printable(text).replace(/\[(?=[^\]]*\]\()/g, '\\[') };
}

export function artifactOf(context: ReportContext, project: ProjectResult, file: string): ArtifactLocation {
  const path = fileFrom(context.folder, project.root, file);
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (!isAbsolute(path)) return { uri: encoded, uriBaseId: baseId };
  return { uri: `file:///${encoded.replace(/^\/+/, '').replace('%3A', ':')}` };
}

/** Half a surrogate pair has no bytes that could be encoded. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}

/** From 1, the end behind the last character. */
export function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Without a region where the file has no text that it could be of. */
export function locationOf(context: ReportContext, project: ProjectResult, { file, range }: Located): Location {
  const hasText = context.lineText(project, file, range.start.line) !== undefined;
  return {
    physicalLocation: {
      artifactLocation: artifactOf(context, project, file),
      ...(hasText ? { region: regionOf(range) } : {}),
    },
  };
}
