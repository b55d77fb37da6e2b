import type { PublishedScheme, Scheme } from '../generated/types.js';
import { hashDocument } from '../hash/index.js';
import type { Locale, Problem } from '../problems/problem.js';
import { isObject } from '../validation/instance.js';
import { schemeChecks } from './checks/index.js';
import type { DocumentFinding } from './finding.js';
import { findingsOf } from './format-issues.js';
import { formatValidator } from './format-schema.js';
import { parseJson } from './parse-json.js';
import { placedProblem, problemInDocument, sortProblems } from './scheme-problem.js';
import { toValue } from './source-node.js';

/** What a published file says besides the scheme. */
export interface PublishOptions {
  /** Working-day data that dates are computed with. */
  readonly calendarVersion: string;
  /** ISO 8601 with zone; not part of the hash. */
  readonly publishedAt?: string;
}

/**
 * Makes the document that portals run: the merged scheme, self-contained, with its hash. Whether it may be published
 * (no error, no hole, tests that pass, a version that is new) is for the caller to decide first.
 *
 * @example buildPublished(scheme, { calendarVersion: '2026.1' }).hash // '9f2c…', 64 digits
 */
export function buildPublished(scheme: Scheme, options: PublishOptions): PublishedScheme {
  const { calendarVersion, publishedAt } = options;
  const content = { formatVersion: 1 as const, id: scheme.id, version: scheme.version, calendarVersion, scheme };
  return { ...content, hash: hashDocument(content), ...(publishedAt === undefined ? {} : { publishedAt }) };
}

/** A published scheme that is what it was, or what is wrong with the file. */
export interface ReadPublished {
  readonly published?: PublishedScheme;
  readonly problems: readonly Problem[];
}

/**
 * Reads a published file and verifies its hash, its format and its references.
 *
 * @param options - `document` names the file in problems, default `published.json`; `locale` default `zh-CN`.
 */
export function readPublished(text: string, options: { readonly document?: string; readonly locale?: Locale } = {}): ReadPublished {
  const { document = 'published.json', locale = 'zh-CN' } = options;
  const { root, findings } = parseJson(text, document);
  const value = root && toValue(root);
  const ofText = findings.map((finding) => placedProblem(finding, { locale }));
  if (!root || ofText.length > 0) return { problems: ofText };
  if (!isObject(value)) return { problems: [placedProblem({ code: 'scheme/not-an-object', severity: 'error', place: root.place, params: {} }, { locale })] };
  const problems = sortProblems(checkPublished(value).map((finding) => problemInDocument(finding, root, value, { locale })), [document]);
  return problems.length > 0 ? { problems } : { published: value as unknown as PublishedScheme, problems };
}

function checkPublished(value: Readonly<Record<string, unknown>>): DocumentFinding[] {
  const format = findingsOf(formatValidator('published').validate(value), value);
  if (format.length > 0) return format;
  const { hash, publishedAt: _publishedAt, ...content } = value;
  const found: DocumentFinding[] = [];
  if (hashDocument(content) !== hash) found.push({ code: 'scheme/hash-mismatch', severity: 'error', pointer: '/hash', params: { hash } });
  const scheme = value['scheme'] as Readonly<Record<string, unknown>>;
  for (const key of ['id', 'version']) {
    if (value[key] !== scheme[key]) found.push({ code: 'scheme/head-mismatch', severity: 'error', pointer: `/${key}`, params: { property: key } });
  }
  for (const check of schemeChecks) {
    check(scheme, (finding) => {
      if (finding.severity === 'error' || finding.severity === 'undecided') found.push({ ...finding, pointer: `/scheme${finding.pointer}` });
    });
  }
  return found;
}
