import { protocol } from 'electron';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { log } from './log.ts';
import { HOST, servedPath } from './servedPath.ts';

export const ORIGIN = `app://${HOST}`;

/** Without 'unsafe-inline': Svelte sets styles through the CSSOM, which the policy leaves alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The two embedder headers give the page SharedArrayBuffer, which the encoder's threads share the weights by. */
const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.bin': 'application/octet-stream',
};

/** The built app's folders, seen from out/main. */
const FOLDERS = {
  page: join(import.meta.dirname, '../renderer'),
  encoder: join(import.meta.dirname, '../../resources/encoder'),
};

/** Before 'ready': app:// is a secure origin of its own, like a site. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the built page and the encoder's files, and nothing else of the disk. */
export function serveApp(): void {
  protocol.handle('app', async (request) => {
    const path = request.method === 'GET' ? servedPath(request.url, FOLDERS) : null;
    const response = path === null || !(extname(path) in TYPES) ? null : await fileResponse(path);
    return response ?? new Response('Not found', { status: 404, headers: HEADERS });
  });
}

/** A stream, because the encoder's weights are 46 MB. */
async function fileResponse(path: string): Promise<Response | null> {
  try {
    const file = await open(path);
    const { size } = await file.stat();
    const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return new Response(body, { headers: { ...HEADERS, 'content-type': type, 'content-length': String(size) } });
  } catch (error) {
    log.warn('no such file in the app', error instanceof Error && 'code' in error ? error.code : error);
    return null;
  }
}
