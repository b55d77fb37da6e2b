import type { Scheme, Scoring } from '@cobuild/core';
import { describePlace, resolveParameters, valueAt } from '@cobuild/core';
import type { ScoringTotals } from '@cobuild/rules';
import { scoringTotals } from '@cobuild/rules';
import type { EditorContext } from '../editor-context.js';
import type { CellKind } from './cell-text.js';
import { cellParameters, numberColumn, titleColumn } from './decision-table.js';
import type { Grid, GridColumn } from './grid-model.js';
import { ruleWords } from './rule-words.js';

/** What the format lets a list of a score card have. */
const MOST = { criteria: 200, bands: 50 };

/** The criteria or the grades of a score card as a grid; `undefined` where they are not written as a list of things with ids. */
export function scoreGrid({ document, locale }: Pick<EditorContext, 'document' | 'locale'>, part: 'criteria' | 'bands'): Grid | undefined {
  const pointer = `/scoring/${part}`;
  const rows = valueAt(document, pointer);
  if (!Array.isArray(rows) || !rows.every((row) => typeof valueAt(row, '/id') === 'string')) return undefined;
  const words = ruleWords(locale);
  const kind: CellKind = { locale, type: 'number', parameters: cellParameters(document, locale) };
  const number = (name: string, title: string, required: boolean, empty = ''): GridColumn => numberColumn(words, { id: name, title, at: `/${name}` }, kind, required, empty);
  const columns = part === 'bands' ? [titleColumn(words, locale, words.band, true), number('from', words.bandFrom, false, words.noEnd), number('below', words.bandBelow, false, words.noEnd)] : [
    titleColumn(words, locale, words.criterion, true),
    kindColumn(document, locale),
    number('weight', words.weight, true), number('maximum', words.maximum, true), number('minimum', words.minimum, false, words.defaultOf('0')), number('step', words.step, false, words.noEnd),
    { id: 'mayBeNotApplicable', title: words.mayBeNotApplicable, group: 'setting', holds: 'value', kind: { locale, type: 'boolean', parameters: [] }, at: '/mayBeNotApplicable', required: false, open: false, empty: words.no, wanted: words.wantedBoolean } satisfies GridColumn,
  ];
  return { pointer, label: part === 'criteria' ? words.criteria : words.bands, locale, columns, rows: rows as readonly unknown[], mostRows: MOST[part] };
}

function kindColumn(document: unknown, locale: EditorContext['locale']): GridColumn {
  const words = ruleWords(locale);
  const options = (describePlace(document, '/scoring/criteria/0/kind', locale)?.options ?? []).map(({ value }) => ({ value, label: words.kinds[value as keyof typeof words.kinds] ?? value }));
  return { id: 'kind', title: words.criterionKind, group: 'setting', holds: 'value', kind: { locale, type: 'text', parameters: [], options }, at: '/kind', required: false, open: false, empty: words.kinds.regular, wanted: words.wantedChoice(options.map(({ label }) => label).join(words.separator)) };
}

/** What the weights come to, in sentences. */
export function totalSentences({ document, locale }: Pick<EditorContext, 'document' | 'locale'>): readonly string[] {
  const words = ruleWords(locale);
  const totals = totalsOf(document);
  if (totals === undefined) return [];
  const { regular, outOf, compared, missing = '', open, bonus, deduction, least, most } = totals;
  const balance = compared === 'equal' ? words.sumRight : compared === 'less' ? words.sumLess(missing) : compared === 'more' ? words.sumMore(missing.replace('-', '')) : '';
  return [
    `${words.sumRegular(regular, outOf ?? words.open)}${balance === '' ? '' : ` ${balance}`}`, ...(open === 0 ? [] : [words.sumOpen(open)]),
    ...(bonus === undefined || bonus === '0' ? [] : [words.sumBonus(bonus)]), ...(deduction === undefined || deduction === '0' ? [] : [words.sumDeduction(deduction)]),
    ...(least === undefined || most === undefined ? [] : [words.range(least, most)]),
  ];
}

/** `undefined` while the card cannot be read: its problems say why. */
function totalsOf(document: unknown): ScoringTotals | undefined {
  try {
    return scoringTotals(valueAt(resolveParameters(document as Scheme), '/scoring') as Scoring);
  } catch {
    return undefined;
  }
}
