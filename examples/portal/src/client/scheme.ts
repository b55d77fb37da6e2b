import type { SchemeTexts } from '@cobuild/core';
import type { CobuildSchemeEditor, CobuildSchemeFilesDetail, CobuildSchemePublishDetail, SchemeTemplate, SchemeUsage } from '@cobuild/components/define/editor.js';
import { call } from './api.js';
import { wordsOf } from './language.js';
import { backTo, make, partsOf, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { saved: '已保存。发布以后，新的申请才按这些修改办理。', published: (version: string) => `已发布第 ${version} 版，新的申请从现在起按它办理。`, which: '所有方案', existing: '修改已有的方案' },
  en: { saved: 'Saved. New applications run under it once it is published.', published: (version: string) => `Version ${version} is published; new applications run under it from now on.`, which: 'all schemes', existing: 'Change a scheme that is there' },
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
    // One scheme has the page to itself; all of them stand where one is begun, below it: whoever works on a new one need not pass them.
    if (found !== undefined) return show(backTo(words.which), editorOf(folder, found.value, []));
    show(editorOf('', undefined, await templatesOf(folders)), make<HTMLHeadingElement>('h2', { textContent: words.existing }), partsOf(words.which, folders.map(({ folder: name, title }): [string, string] => [name, title]), ''));
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
  const editor = make<CobuildSchemeEditor>('cobuild-scheme-editor', { templates, usage: NOTHING_YET, ...(found ?? {}) });
  const save = async ({ files, changedFiles }: CobuildSchemeFilesDetail): Promise<string | undefined> => {
    const name = folder === '' ? idOf(files) : folder;
    const changed = (texts: SchemeTexts): Record<string, string | null> => Object.fromEntries(changedFiles.map((path) => [path, texts[path] ?? null]));
    if (changedFiles.length > 0) {
      const answer = await call('PUT', `/api/admin/schemes/${encodeURIComponent(name)}/files`, { files: changed(files), before: changed(kept) });
      if (!answer.ok) return void tellProblems(answer.problems);
    }
    kept = files;
    editor.saved();
    return name;
  };
  /** A new scheme has an address of its own from now on; who is working on it goes on working. */
  const settle = async (name: string): Promise<void> => {
    if (folder === '') history.replaceState(null, '', `#${encodeURIComponent(name)}`);
    folder = name;
    return showUsage(editor, name);
  };
  editor.addEventListener('cobuild-save', (event) => {
    void save((event as unknown as CustomEvent<CobuildSchemeFilesDetail>).detail).then(async (name) => {
      if (name === undefined) return;
      tell(words.saved);
      await settle(name);
    });
  });
  editor.addEventListener('cobuild-publish', (event) => {
    const { detail } = event as unknown as CustomEvent<CobuildSchemePublishDetail>;
    void save(detail).then(async (name) => {
      if (name === undefined) return;
      const answer = await call('POST', `/api/admin/schemes/${encodeURIComponent(name)}/publish`, {});
      if (!answer.ok) return tellProblems(answer.problems);
      await settle(name);
      tell(words.published(detail.version));
    });
  });
  if (folder !== '') void showUsage(editor, folder);
  return editor;
}

/** Nobody has applied under a scheme that is not there yet. */
const NOTHING_YET: SchemeUsage = { usedVersions: [], drafts: 0, returned: 0, cases: [], batches: [] };

async function showUsage(editor: CobuildSchemeEditor, folder: string): Promise<void> {
  const answer = await call<SchemeUsage>('GET', `/api/admin/schemes/${encodeURIComponent(folder)}/usage`);
  // A scheme that cannot be read yet has no number to look up; the page that publishes says what is wrong with it.
  if (answer.ok) editor.usage = answer.value;
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
