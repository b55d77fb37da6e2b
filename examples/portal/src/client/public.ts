import type { PublicNotice } from '@cobuild/rules';
import type { CobuildNotice } from '@cobuild/components';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { make, ofScheme, paragraph, show, startSession, tell, tellProblems } from './page.js';

const words = wordsOf({
  'zh-CN': { empty: '还没有公示。项目通过会审后，公示会出现在这里。', objected: '异议已收到。受理单位会核实并答复，期间该项目暂缓立项。' },
  en: { empty: 'There is no notice yet. Once a project has come through its review, the notice stands here.', objected: 'Your objection has been received. The office in charge will look into it and answer; until then the project is held back.' },
});

async function main(): Promise<void> {
  await startSession();
  const answer = await call<{ notices: PublicNotice[] }>('GET', ofScheme('/api/notices'));
  if (!answer.ok) return tellProblems(answer.problems);
  if (answer.value.notices.length === 0) return show(paragraph(words.empty));
  show(...answer.value.notices.map((notice) => {
    const element = make<CobuildNotice>('cobuild-notice', { notice, objections: true });
    element.addEventListener('cobuild-object', (event) => {
      const { caseId, text, contact } = (event as CustomEvent<{ caseId: string; text: string; contact: string }>).detail;
      void call('POST', `/api/notices/${encodeURIComponent(caseId)}/objections`, { text, contact }).then((sent) => {
        if (sent.ok) tell(words.objected);
        else tellProblems(sent.problems);
      });
    });
    return element;
  }));
}

void main();
