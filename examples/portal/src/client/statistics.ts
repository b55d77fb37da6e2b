import type { CobuildStatistics } from '@cobuild/components';
import { call } from './api.js';
import { handleExports } from './excel.js';
import { wordsOf } from './language.js';
import { currentScheme, make, ofScheme, show, startSession, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { heading: '办理情况统计', results: '下载全部办理结果（Excel）' },
  en: { heading: 'Applications in figures', results: 'Download all results (Excel)' },
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session)) return;
  const answer = await call<{ cases: NonNullable<CobuildStatistics['cases']> }>('GET', ofScheme('/api/statistics'));
  if (!answer.ok) return tellProblems(answer.problems);
  const element = make<CobuildStatistics>('cobuild-statistics', { scheme: running.scheme, cases: answer.value.cases, heading: words.heading, excel: true, settings: { rows: { by: 'town' }, columns: { by: 'outcome' } } });
  handleExports(element);
  const results = make<HTMLAnchorElement>('a', { href: ofScheme('/api/results.xlsx'), textContent: words.results, download: '' });
  const line = document.createElement('p');
  line.append(results);
  show(element, ...(answer.value.cases.length === 0 ? [] : [line]));
}

void main();
