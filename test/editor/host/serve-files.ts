// Serves the files of a folder to the workbench of a browser, which takes extensions for the browser from nowhere else.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export type FileServer = {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  readonly stop: () => void;
};

function answer(file: string, response: ServerResponse): void {
  const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  response.writeHead(isThere ? 200 : 404, {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
  });
  if (isThere) createReadStream(file).pipe(response);
  else response.end();
}

/** On a free port of the loopback address; what lies above the folder is not reached. */
export async function serveFiles(folder: string): Promise<FileServer> {
  const server = createServer(({ url = '/' }, response) => {
    const asked = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    answer(path.join(folder, path.normalize(`/${asked}`)), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('files are served at no port');
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { host: `127.0.0.1:${address.port}`, stop };
}
