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

const TIMELINESS: readonly StatisticsGroup[] = [
  { key: 'inTime', title: { 'zh-CN': '没有超期', en: 'In time' } }, { key: 'late', title: { 'zh-CN': '超过期限', en: 'Late' } }, { key: '', title: { 'zh-CN': '没有期限', en: 'No time limit' } },
];

/** Where an approval opens a project and the case goes on to its evaluation, an approved project is under way until that is done. */
function outcomes(opensProject: boolean): readonly StatisticsGroup[] {
  return [
    { key: 'open', title: { 'zh-CN': '审核中', en: 'In review' } }, { key: 'running', title: { 'zh-CN': '已立项，实施中', en: 'Approved, under way' } },
    { key: 'approved', title: opensProject ? { 'zh-CN': '已立项，已办结', en: 'Approved, completed' } : { 'zh-CN': '通过', en: 'Approved' } }, { key: 'notApproved', title: { 'zh-CN': '未通过', en: 'Not approved' } },
    { key: 'rejected', title: { 'zh-CN': '不予受理', en: 'Rejected' } }, { key: 'withdrawn', title: { 'zh-CN': '撤回', en: 'Withdrawn' } },
  ];
}

/** Stages that a case comes to only as a project: behind an outcome that opens one. */
function projectStages({ stages }: Scheme): ReadonlySet<string> {
  const before = new Set(stages.slice(0, 1).map(({ id }) => id));
  for (const id of before) for (const { to, opensProject } of stages.find((stage) => stage.id === id)?.outcomes ?? []) if (opensProject !== true) before.add(to);
  return new Set(stages.map(({ id }) => id).filter((id) => !before.has(id)));
}

export function readAxis(scheme: Scheme, forms: readonly FormDefinition[], axis: StatisticsAxis): ReadAxis {
  if (axis.by === 'period') return { keyOf: ({ submittedAt }) => periodOf(submittedAt, axis.every), known: [], titleOf: periodTitle };
  if (axis.by === 'stage') return named(({ stage = '' }) => stage, scheme.stages.map(({ id, title }) => ({ key: id, title })));
  if (axis.by === 'outcome') {
    const opens = scheme.stages.some((stage) => stage.outcomes.some(({ opensProject }) => opensProject === true));
    const later: ReadonlySet<string> = opens ? projectStages(scheme) : new Set();
    return named(({ status, end, stage = '', isProject = later.has(stage) }) => end ?? (status === undefined ? '' : isProject ? 'running' : 'open'), outcomes(opens));
  }
  if (axis.by === 'timeliness') return named(({ timeliness = '' }) => timeliness, TIMELINESS.filter(({ key }) => key !== ''), TIMELINESS);
  if (axis.by === 'review') return reviewAxis(scheme, forms, axis);
  if (axis.by === 'answer') return named((given) => answerKey(valueAt(given.answers, axis.pointer)), choicesAt(forms, axis.pointer));
  const { units = [], levels } = scheme.organisation;
  const { by } = axis;
  if (by === 'level') return named(({ applicant }) => applicant.level ?? '', levels.map(({ id, title }) => ({ key: id, title })));
  const places = units.map(({ id, title, level }) => ({ key: id, title, level }));
  // What stands above an applicant need not be a town: a county or a home unit has its name too, though only towns are listed where nobody applied.
  return named(({ applicant }) => applicant[by] ?? '', places.filter(({ level }) => (by === 'town') === (level === 'town')).map(({ key, title }) => ({ key, title })), places);
}

function reviewAxis({ stages }: Scheme, forms: readonly FormDefinition[], { stage, pointer }: Extract<StatisticsAxis, { by: 'review' }>): ReadAxis {
  const form = stages.find(({ id }) => id === stage)?.form;
  const last = ({ reviews = [] }: CountedCase): unknown => valueAt(reviews.filter((review) => review.stage === stage && review.answers !== undefined).slice(-1)[0]?.answers ?? {}, pointer);
  return named((given) => answerKey(last(given)), choicesAt(forms.filter(({ id }) => id === form), pointer));
}

function named(keyOf: ReadAxis['keyOf'], groups: readonly StatisticsGroup[], entitled: readonly StatisticsGroup[] = groups): ReadAxis {
  const titles = new Map(entitled.map(({ key, title }) => [key, title]));
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
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function periodTitle(key: string): Text {
  const [, year = '', kind = '', number = ''] = /^(\d+)(?:-([QH]?)(\d+))?$/.exec(key) ?? [];
  if (year === '') return NONE;
  if (number === '') return { 'zh-CN': `${year}年`, en: year };
  if (kind === 'Q') return { 'zh-CN': `${year}年第${number}季度`, en: `Quarter ${number} of ${year}` };
  if (kind === 'H') return { 'zh-CN': `${year}年${HALVES[Number(number) - 1] ?? ''}`, en: `${number === '1' ? 'First' : 'Second'} half of ${year}` };
  return { 'zh-CN': `${year}年${Number(number)}月`, en: `${MONTHS[Number(number) - 1] ?? number} ${year}` };
}
