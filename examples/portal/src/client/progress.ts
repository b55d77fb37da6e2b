import type { PublicProject } from '@cobuild/rules';
import type { CobuildCommentDetail, CobuildDisclosure } from '@cobuild/components';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { make, ofScheme, show, startSession, tell, tellProblems } from './page.js';

const words = wordsOf({ 'zh-CN': { received: '留言已收到。' }, en: { received: 'Your comment has been received.' } });

const read = (): ReturnType<typeof call<{ projects: PublicProject[] }>> => call<{ projects: PublicProject[] }>('GET', ofScheme('/api/public-projects'));

async function main(): Promise<void> {
  await startSession();
  const answer = await read();
  if (!answer.ok) return tellProblems(answer.problems);
  const element = make<CobuildDisclosure>('cobuild-disclosure', { projects: answer.value.projects, photoUrl: (project, photo) => `/api/public-projects/${encodeURIComponent(project)}/photos/${encodeURIComponent(photo)}` });
  element.addEventListener('cobuild-comment', (event) => {
    event.preventDefault();
    const { project, ...comment } = (event as CustomEvent<CobuildCommentDetail>).detail;
    element.busy = true;
    void call('POST', `/api/public-projects/${encodeURIComponent(project)}/comments`, comment).then(async (sent) => {
      element.busy = false;
      element.problems = sent.ok ? [] : sent.problems;
      if (!sent.ok) return;
      const now = await read();
      if (now.ok) element.projects = now.value.projects;
      tell(words.received);
    });
  });
  show(element);
}

void main();
