import type { Scheme } from '@cobuild/core';
import type { CobuildStatistics } from '@cobuild/components';
import { call } from './api.js';
import { handleExports } from './excel.js';
import { wordsOf } from './language.js';
import { localize } from './localize.js';
import { currentScheme, make, ofScheme, show, startSession, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { heading: '办理情况统计', results: '下载全部办理结果（Excel）', timeliness: '是否按期办理' },
  en: { heading: 'Applications in figures', results: 'Download all results (Excel)', timeliness: 'In time or late' },
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session)) return;
  const answer = await call<{ cases: NonNullable<CobuildStatistics['cases']> }>('GET', ofScheme('/api/statistics'));
  if (!answer.ok) return tellProblems(answer.problems);
  // A table of one line, “not given”, says nothing: where nobody belongs to a town the months are counted first.
  const rows: Axis = answer.value.cases.some(({ applicant }) => applicant?.town !== undefined) ? { by: 'town' } : { by: 'period', every: 'month' };
  const element = make<CobuildStatistics>('cobuild-statistics', { scheme: running.scheme, cases: answer.value.cases, heading: words.heading, excel: true, settings: { rows, columns: { by: 'outcome' } } });
  handleExports(element);
  const { scheme } = running;
  const boards = answer.value.cases.length === 0 ? [] : boardsOf(scheme).map(([heading, rows]) => {
    const board = make<CobuildStatistics>('cobuild-statistics', { scheme, cases: answer.value.cases, heading, excel: true, settings: { rows, columns: { by: 'outcome' }, fixed: true } });
    handleExports(board);
    return board;
  });
  const results = make<HTMLAnchorElement>('a', { href: ofScheme('/api/results.xlsx'), textContent: words.results, download: '' });
  const line = document.createElement('p');
  line.append(results);
  show(element, ...boards, ...(answer.value.cases.length === 0 ? [] : [line]));
}

type Axis = NonNullable<NonNullable<CobuildStatistics['settings']>['rows']>;

/** What is asked of every scheme of its kind: whether times were kept, where it has any; how content they are who asked for something and rated it in the end. */
function boardsOf({ stages, forms }: Scheme): readonly (readonly [heading: string, rows: Axis])[] {
  const [first] = stages;
  const last = stages[stages.length - 1];
  const rated = last !== first && last?.actor.role === first?.actor.role ? last : undefined;
  const form = forms.find(({ id }) => id === rated?.form);
  const properties = Object.entries((form?.schema['properties'] ?? {}) as Readonly<Record<string, { readonly type?: unknown }>>);
  const ratings = rated === undefined ? [] : properties.filter(([key, { type }]) => type === 'integer' || form?.fields?.[`/${key}`]?.options !== undefined);
  return [
    ...(stages.some(({ deadline }) => deadline !== undefined) ? [[words.timeliness, { by: 'timeliness' }] as const] : []),
    ...ratings.map(([key]) => [localize(form?.fields?.[`/${key}`]?.title) || key, { by: 'review', stage: rated?.id ?? '', pointer: `/${key}` }] as const),
  ];
}

void main();
