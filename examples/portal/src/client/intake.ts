import type { FormDefinition, Problem } from '@cobuild/core';
import type { CobuildForm } from '@cobuild/components';
import { call } from './api.js';
import { portalHosts } from './hosts.js';
import { wordsOf } from './language.js';
import { currentScheme, make, ofScheme, paragraph, show, showWaiting, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': {
    checking: '正在核对表格，请稍候。',
    stored: (accepted: number, refused: number) => `已收下${accepted}件申报，记为代为录入。${refused === 0 ? '' : `${refused}行没有收下，原因见下。`}`,
    checked: (accepted: number, refused: number) => `合格${accepted}行，不合格${refused}行。这一次只核对，没有收下。`,
    template: '下载空表（Excel，带填写说明和选项）',
    atRow: (row: number, message: string) => (/^第/.test(message) ? message : `第 ${row} 行：${message}`),
    refused: (count: number) => `没有收下的行（${count}）`,
    refusedHelp: '请在原表里改正后重新上传；已收下的编号再次上传时不会重复收下。',
  },
  en: {
    checking: 'The table is being checked, please wait.',
    stored: (accepted, refused) => `${accepted} applications taken in, marked as entered for the applicant.${refused === 0 ? '' : ` ${refused} rows were not; the reasons are below.`}`,
    checked: (accepted, refused) => `${accepted} rows are good, ${refused} are not. This time they were only checked; nothing was taken in.`,
    template: 'Download an empty table (Excel, with explanations and choices)',
    atRow: (row, message) => (/^Row /.test(message) ? message : `Row ${row}: ${message}`),
    refused: (count) => `Rows that were not taken in (${count})`,
    refusedHelp: 'Mend them in your table and upload it again; numbers that were taken in are not taken in twice.',
  },
});

interface IntakeResult { readonly accepted: readonly string[]; readonly refused: readonly { readonly row: number; readonly id?: string; readonly problems: readonly Problem[] }[]; readonly stored: boolean }
interface Entered { readonly table?: readonly { readonly id: string; readonly name: string }[]; readonly action?: 'check' | 'store' }

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const form = await call<{ form: FormDefinition; /** What may still be entered after the closing of the call. */ paper?: string }>('GET', ofScheme('/api/intake'));
  if (!form.ok) return tellProblems(form.problems);
  const element = make<CobuildForm>('cobuild-form', { definition: form.value.form, hosts: portalHosts(session.identity) });
  const result = document.createElement('div');
  result.setAttribute('role', 'status');
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    const { table = [], action = 'check' } = (event as CustomEvent<{ value: Entered }>).detail.value;
    tell(words.checking);
    void call<IntakeResult>('POST', ofScheme('/api/intake/file'), { file: table[0]?.id, store: action === 'store' }).then((answer) => {
      if (!answer.ok) return tellProblems(answer.problems);
      const { accepted, refused, stored } = answer.value;
      tell((stored ? words.stored : words.checked)(accepted.length, refused.length), 'info');
      result.replaceChildren(...refusals(answer.value));
      return stored ? showWaiting() : undefined;
    });
  });
  const template = document.createElement('p');
  template.append(make<HTMLAnchorElement>('a', { href: ofScheme('/api/intake/template.xlsx'), textContent: words.template, download: '' }));
  const notice = form.value.paper ?? (running.call?.state === 'open' ? undefined : running.call?.text);
  show(...(notice === undefined ? [] : [paragraph(notice)]), template, element, result);
}

/** Each row that was not taken in, with row and column of everything that is wrong with it. */
function refusals({ refused }: IntakeResult): readonly HTMLElement[] {
  if (refused.length === 0) return [];
  const list = document.createElement('ul');
  list.append(...refused.flatMap(({ problems, row }) => problems.map(({ message, remedy }) => make<HTMLLIElement>('li', { textContent: [words.atRow(row, message), remedy].filter(Boolean).join(' ') }))));
  return [make<HTMLHeadingElement>('h2', { textContent: words.refused(refused.length) }), paragraph(words.refusedHelp), list];
}

void main();
