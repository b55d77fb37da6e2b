import type { FormDefinition, Problem } from '@cobuild/core';
import type { CobuildForm } from '@cobuild/components';
import { call } from './api.js';
import { portalHosts } from './hosts.js';
import { currentScheme, make, ofScheme, paragraph, show, showWaiting, startSession, tell, tellProblems, wrongIdentity } from './page.js';

interface IntakeResult { readonly accepted: readonly string[]; readonly refused: readonly { readonly row: number; readonly id?: string; readonly problems: readonly Problem[] }[]; readonly stored: boolean }
interface Entered { readonly table?: readonly { readonly id: string; readonly name: string }[]; readonly action?: 'check' | 'store' }

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const form = await call<{ form: FormDefinition }>('GET', ofScheme('/api/intake'));
  if (!form.ok) return tellProblems(form.problems);
  const element = make<CobuildForm>('cobuild-form', { definition: form.value.form, hosts: portalHosts(session.identity) });
  const result = document.createElement('div');
  result.setAttribute('role', 'status');
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    const { table = [], action = 'check' } = (event as CustomEvent<{ value: Entered }>).detail.value;
    tell('正在核对表格，请稍候。');
    void call<IntakeResult>('POST', ofScheme('/api/intake/file'), { file: table[0]?.id, store: action === 'store' }).then((answer) => {
      if (!answer.ok) return tellProblems(answer.problems);
      const { accepted, refused, stored } = answer.value;
      tell(stored ? `已收下${accepted.length}件申报，记为代为录入。${refused.length === 0 ? '' : `${refused.length}行没有收下，原因见下。`}` : `合格${accepted.length}行，不合格${refused.length}行。这一次只核对，没有收下。`, 'info');
      result.replaceChildren(...refusals(answer.value));
      return stored ? showWaiting() : undefined;
    });
  });
  const template = document.createElement('p');
  template.append(make<HTMLAnchorElement>('a', { href: ofScheme('/api/intake/template.xlsx'), textContent: '下载空表（Excel，带填写说明和选项）', download: '' }));
  show(template, element, result);
}

/** Each row that was not taken in, with row and column of everything that is wrong with it. */
function refusals({ refused }: IntakeResult): readonly HTMLElement[] {
  if (refused.length === 0) return [];
  const list = document.createElement('ul');
  list.append(...refused.flatMap(({ problems, row }) => problems.map(({ message, remedy }) => make<HTMLLIElement>('li', { textContent: [/^第/.test(message) ? message : `第 ${row} 行：${message}`, remedy].filter(Boolean).join(' ') }))));
  return [make<HTMLHeadingElement>('h2', { textContent: `没有收下的行（${refused.length}）` }), paragraph('请在原表里改正后重新上传；已收下的编号再次上传时不会重复收下。'), list];
}

void main();
