import type { Context, MiddlewareHandler } from 'hono';

/** Nothing but our own files; no inline code or style, no generated code, no text that becomes script. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:", "form-action 'self'",
  "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types lit-html cobuild 'allow-duplicates'",
].join('; ');

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', contentSecurityPolicy);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'same-origin');
  context.header('Cross-Origin-Opener-Policy', 'same-origin');
  if (context.req.path.startsWith('/api/')) context.header('Cache-Control', 'no-store');
};

/** What a form or an image of another site cannot send without asking first. */
const ownTypes = ['application/json', 'application/octet-stream'];

/** A page of another site cannot act in somebody's name: changes need JSON, or a piece of a file, from our own origin. */
export const sameOriginChanges = (refuse: (context: Context) => Response): MiddlewareHandler => async (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return next();
  const type = context.req.header('content-type') ?? '';
  const isOwnType = method === 'DELETE' || ownTypes.some((own) => type.startsWith(own));
  return isOwnType && isOwnOrigin(context) ? next() : refuse(context);
};

/** Browsers write `null` where a page has no origin of its own. */
function isOwnOrigin(context: Context): boolean {
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === context.req.header('host');
  } catch {
    return false;
  }
}
