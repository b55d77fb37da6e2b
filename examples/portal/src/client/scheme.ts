import type { Case, SchemeTexts } from '@cobuild/core';
import type { Identity, PublishedVersion } from '@cobuild/rules';
import type { CobuildMakeTestDetail, CobuildSchemeEditor, CobuildSchemeFilesDetail, CobuildSchemePublishDetail, CobuildSimulator, SchemeTemplate, SchemeUsage, SchemeVersion } from '@cobuild/components/define/editor.js';
import { call, readLines } from './api.js';
import { wordsOf } from './language.js';
import { backTo, make, paragraph, partsOf, show, startSession, tell, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': {
    saved: '已保存。发布以后，新的申请才按这些修改办理。', published: (version: string) => `已发布第 ${version} 版，新的申请从现在起按它办理。`, which: '所有方案', existing: '修改已有的方案', faces: '方案页面', edit: '编辑', simulate: '试算',
    changed: '您打开之后，有人保存了这个方案，您的修改没有写进去，也没有丢：请看清双方各改了什么，再恢复您的修改。', broken: '先把方案里的错误改好，才能试算。',
    simulationHelp: '拿已保存的规则，和您正在编辑、还没有保存的规则比一比。案件是这个方案以往的申请；您看不到的内容，这里也看不到。', testRefused: '现在放不进方案，测试另存成了文件：请先在“编辑”页把方案改好，再放进去。',
  },
  en: {
    saved: 'Saved. New applications run under it once it is published.', published: (version: string) => `Version ${version} is published; new applications run under it from now on.`, which: 'all schemes', existing: 'Change an existing scheme', faces: 'Pages of the scheme', edit: 'Edit', simulate: 'Simulate',
    changed: 'Somebody saved this scheme after you opened it. Your changes were not saved and are not lost: see what each side has changed, then restore yours.', broken: 'Correct the errors in the scheme first; then it can be simulated.',
    simulationHelp: 'Compares the saved rules with those that you are editing and have not saved. The cases are past applications under this scheme; what you may not see is not shown here either.', testRefused: 'The scheme cannot take the test now; it was saved as a file. Correct the scheme on the page “Edit” first, then add it.',
  },
});

interface Folder { readonly files: SchemeTexts; readonly base: SchemeTexts; readonly reviewedBase?: unknown }
/** A folder with the title of its scheme. */
interface Named { readonly folder: string; readonly title: string }
/** A scheme that is open here, with what is not saved of it. */
interface Opened { readonly folder: string; readonly editor: CobuildSchemeEditor; readonly cases: readonly Case[]; readonly simulator: CobuildSimulator }

