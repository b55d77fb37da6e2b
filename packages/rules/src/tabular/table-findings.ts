import type { DecisionTable, Locale, Problem, Scheme } from '@cobuild/core';
import { pointerTokens } from '@cobuild/core';
import { eligibilityFacts } from '../analysis/fact-shapes.js';
import { inputValueTitles } from '../analysis/scheme-names.js';
import { analysisSentences, isAnalysisCode } from '../analysis/sentences.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { checkDecisionTable, tableSentences } from '../decision-tables/index.js';
import type { FindingSentences, FindingWords, SchemeFinding } from '../findings.js';

/** Row of the sheet, counted from 1, for each row of the table. */
export type SheetRows = readonly number[];

/** What the check of a decision table finds in one that was read from a sheet, at the rows of the sheet. */
export function tableFindings(scheme: Scheme, table: DecisionTable, rows: SheetRows, document: string, locale: Locale): readonly Problem[] {
  // The table may call for parameters; only the whole scheme knows their values.
  const [resolved = table] = resolvedScheme({ ...scheme, decisionTables: [table] }).decisionTables ?? [];
  return checkDecisionTable(resolved, eligibilityFacts(scheme), inputValueTitles(scheme)).map((finding): Problem => {
    const { code, severity = 'error', pointer, params, counterExample } = finding;
    const { message, remedy } = wordsOf(finding, locale);
    const [part, index] = pointerTokens(pointer);
    const row = part === 'rows' && index !== undefined ? Number(index) : undefined;
    const line = row === undefined ? undefined : rows[row];
    return {
      code, severity, document, pointer, params, message: `${placeWords(line, row === undefined ? undefined : idOf(table, row), locale)}${message}`,
      ...(line === undefined ? {} : { line }), ...(remedy === undefined ? {} : { remedy }), ...(counterExample === undefined ? {} : { counterExample }),
    };
  });
}

function idOf({ rows }: DecisionTable, index: number): string {
  return rows === 'UNDECIDED' ? '' : (rows[index]?.id ?? '');
}

function placeWords(line: number | undefined, id: string | undefined, locale: Locale): string {
  if (line === undefined || id === undefined) return '';
  return locale === 'en' ? `Row ${line} (${id}): ` : `第 ${line} 行（${id}）：`;
}

function wordsOf({ code, params }: SchemeFinding, locale: Locale): FindingWords {
  const sentences: FindingSentences = tableSentences;
  const own = Object.prototype.hasOwnProperty.call(sentences[locale], code) ? sentences[locale][code]?.(params) : undefined;
  return own ?? (isAnalysisCode(code) ? analysisSentences(code, params, locale) : { message: code });
}
