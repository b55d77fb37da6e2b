/** The parts of RFC 3986, appendix B, each with its delimiter; the platform's `URL` is not among the globals this package may rely on. */
const PARTS = /^([^:/?#]+:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/;

/** Scheme, authority, path, query and fragment; `''` where a part is missing. */
function parts(uri: string): readonly string[] {
  return PARTS.exec(uri)?.slice(1).map((part: string | undefined) => part ?? '') ?? [];
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
  const [scheme = '', authority = '', path = '', query = '', fragment = ''] = parts(reference);
  const [baseScheme = '', baseAuthority = '', basePath = '', baseQuery = ''] = parts(base);
  const after = query + fragment;
  if (scheme !== '') return scheme + authority + withoutDots(path) + after;
  if (authority !== '') return baseScheme + authority + withoutDots(path) + after;
  const start = baseScheme + baseAuthority;
  if (path === '') return start + basePath + (query === '' ? baseQuery : query) + fragment;
  if (path.startsWith('/')) return start + withoutDots(path) + after;
  const folder = baseAuthority !== '' && basePath === '' ? '/' : basePath.slice(0, basePath.lastIndexOf('/') + 1);
  return start + withoutDots(folder + path) + after;
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
