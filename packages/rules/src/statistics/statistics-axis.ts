import type { FormDefinition, Scheme, Text } from '@cobuild/core';
import { dateInZone, valueAt } from '@cobuild/core';
import type { CountedCase, StatisticsAxis, StatisticsGroup } from './statistics-types.js';

/** An axis ready to be asked: the group of a case, the titles, and the order of the groups. */
export interface ReadAxis {
  readonly keyOf: (given: CountedCase) => string;
  /** Groups of the scheme in its order; others follow. */
  readonly known: readonly StatisticsGroup[];
  readonly titleOf: (key: string) => Text;
}

const NONE: Text = { 'zh-CN': '未填写', en: 'Not given' };
const OUTCOMES: readonly StatisticsGroup[] = [
  { key: 'open', title: { 'zh-CN': '办理中', en: 'In progress' } }, { key: 'approved', title: { 'zh-CN': '通过', en: 'Approved' } }, { key: 'notApproved', title: { 'zh-CN': '未通过', en: 'Not approved' } },
  { key: 'rejected', title: { 'zh-CN': '不予受理', en: 'Rejected' } }, { key: 'withdrawn', title: { 'zh-CN': '撤回', en: 'Withdrawn' } },
];

export function readAxis(scheme: Scheme, forms: readonly FormDefinition[], axis: StatisticsAxis): ReadAxis {
  if (axis.by === 'period') return { keyOf: ({ submittedAt }) => periodOf(submittedAt, axis.every), known: [], titleOf: periodTitle };
  if (axis.by === 'stage') return named(({ stage = '' }) => stage, scheme.stages.map(({ id, title }) => ({ key: id, title })));
  if (axis.by === 'outcome') return named(({ status, end }) => end ?? (status === undefined ? '' : 'open'), OUTCOMES);
  if (axis.by === 'answer') return named((given) => answerKey(valueAt(given.answers, axis.pointer)), choicesAt(forms, axis.pointer));
  const { units = [], levels } = scheme.organisation;
  const { by } = axis;
  if (by === 'level') return named(({ applicant }) => applicant.level ?? '', levels.map(({ id, title }) => ({ key: id, title })));
  return named(({ applicant }) => applicant[by] ?? '', units.filter(({ level }) => (by === 'town') === (level === 'town')).map(({ id, title }) => ({ key: id, title })));
}

function named(keyOf: ReadAxis['keyOf'], groups: readonly StatisticsGroup[]): ReadAxis {
  const titles = new Map(groups.map(({ key, title }) => [key, title]));
  return { keyOf, known: groups, titleOf: (key) => titles.get(key) ?? (key === '' ? NONE : { 'zh-CN': key }) };
}

function answerKey(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function choicesAt(forms: readonly FormDefinition[], pointer: string): readonly StatisticsGroup[] {
  const form = forms.find(({ fields = {} }) => Object.prototype.hasOwnProperty.call(fields, pointer));
  return Object.entries(form?.fields?.[pointer]?.options ?? {}).map(([key, title]) => ({ key, title }));
}

/** `2026-03`, `2026-Q1`, `2026-H1`, `2026`; `''` for what is no instant. */
function periodOf(submittedAt: string, every: 'month' | 'quarter' | 'halfYear' | 'year'): string {
  const day = dayOf(submittedAt);
  if (day === '') return '';
  const [year = '', month = ''] = day.split('-');
  if (every === 'year') return year;
  if (every === 'month') return `${year}-${month}`;
  return every === 'quarter' ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-H${Number(month) <= 6 ? 1 : 2}`;
}

/** The day on the wall of the district; `''` for what is no instant. */
export function dayOf(instant: string): string {
  try {
    return dateInZone(instant);
  } catch {
    return '';
  }
}

const HALVES = ['上半年', '下半年'];

function periodTitle(key: string): Text {
  const [, year = '', kind = '', number = ''] = /^(\d+)(?:-([QH]?)(\d+))?$/.exec(key) ?? [];
  if (year === '') return NONE;
  if (number === '') return { 'zh-CN': `${year}年`, en: year };
  if (kind === 'Q') return { 'zh-CN': `${year}年第${number}季度`, en: `Quarter ${number} of ${year}` };
  if (kind === 'H') return { 'zh-CN': `${year}年${HALVES[Number(number) - 1] ?? ''}`, en: `${number === '1' ? 'First' : 'Second'} half of ${year}` };
  return { 'zh-CN': `${year}年${Number(number)}月`, en: `${year}-${number}` };
}
