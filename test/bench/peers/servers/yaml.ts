// The service of yaml-language-server with the schema of the organization, without the moment's rest of its own server.
import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { organizationSchema } from '../../typing/data.ts';
import { importPeer } from '../engine.ts';
import { serve } from './serve.ts';

interface Service {
  configure(settings: object): void;
  doValidation(document: TextDocument, isKubernetes: boolean): Promise<Diagnostic[]>;
}
interface Library {
  getLanguageService(host: object): Service;
}

const silent = () => {};
const uri = 'file:///organization.schema.json';
const library = (await importPeer('yaml-language-server/out/src/languageservice/yamlLanguageService.js')) as Library;
const service = library.getLanguageService({
  schemaRequestService: async () => JSON.stringify(organizationSchema),
  workspaceContext: { resolveRelativePath: (relative: string) => relative },
  telemetry: { send: silent, sendError: silent, sendTrack: silent },
});
service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*.yaml'], schema: organizationSchema }] });
serve((document) => service.doValidation(document, false));
