import type { SchemeReport } from '@cobuild/rules';
import type { CobuildSchemeReport } from '@cobuild/components';
import { call } from './api.js';
import { make, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

async function main(): Promise<void> {
  const session = await startSession();
  if (wrongIdentity(session)) return;
  const answer = await call<{ reports: SchemeReport[] }>('GET', '/api/admin/schemes');
  if (!answer.ok) return tellProblems(answer.problems);
  const element = make<CobuildSchemeReport>('cobuild-scheme-report', { reports: answer.value.reports });
  element.addEventListener('cobuild-publish', (event) => {
    const { folder } = (event as CustomEvent<{ folder: string }>).detail;
    void call<{ report: SchemeReport }>('POST', `/api/admin/schemes/${encodeURIComponent(folder)}/publish`, {}).then((published) => {
      if (!published.ok) return tellProblems(published.problems);
      element.reports = element.reports.map((report) => (report.folder === folder ? published.value.report : report));
      return tell('已发布。新的申请按这个版本办理，已提交的申请仍按原来的版本。');
    });
  });
  // Saving a file on the server comes here by itself.
  new EventSource('/api/admin/events').addEventListener('reports', (event) => {
    element.reports = JSON.parse((event as MessageEvent<string>).data) as SchemeReport[];
  });
  show(element);
}

void main();
