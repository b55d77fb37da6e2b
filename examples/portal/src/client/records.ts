import type { FormDefinition } from '@cobuild/core';
import type { CobuildForm, FileStore } from '@cobuild/components';
import type { Answer } from './api.js';
import { call, sendText } from './api.js';
import { wordsOf } from './language.js';
import { make, ofScheme, paragraph, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

interface Here { readonly events: number; readonly differsFrom?: number }

const words = wordsOf({
  'zh-CN': {
    checked: '文件完整、没有改动。这一次只核对，没有导入。', taken: '案卷已导入。', notTaken: '没有导入', refused: '这份文件不能导入，原因见下。',
    place: (log: 'case' | 'project', record: number) => `${log === 'case' ? '案卷' : '项目'}第${record}条记录：`,
    holds: (caseId: string, events: number, projectEvents: number | undefined) => `编号${caseId}，案卷记录${events}条${projectEvents === undefined ? '' : `，立项后的记录${projectEvents}条`}。`,
    unknown: '本系统还没有这份案卷。',
    differs: (events: number, from: number) => `本系统已有这份案卷（${events}条记录），从第${from}条起与文件不同，不能导入。`,
    same: '本系统已有这份案卷，与文件完全相同，不用导入。',
    longer: (events: number, longer: 'here' | 'file') => `本系统已有这份案卷（${events}条记录），相同的部分一致，${longer === 'here' ? '本系统的更新' : '文件里的更新'}；已有的案卷不会被覆盖。`,
  },
  en: {
    checked: 'The file is whole and was not changed. This time it was only checked; nothing was taken in.', taken: 'The case was taken in.', notTaken: 'Not taken in', refused: 'This file cannot be taken in; the reasons are below.',
    place: (log, record) => `Record ${record} of the ${log}:`,
    holds: (caseId, events, projectEvents) => `Number ${caseId}; ${events} records of the case${projectEvents === undefined ? '' : `, ${projectEvents} records after its approval`}.`,
    unknown: 'This case is not here yet.',
    differs: (events, from) => `This case is here already (${events} records) and differs from the file from record ${from} on; it cannot be taken in.`,
    same: 'This case is here already and is the same as the file; there is nothing to take in.',
    longer: (events, longer) => `This case is here already (${events} records). What both have is the same; ${longer === 'here' ? 'what is here goes further' : 'the file goes further'}. A case that is here is not written over.`,
  },
});

interface Checked { readonly caseId: string; readonly title: string; readonly events: number; readonly projectEvents?: number; readonly here?: Here }
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
  if (!store) return tell(words.checked);
  const taken = await sendText<{ caseId: string }>('/api/records', text);
  if (!taken.ok) return tellProblems(taken.problems);
  tell(words.taken);
  return undefined;
}

/** Every record that does not fit is named; nothing of such a file is kept. */
function refused({ problems }: Extract<Answer<unknown>, { ok: false }>, result: HTMLElement): void {
  const list = document.createElement('ul');
  list.append(...problems.map(({ message, remedy, pointer }) => make<HTMLLIElement>('li', { textContent: [placeOf(pointer), message, remedy].filter(Boolean).join(' ') })));
  result.replaceChildren(make<HTMLHeadingElement>('h2', { textContent: words.notTaken }), list);
  tell(words.refused, 'error');
}

function placeOf(pointer: string): string {
  const [, of, index] = /^\/(events|project\/events)\/(\d+)/.exec(pointer) ?? [];
  return index === undefined ? '' : words.place(of === 'events' ? 'case' : 'project', Number(index) + 1);
}

function summary({ caseId, title, events, projectEvents, here }: Checked): readonly HTMLElement[] {
  const compared = here === undefined ? words.unknown
    : here.differsFrom !== undefined ? words.differs(here.events, here.differsFrom)
    : here.events === events ? words.same
    : words.longer(here.events, here.events > events ? 'here' : 'file');
  return [make<HTMLHeadingElement>('h2', { textContent: title }), paragraph(words.holds(caseId, events, projectEvents)), paragraph(compared)];
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
