import type { FormCheckOptions, LoadResult, Locale, Problem, SchemeFiles } from '@cobuild/core';
import { parseScheme } from '@cobuild/core';
import { checkConditions } from './check-conditions.js';
import { checkCounts } from './check-counts.js';
import { checkStages } from './check-stages.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import type { SchemeFinding } from '../findings.js';
import { assertOwnOperators } from '../operators/index.js';
import { listAt } from './fact-shapes.js';
import { wordsOf } from './finding-words.js';
import { definitionProblems } from './form-definitions.js';
import { migrationProblems } from './form-migrations.js';
import type { LogicFinding } from './logic-finding.js';
import { partFindings } from './part-findings.js';
import type { SoundParts } from './sound-parts.js';
import { soundParts } from './sound-parts.js';
import { unusedParameters } from './unused-parameters.js';

export interface CheckOptions extends EligibilityOptions {
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
  /** Sentences call things by their titles alone, for whoever works in an editor. Default: they also name what stands in the files. */
  readonly titlesOnly?: boolean | undefined;
  /** File to start from. Default `scheme.json`. */
  readonly entry?: string;
  /** What may be told to a host's own widgets by `widgetOptions` of a field: `{ 'x-stars': { most: 'number' } }`. */
  readonly widgetOptions?: FormCheckOptions['widgetOptions'];
}

type Operators = NonNullable<CheckOptions['operators']>;

/** While these stand, parts of the scheme were not read, and what refers to them cannot be called wrong. */
const UNREAD: readonly string[] = [
  'scheme/broken-json', 'scheme/not-utf8', 'scheme/file-too-large', 'scheme/too-deep', 'scheme/missing-file', 'scheme/include-path', 'scheme/include-with-others', 'scheme/include-cycle',
  'scheme/too-many-includes', 'scheme/extends-path', 'scheme/extends-cycle', 'scheme/too-many-overlays', 'scheme/not-an-object', 'scheme/format-version-newer',
];

/**
 * Loads a scheme and checks what it means: everything that `parseScheme` of core finds, and the facts, operators,
 * parameters and types of every condition. What the command and the editor call.
 *
 * A mistake in one part does not keep the others from being checked; what hangs on the wrong part is left alone.
 *
 * An own operator is known when it is handed in: what it accepts and wants is checked, and nothing more is concluded about it.
 *
 * @throws {TypeError} when `files` has no function `read`, or an own operator's name would hide another.
 * @returns All problems by file and place. The scheme is present only where none is an error. Never throws on any text.
 * @example checkScheme(readSchemeFolder('examples/schemes/gaoming')).problems.map(({ message }) => message)
 */
export function checkScheme(files: SchemeFiles, { locale = 'zh-CN', titlesOnly, entry, operators = [], widgetOptions }: CheckOptions = {}): LoadResult {
  if (typeof (files as Partial<SchemeFiles> | undefined)?.read !== 'function') throw new TypeError('checkScheme: the files are to be an object with a function "read", such as readSchemeFolder() gives');
  assertOwnOperators(operators);
  const loaded = parseScheme(files, { locale, titlesOnly, ...(entry === undefined ? {} : { entry }) });
  if (loaded.problems.some(({ code }) => UNREAD.includes(code))) return loaded;
  const errors = loaded.problems.filter(({ severity }) => severity === 'error');
  const parts = soundParts(loaded, errors);
  const findings = findingsOf(parts, operators);
  const isMistaken = errors.length > 0 || findings.some(({ severity = 'error' }) => severity === 'error');
  // A parameter belongs to the folder that gives it its title.
  const unused = isMistaken ? [] : unusedParameters(parts.scheme, (pointer) => !loaded.locate(`${pointer}/title`).document.startsWith('../'));
  const found = [...findings, ...unused].flatMap((finding): Problem[] => {
    const place = loaded.locate(finding.pointer);
    // What the format finds wrong at a place is told once.
    if (errors.some((error) => overlap(error, place))) return [];
    return [{ code: finding.code, severity: finding.severity ?? 'error', ...place, params: finding.params, ...wordsOf(finding, parts.scheme, { locale, titlesOnly, operators }), ...(finding.counterExample === undefined ? {} : { counterExample: finding.counterExample }) }];
  });
  const locate = (pointer: string): ReturnType<LoadResult['locate']> => loaded.locate(pointer);
  const ofForms = [...migrationProblems(parts, locate, locale), ...definitionProblems(parts, locate, locale, widgetOptions)];
  found.push(...ofForms.filter((problem) => ![...errors, ...found].some((error) => overlap(error, problem))));
  const problems = inOrder([...loaded.problems, ...found], loaded.documents);
  const { scheme, ...rest } = loaded;
  return scheme !== undefined && found.every(({ severity }) => severity !== 'error') ? { ...rest, scheme, problems } : { ...rest, problems };
}

function findingsOf({ scheme, isSound }: SoundParts, operators: Operators): readonly SchemeFinding[] {
  const untested: LogicFinding[] = listAt(scheme, '/tests').length === 0 ? [{ code: 'scheme/no-tests', severity: 'warning', pointer: '', params: {} }] : [];
  return [...checkConditions(scheme, isSound, operators), ...checkCounts(scheme, isSound), ...checkStages(scheme, isSound), ...partFindings(scheme, isSound), ...untested];
}

function overlap(a: Pick<Problem, 'document' | 'pointer'>, b: Pick<Problem, 'document' | 'pointer'>): boolean {
  const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
  return a.document === b.document && a.pointer !== '' && (within(a.pointer, b.pointer) || within(b.pointer, a.pointer));
}

/** By file as they were read, then by place. */
function inOrder(problems: readonly Problem[], documents: readonly string[]): readonly Problem[] {
  const fileOf = ({ document }: Problem): number => documents.indexOf(document);
  return [...problems].sort((a, b) => fileOf(a) - fileOf(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0));
}