const SIMULATE = 'simulate';
const WORKER = '/assets/cobuild-simulation-worker.js';
const addressHere = (): readonly [folder: string, face: string] => {
  const [folder = '', face = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
  return [folder, face];
};
const read = (folder: string): ReturnType<typeof call<Folder>> => call<Folder>('GET', `/api/admin/schemes/${encodeURIComponent(folder)}/files`);

async function main(): Promise<void> {
  const session = await startSession();
  if (wrongIdentity(session) || session.identity === null) return;
  const { identity } = session;
  const listed = await call<{ folders: readonly Named[] }>('GET', '/api/admin/folders');
  if (!listed.ok) return tellProblems(listed.problems);
  const { folders } = listed.value;
  let opened: Opened | undefined;
  const open = async (): Promise<void> => {
    const [folder, face] = addressHere();
    // What was said of the last one is not about this one.
    if (opened?.folder !== folder) tell('');
    if (folder === '') {
      opened = undefined;
      // All schemes stand below the one that is begun: whoever works on a new one need not pass them.
      return show(editorOf('', undefined, await templatesOf(folders), identity), make<HTMLHeadingElement>('h2', { textContent: words.existing }), partsOf(words.which, folders.map(({ folder: name, title }): [string, string] => [name, title]), ''));
    }
    // What is not saved stays while somebody looks at the simulation.
    if (opened?.folder !== folder) {
      const found = await read(folder);
      if (!found.ok) return tellProblems(found.problems);
      const editor = editorOf(folder, found.value, [], identity);
      const cases = await historyOf(folder, editor);
      editor.cases = cases;
      opened = { folder, editor, cases, simulator: newSimulator(editor) };
    }
    const faces = partsOf(words.faces, [[encodeURIComponent(folder), words.edit], [`${encodeURIComponent(folder)}/${SIMULATE}`, words.simulate]], face === SIMULATE ? `${encodeURIComponent(folder)}/${SIMULATE}` : encodeURIComponent(folder));
    show(backTo(words.which), faces, ...(face === SIMULATE ? simulatorOf(opened) : [opened.editor]));
  };
  addEventListener('hashchange', () => void open());
  await open();
}

/** Schemes that run without a further decision are what others begin with. */
async function templatesOf(folders: readonly Named[]): Promise<readonly SchemeTemplate[]> {
  const answers = await Promise.all(folders.filter(({ folder }) => folder.endsWith('-demo')).map(async ({ folder, title }) => ({ title, answer: await read(folder) })));
  return answers.flatMap(({ title, answer }) => (answer.ok ? [{ title, ...answer.value }] : []));
}

/** Gives the editor the published versions of its scheme; answers with its past cases, as whoever is here may see them. */
async function historyOf(folder: string, editor: CobuildSchemeEditor): Promise<readonly Case[]> {
  const answer = await call<{ id: string; versions: readonly PublishedVersion[] }>('GET', `/api/admin/schemes/${encodeURIComponent(folder)}/versions`);
  if (!answer.ok) return [];
  const { id, versions } = answer.value;
  editor.versions = versions.map((version): SchemeVersion => ({ ...version, read: async () => {
    const found = await call<{ scheme: unknown }>('GET', `/api/scheme?hash=${encodeURIComponent(version.hash)}`);
    if (!found.ok) throw new Error('The version cannot be fetched');
    return found.value.scheme;
  } }));
  const cases: Case[] = [];
  if (versions.length > 0) await readLines<Case>('GET', `/api/cases.jsonl?scheme=${encodeURIComponent(id)}`, (lines) => cases.push(...lines));
  return cases;
}

/** The past cases under the rules that are kept and under those that are being edited. */
function simulatorOf({ editor, cases, simulator }: Opened): readonly HTMLElement[] {
  const [scheme, changedScheme] = [editor.savedScheme, editor.currentScheme];
  if (scheme === undefined || changedScheme === undefined) return [paragraph(words.broken)];
  const isChanged = editor.changedFiles.length > 0;
  // What was turned and kept stays while somebody goes on editing: a scheme that says the same is not handed in again.
  if (JSON.stringify(simulator.scheme) !== JSON.stringify(scheme)) simulator.scheme = scheme;
  if (simulator.cases !== cases) simulator.cases = cases;
  simulator.changedScheme = isChanged ? changedScheme : undefined;
  return [paragraph(words.simulationHelp), simulator];
}

/** A test that is made of a case goes into the scheme that is being edited. */
function newSimulator(editor: CobuildSchemeEditor): CobuildSimulator {
  const simulator = make<CobuildSimulator>('cobuild-simulator', { workerUrl: WORKER });
  simulator.addEventListener('cobuild-make-test', (event) => {
    // Taken, the simulator says so beside its button; else it saves the test as a file.
    if (editor.addTest((event as unknown as CustomEvent<CobuildMakeTestDetail>).detail.test)) event.preventDefault();
    else tell(words.testRefused, 'error');
  });
  return simulator;
}

function editorOf(folder: string, found: Folder | undefined, templates: readonly SchemeTemplate[], identity: Identity): CobuildSchemeEditor {
  let kept: SchemeTexts = found?.files ?? {};
  const editor = make<CobuildSchemeEditor>('cobuild-scheme-editor', { templates, usage: NOTHING_YET, autosave: identity.id, workerUrl: WORKER, ...(found ?? {}) });
  /** The editor offers what was not saved, beside what somebody else saved meanwhile. */
  const takeTheirs = async (): Promise<void> => {
    const theirs = await read(folder);
    if (!theirs.ok) return tellProblems(theirs.problems);
    kept = theirs.value.files;
    Object.assign(editor, theirs.value);
    tell(words.changed, 'error');
  };
  const save = async ({ files, changedFiles }: CobuildSchemeFilesDetail): Promise<string | undefined> => {
    const name = folder === '' ? idOf(files) : folder;
    const changed = (texts: SchemeTexts): Record<string, string | null> => Object.fromEntries(changedFiles.map((path) => [path, texts[path] ?? null]));
    if (changedFiles.length > 0) {
      const answer = await call('PUT', `/api/admin/schemes/${encodeURIComponent(name)}/files`, { files: changed(files), before: changed(kept) });
      if (!answer.ok && folder !== '' && answer.problems.some(({ code }) => code === 'portal/scheme-files-changed')) return void takeTheirs();
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
    editor.cases = await historyOf(name, editor);
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
