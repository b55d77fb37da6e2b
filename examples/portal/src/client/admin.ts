import type { SchemeReport } from '@cobuild/rules';
import type { CobuildSchemeReport } from '@cobuild/components';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { make, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { published: '已发布。新的申请按这个版本办理，已提交的申请仍按原来的版本。' },
  en: { published: 'Published. New applications run under this version; those submitted before keep theirs.' },
});

async function main(): Promise<void> {
  const session = await startSession();
  if (wrongIdentity(session)) return;
  const element = make<CobuildSchemeReport>('cobuild-scheme-report', { editable: true });
  element.addEventListener('cobuild-edit', (event) => { location.href = `/schemes#${encodeURIComponent((event as CustomEvent<{ folder: string }>).detail.folder)}`; });
  const take = (report: SchemeReport): void => {
    element.reports = [...element.reports.filter(({ folder }) => folder !== report.folder), report].sort((left, right) => (left.folder < right.folder ? -1 : 1));
    element.waiting = element.waiting.filter((folder) => folder !== report.folder);
  };
  element.addEventListener('cobuild-publish', (event) => {
    const { folder } = (event as CustomEvent<{ folder: string }>).detail;
    void call<{ report: SchemeReport }>('POST', `/api/admin/schemes/${encodeURIComponent(folder)}/publish`, {}).then((published) => {
      if (!published.ok) return tellProblems(published.problems);
      take(published.value.report);
      return tell(words.published);
    });
  });
  // Each report comes when its folder has been checked, and again by itself when a file of it was saved on the server.
  const events = new EventSource('/api/admin/events');
  events.addEventListener('folders', (event) => {
    const folders = JSON.parse((event as MessageEvent<string>).data) as string[];
    element.reports = element.reports.filter(({ folder }) => folders.includes(folder));
    element.waiting = folders.filter((name) => !element.reports.some(({ folder }) => folder === name));
  });
  events.addEventListener('report', (event) => { take(JSON.parse((event as MessageEvent<string>).data) as SchemeReport); });
  show(element);
}

void main();
