import type { Indicator, IndicatorsSettings, IndicatorsValue } from '@cobuild/core';
import { checkIndicators, localize } from '@cobuild/core';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { itemsOf } from '../../record/with-member.js';
import { displayNumber } from '../number/number-text.js';
import { indicatorsWords } from './words.js';

type Row = Partial<Indicator>;

/** One row an indicator, with what was reached once that is known. */
export function indicatorsTables(value: IndicatorsValue | undefined, settings: IndicatorsSettings, { locale }: RecordReading): readonly RecordTable[] {
  const words = indicatorsWords[locale];
  const rows = itemsOf<Row>(value);
  if (rows.length === 0) return [];
  const hasActual = rows.some(({ actual }) => actual !== undefined);
  const hasWeight = rows.some(({ weight }) => weight !== undefined);
  const hasGroup = rows.some(({ group }) => group !== undefined);
  const results = checkIndicators(value, settings, { locale }).indicators;
  const number = (member: unknown): string => displayNumber({ widget: 'number', value: member }, locale);
  const resultOf = (index: number): string => {
    const reached = results[index]?.reached;
    return reached === true ? words.reached : reached === false ? words.notReached : '';
  };
  const columns = [
    ...(hasGroup ? [{ head: words.group }] : []), { head: words.name }, { head: words.unit }, { head: words.direction }, { head: words.baseline, number: true }, { head: words.target, number: true },
    ...(hasActual ? [{ head: words.actual, number: true }, { head: words.result }] : []), ...(hasWeight ? [{ head: words.weight, number: true }] : []),
  ];
  return [{
    id: 'indicators',
    caption: words.caption,
    columns,
    rows: rows.map(({ group, name = '', unit = '', direction = 'atLeast', baseline, target, actual, weight }, index) => [
      ...(hasGroup ? [localize(settings.groups?.find(({ id }) => id === group)?.title, locale) || (group ?? '')] : []), name, unit, words.directions[direction], number(baseline), number(target),
      ...(hasActual ? [number(actual), resultOf(index)] : []), ...(hasWeight ? [number(weight)] : []),
    ]),
  }];
}
