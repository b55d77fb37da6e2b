import type { SchemeTexts } from '@cobuild/core';
import type { CobuildSchemeEditor, CobuildSchemeFilesDetail, SchemeTemplate } from '@cobuild/components/define/editor.js';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { backTo, make, partsOf, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { saved: '已保存。要让新的申请按这个版本办理，请换一个版本号，再到“方案管理”发布。', which: '所有方案' },
  en: { saved: 'Saved. For new applications to run under it, give it another version number and publish it under “Schemes”.', which: 'all schemes' },
});

interface Folder { readonly files: SchemeTexts; readonly base: SchemeTexts }
/** A folder with the title of its scheme. */
interface Named { readonly folder: string; readonly title: string }

const folderHere = (): string => decodeURIComponent(location.hash.slice(1));
const read = (folder: string): ReturnType<typeof call<Folder>> => call<Folder>('GET', `/api/admin/schemes/${encodeURIComponent(folder)}/files`);

async function main(): Promise<void> {
  const session = await startSession();
  if (wrongIdentity(session)) return;
  const listed = await call<{ folders: readonly Named[] }>('GET', '/api/admin/folders');
  if (!listed.ok) return tellProblems(listed.problems);
  const { folders } = listed.value;
  const open = async (): Promise<void> => {
    const folder = folderHere();
    const found = folder === '' ? undefined : await read(folder);
    if (found?.ok === false) return tellProblems(found.problems);
    // One scheme has the page to itself; all of them stand where one is chosen or begun.
    if (found !== undefined) return show(backTo(words.which), editorOf(folder, found.value, []));
    show(partsOf(words.which, folders.map(({ folder: name, title }): [string, string] => [name, title]), ''), editorOf('', undefined, await templatesOf(folders)));
  };
  addEventListener('hashchange', () => void open());
  await open();
}

/** Schemes that run without a further decision are what others begin with. */
async function templatesOf(folders: readonly Named[]): Promise<readonly SchemeTemplate[]> {
  const answers = await Promise.all(folders.filter(({ folder }) => folder.endsWith('-demo')).map(async ({ folder, title }) => ({ title, answer: await read(folder) })));
  return answers.flatMap(({ title, answer }) => (answer.ok ? [{ title, ...answer.value }] : []));
}

function editorOf(folder: string, found: Folder | undefined, templates: readonly SchemeTemplate[]): CobuildSchemeEditor {
  let kept: SchemeTexts = found?.files ?? {};
  const editor = make<CobuildSchemeEditor>('cobuild-scheme-editor', { templates, ...(found ?? {}) });
  editor.addEventListener('cobuild-save', (event) => {
    const { files, changedFiles } = (event as unknown as CustomEvent<CobuildSchemeFilesDetail>).detail;
    const name = folder === '' ? idOf(files) : folder;
    const changed = (texts: SchemeTexts): Record<string, string | null> => Object.fromEntries(changedFiles.map((path) => [path, texts[path] ?? null]));
    void call('PUT', `/api/admin/schemes/${encodeURIComponent(name)}/files`, { files: changed(files), before: changed(kept) }).then((answer) => {
      if (!answer.ok) return tellProblems(answer.problems);
      kept = files;
      editor.saved();
      tell(words.saved);
      if (folder === '') location.hash = encodeURIComponent(name);
      return undefined;
    });
  });
  return editor;
}

/** A new scheme's folder is called as it calls itself. */
function idOf(files: SchemeTexts): string {
  try {
    const { id } = JSON.parse(files['scheme.json'] ?? '{}') as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

void main();
