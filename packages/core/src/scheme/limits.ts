/** What loading refuses, so that a hostile or mistaken file cannot hang a page or a server. */
export const schemeLimits = {
  /** Characters of one file; 5 MB. */
  fileLength: 5_000_000,
  /** Characters of all files of one scheme together. */
  totalLength: 20_000_000,
  /** Members of one list or object. */
  members: 5_000,
  /** Objects and arrays inside each other, counted through includes. */
  depth: 100,
  /** `$file` includes of one scheme, its base schemes counted with it. */
  includes: 200,
  /** Schemes that extend one another. */
  overlays: 10,
} as const;
