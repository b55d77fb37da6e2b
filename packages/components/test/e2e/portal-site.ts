import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The policy of portals, word for word as the reference portal sends it. */
export const portalPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html cobuild 'allow-duplicates'";

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' };

export interface PortalSite {
  readonly port: number;
  readonly origin: string;
  /** Puts a file at `/name.ext`, replacing the one before. */
  serve(path: string, content: string): void;
  /** What was sent to `/apply`, the latest last. */
  readonly submissions: readonly URLSearchParams[];
  close(): Promise<void>;
}

/** A server that sends every page under a policy (the portals' unless told), plus an `/apply` that takes native forms. */
export async function startPortalSite(policy = portalPolicy): Promise<PortalSite> {
  const files = new Map<string, string>([['/favicon.ico', '']]);
  const submissions: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    response.setHeader('Content-Security-Policy', policy);
    if (request.method === 'POST') {
      void readBody(request).then((body) => {
        submissions.push(new URLSearchParams(body));
        response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<!doctype html><html lang="zh-CN"><title>已收到</title><p id="received">已收到</p>');
      });
      return;
    }
    const content = files.get(path);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', `${types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8`).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    serve: (path, content) => void files.set(path, content),
    submissions,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** A page around `body`; a portal's own sheet and scripts stand in the head, as files. */
export function pageWith(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>门户</title>${head}</head><body>${body}</body></html>`;
}
