import type { Case } from '../generated/types.js';
import { pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { DocumentFinding } from '../scheme/finding.js';
import { findingsOf } from '../scheme/format-issues.js';
import { formatValidator } from '../scheme/format-schema.js';
import { schemeLimits } from '../scheme/limits.js';
import { FORBIDDEN_KEYS, isDeeperThan, parseJson } from '../scheme/parse-json.js';
import { placedProblem, problemInDocument } from '../scheme/scheme-problem.js';
import type { SourceNode } from '../scheme/source-node.js';
import { toValue } from '../scheme/source-node.js';
import { caseWords } from './case-words.js';

/** Settings of `readCases`. */
export interface ReadCasesOptions {
  /** Name of the file in problems. Default `cases.jsonl`. */
  readonly document?: string;
  /** Language of the problems. Default `zh-CN`. */
  readonly locale?: Locale;
}

/** A case with the line where it begins, or what is wrong with it. */
export type ReadCase = { readonly line: number; readonly case: Case } | { readonly line: number; readonly problems: readonly Problem[] };

/**
 * Reads cases: JSON Lines (one case per line, empty lines between them), or one JSON document that is a case or a list of cases.
 * What is wrong with one case does not touch the others.
 *
 * @returns In the order of the file, the codes of problems beginning with `case/`. Never throws on any text.
 * @example readCases('{"id":"1"}').map((read) => 'problems' in read ? read.problems[0]?.message : read.case.id)
 */
export function readCases(text: string, { document = 'cases.jsonl', locale = 'zh-CN' }: ReadCasesOptions = {}): readonly ReadCase[] {
  const place = { document, locale };
  if (!isJsonLines(text, document)) return readDocument(text, 1, place);
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : readDocument(line, index + 1, place)));
}

/** Whether each line is a whole by itself. A document written over several lines is not cut into pieces, whatever its name. */
function isJsonLines(text: string, document: string): boolean {
  const first = /^\ufeff?\s*([^\n]*)/.exec(text)?.[1]?.trim() ?? '';
  return /^\{./.test(first) && (first.endsWith('}') || /\.(jsonl|ndjson)$/i.test(document));
}

function readDocument(text: string, firstLine: number, { document, locale }: Required<ReadCasesOptions>): readonly ReadCase[] {
  const plain = plainCase(text);
  if (plain !== undefined) return [{ line: firstLine, case: plain }];
  const { root, findings } = parseJson(text, document);
  const broken = findings.map((finding) => asCaseProblem(placedProblem(finding, { locale }), 0, firstLine, locale));
  if (root === undefined || broken.length > 0) return [{ line: firstLine, problems: broken }];
  const cases = root.kind === 'array' ? root.items : [root];
  return cases.map((node) => readNode(node, firstLine, locale));
}

const NOT_PLAIN = new RegExp(`\ufffd|${FORBIDDEN_KEYS.join('|')}`);

/**
 * A case that nothing is wrong with, on one line as programs write it, without the places of its parts, in less than half the time. What JSON.parse
 * lets pass and we do not (a name that stands twice, a number beyond all bounds) is written back otherwise than it came; such a text is read with its places.
 */
function plainCase(text: string): Case | undefined {
  const line = text.trimEnd();
  if (!line.startsWith('{') || line.length > schemeLimits.fileLength || NOT_PLAIN.test(line) || isDeeperThan(line, schemeLimits.depth)) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return JSON.stringify(value) === line && formatValidator('case').validate(value).length === 0 ? (value as Case) : undefined;
  } catch {
    return undefined;
  }
}

function readNode(node: SourceNode, firstLine: number, locale: Locale): ReadCase {
  const value = toValue(node);
  const line = node.place.line + firstLine - 1;
  const found: readonly DocumentFinding[] = findingsOf(formatValidator('case').validate(value), value);
  if (found.length === 0) return { line, case: value as Case };
  return { line, problems: found.map((finding) => asCaseProblem(problemInDocument(finding, node, value, { locale }), pointerTokens(finding.pointer).length, firstLine, locale)) };
}

/** The sentences of the scheme format serve here too; their codes name the document. */
function asCaseProblem(problem: Problem, depth: number, firstLine: number, locale: Locale): Problem {
  return { ...problem, ...caseWords(problem, depth, locale), code: problem.code.replace(/^scheme\//, 'case/'), ...(problem.line === undefined ? {} : { line: problem.line + firstLine - 1 }) };
}
