// vscode-json-languageservice with the schema of the organization.
import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { organizationSchema } from '../../typing/data.ts';
import { importPeer } from '../engine.ts';
import { serve } from './serve.ts';

interface Service {
  configure(settings: { readonly validate: boolean; readonly schemas: readonly object[] }): void;
  parseJSONDocument(document: TextDocument): unknown;
  doValidation(document: TextDocument, parsed: unknown): Promise<Diagnostic[]>;
}

const library = (await importPeer('vscode-json-languageservice')) as { getLanguageService(host: object): Service };
const service = library.getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: 'memory://organization.json', fileMatch: ['*'], schema: organizationSchema }],
});
serve((document) => service.doValidation(document, service.parseJSONDocument(document)));
