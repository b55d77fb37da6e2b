/** The parts of RFC 3986, appendix B; the platform's `URL` is not among the globals this package may rely on. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/;

interface UriParts {
  readonly scheme?: string;
  readonly authority?: string;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

function parts(uri: string): UriParts {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(uri) ?? [];
  return { scheme, authority, path, query, fragment };
}

/** Whether the reference stands on its own, as `https:…` and `urn:…` do. */
export function isAbsoluteUri(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(reference);
}

/**
 * Resolves a reference against a base (RFC 3986, section 5.2). A base of `''` leaves a relative reference as it is, so that
 * documents without `$id` can still name each other.
 */
export function resolveUri(reference: string, base: string): string {
  const r = parts(reference);
  if (r.scheme !== undefined) return write({ ...r, path: withoutDots(r.path) });
  const b = parts(base);
  if (r.authority !== undefined) return write({ ...r, scheme: b.scheme, path: withoutDots(r.path) });
  const { scheme, authority } = b;
  if (r.path === '') return write({ scheme, authority, path: b.path, query: r.query ?? b.query, fragment: r.fragment });
  const path = r.path.startsWith('/') ? r.path : merged(b, r.path);
  return write({ scheme, authority, path: withoutDots(path), query: r.query, fragment: r.fragment });
}

/** `a#b` is `['a', 'b']`; the fragment is percent-decoded, and `''` where there is none. */
export function splitFragment(uri: string): [address: string, fragment: string] {
  const at = uri.indexOf('#');
  return at < 0 ? [uri, ''] : [uri.slice(0, at), decoded(uri.slice(at + 1))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % names itself; the look-up that follows will say that nothing is there
  }
}

function merged(base: UriParts, path: string): string {
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
}

function withoutDots(path: string): string {
  if (!/(^|\/)\.\.?(\/|$)/.test(path)) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    if (segment === '..' && (kept.length > 1 || (kept.length === 1 && kept[0] !== ''))) kept.pop();
    if (segment === '.' || segment === '..') {
      if (last) kept.push('');
    } else kept.push(segment);
  });
  return kept.join('/');
}

function write({ scheme, authority, path, query, fragment }: UriParts): string {
  return (
    (scheme === undefined ? '' : `${scheme}:`) +
    (authority === undefined ? '' : `//${authority}`) +
    path +
    (query === undefined ? '' : `?${query}`) +
    (fragment === undefined ? '' : `#${fragment}`)
  );
}
