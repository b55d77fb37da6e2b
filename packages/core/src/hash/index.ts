export { CanonicalJsonError, canonicalJson } from './canonical-json.js';
export { hashDocument, sha256Hex } from './hash.js';
