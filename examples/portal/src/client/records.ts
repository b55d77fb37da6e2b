import type { FormDefinition } from '@cobuild/core';
import type { CobuildForm, FileStore } from '@cobuild/components';
import type { Answer } from './api.js';
import { call, sendText } from './api.js';
import { make, ofScheme, paragraph, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

interface Checked { readonly caseId: string; readonly title: string; readonly events: number; readonly projectEvents?: number; readonly here?: { readonly events: number; readonly differsFrom?: number } }
interface Entered { readonly file?: readonly { readonly id: string }[]; readonly action?: 'check' | 'store' }

async function main(): Promise<void> {
  const session = await startSession();
  if (wrongIdentity(session) || session.identity === null) return;
  const form = await call<{ form: FormDefinition }>('GET', ofScheme('/api/records/form'));
  if (!form.ok) return tellProblems(form.problems);
  const chosen = new Map<string, File>();
  const element = make<CobuildForm>('cobuild-form', { definition: form.value.form, hosts: { files: filesHere(chosen) } });
  const result = document.createElement('div');
  result.setAttribute('role', 'status');
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    const { file = [], action = 'check' } = (event as CustomEvent<{ value: Entered }>).detail.value;
    const content = chosen.get(file[0]?.id ?? '');
    if (content !== undefined) void takeIn(content, action === 'store', result);
  });
  show(element, result);
}

async function takeIn(file: File, store: boolean, result: HTMLElement): Promise<void> {
  const text = await file.text();
  const checked = await sendText<Checked>('/api/records/check', text);
  if (!checked.ok) return refused(checked, result);
  result.replaceChildren(...summary(checked.value));
  if (!store) return tell('文件完整、没有改动。这一次只核对，没有导入。');
  const taken = await sendText<{ caseId: string }>('/api/records', text);
  if (!taken.ok) return tellProblems(taken.problems);
  tell('案卷已导入。');
  return undefined;
}

/** Every record that does not fit is named; nothing of such a file is kept. */
function refused({ problems }: Extract<Answer<unknown>, { ok: false }>, result: HTMLElement): void {
  const list = document.createElement('ul');
  list.append(...problems.map(({ message, remedy, pointer }) => make<HTMLLIElement>('li', { textContent: [placeOf(pointer), message, remedy].filter(Boolean).join(' ') })));
  result.replaceChildren(make<HTMLHeadingElement>('h2', { textContent: '没有导入' }), list);
  tell('这份文件不能导入，原因见下。', 'error');
}

function placeOf(pointer: string): string {
  const [, of, index] = /^\/(events|project\/events)\/(\d+)/.exec(pointer) ?? [];
  return index === undefined ? '' : `${of === 'events' ? '案卷' : '项目'}第${Number(index) + 1}条记录：`;
}

function summary({ caseId, title, events, projectEvents, here }: Checked): readonly HTMLElement[] {
  const head = `编号${caseId}，案卷记录${events}条${projectEvents === undefined ? '' : `，立项后的记录${projectEvents}条`}。`;
  const compared = here === undefined ? '本系统还没有这份案卷。'
    : here.differsFrom !== undefined ? `本系统已有这份案卷（${here.events}条记录），从第${here.differsFrom}条起与文件不同，不能导入。`
    : here.events === events ? '本系统已有这份案卷，与文件完全相同，不用导入。'
    : `本系统已有这份案卷（${here.events}条记录），相同的部分一致，${here.events > events ? '本系统的更新' : '文件里的更新'}；已有的案卷不会被覆盖。`;
  return [make<HTMLHeadingElement>('h2', { textContent: title }), paragraph(head), paragraph(compared)];
}

/** The file is read here and goes to the server as a whole; nothing is uploaded before. */
function filesHere(chosen: Map<string, File>): FileStore {
  return {
    upload: (file) => ({
      resume: () => {
        const id = `${file.name}-${file.size}-${file.lastModified}`;
        chosen.set(id, file);
        return Promise.resolve({ id, name: file.name, size: file.size });
      },
      pause: () => undefined, cancel: () => undefined,
    }),
    link: () => '', remove: (id) => { chosen.delete(id); return Promise.resolve(); },
  };
}

void main();
