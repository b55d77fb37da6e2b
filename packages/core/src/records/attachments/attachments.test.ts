import { describe, expect, it } from 'vitest';
import type { Attachment, AttachmentsSettings, AttachmentsValue, FormDefinition } from '../../generated/types.js';
import { accepts } from './accepts.js';
import { attachmentSentences, sizeText } from './attachment-words.js';
import { checkAttachments } from './check-attachments.js';
import { findDataUrls } from './embedded-content.js';
import { filesToPublish, filesToSubmit } from './outgoing-files.js';

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({ id, name: `${id}.pdf`, size: 1000, type: 'application/pdf', hash: 'a'.repeat(64), scan: 'clean', uploadedAt: '2026-03-05T09:00:00+08:00', ...more });
const codes = (value: AttachmentsValue | undefined, settings: AttachmentsSettings = {}): string[] => checkAttachments(value, settings).problems.map(({ code, pointer, severity }) => `${severity} ${code} ${pointer}`);
const minutes = { id: 'minutes', title: { 'zh-CN': '会议记录', en: 'Minutes' }, minimum: 1, maximum: 2 };

describe('checkAttachments', () => {
  it('blocks while a file is in quarantine, whatever the settings say', () => {
    const result = checkAttachments([file('a'), file('b', { scan: 'quarantined' })], { pending: 'warn', failed: 'warn' });
    expect(result.maySubmit).toBe(false);
    expect(result.problems).toMatchObject([{ severity: 'error', pointer: '/1/scan', message: '“b.pdf”没有通过安全检查，已隔离，不能提交' }]);
    expect(checkAttachments([file('a')])).toMatchObject({ maySubmit: true, problems: [], size: 1000, count: 1 });
  });

  it('warns of a file that is not checked yet, and blocks where the settings say so', () => {
    const of = (pending?: AttachmentsSettings['pending']) => { const { maySubmit, problems } = checkAttachments([file('a', { scan: 'pending' })], pending === undefined ? {} : { pending }); return [maySubmit, ...problems.map(({ code, severity }) => `${severity} ${code}`)]; };
    expect([of(), of('warn'), of('block'), of('UNDECIDED')]).toEqual([[true, 'warning attachments/pending'], [true, 'warning attachments/pending'], [false, 'error attachments/pending'], [false, 'undecided records/undecided', 'warning attachments/pending']]);
  });

  it('blocks a file that could not be checked unless the settings say otherwise', () => {
    const of = (settings: AttachmentsSettings) => checkAttachments([file('a', { scan: 'failed' })], settings).maySubmit;
    expect([of({}), of({ failed: 'block' }), of({ failed: 'warn' })]).toEqual([false, false, true]);
  });

  it('takes a state that it does not know for one in which nothing was found out', () => {
    expect(codes([file('a', { scan: 'ok' as 'clean' })], { pending: 'block' })).toEqual(['error attachments/pending /0/scan']);
  });

  it('refuses content among the answers, however it is written', () => {
    for (const more of [{ id: 'data:application/pdf;base64,JVBE' }, { name: ' DaTa:text/plain,x' }, { content: 'JVBE' }, { url: 'https://example.org' }, { hash: 'x'.repeat(600) }, { name: { base64: 'x' } }, { id: 'd\nata:,x' }]) {
      expect(codes([{ ...file('a'), ...more } as Attachment]).join()).toContain('error attachments/content /0/');
    }
    expect(codes(['data:text/plain,x'] as unknown as AttachmentsValue)).toContain('error attachments/content /0');
  });

  it('never repeats content in a sentence', () => {
    expect(checkAttachments([file('a', { name: 'data:text/plain,secret', scan: 'quarantined' })]).problems.map(({ message }) => message).join()).not.toContain('secret');
  });

  it('limits sizes and numbers, below, at and above', () => {
    expect([999, 1000, 1001].map((size) => codes([file('a', { size })], { maximumSize: 1000 }))).toEqual([[], [], ['error attachments/size /0/size']]);
    expect([999, 1000, 1001].map((size) => codes([file('a', { size: 1000 }), file('b', { size })], { maximumTotal: 2000 }))).toEqual([[], [], ['error attachments/total ']]);
    expect([0, 1, 2, 3].map((count) => codes(['a', 'b', 'c'].slice(0, count).map((id) => file(id)), { minimumCount: 1, maximumCount: 2 }))).toEqual([['error attachments/few '], [], [], ['error attachments/many ']]);
  });

  it('counts for what is asked for only files that can be used', () => {
    const of = (...scans: Attachment['scan'][]) => codes(scans.map((scan, index) => file(`f${index}`, { scan, kind: 'minutes' })), { kinds: [minutes], failed: 'warn' }).filter((code) => code.includes('kind'));
    expect([of(), of('clean'), of('pending'), of('failed'), of('quarantined'), of('clean', 'clean', 'clean')]).toEqual([
      ['error attachments/kind-few '], [], [], ['error attachments/kind-few '], ['error attachments/kind-few '], ['error attachments/kind-many '],
    ]);
  });

  it('reads what is no list as no files', () => {
    for (const broken of [undefined, null, 'x', {}]) expect(checkAttachments(broken as AttachmentsValue)).toMatchObject({ count: 0, problems: [] });
  });

  const wrong: [string, AttachmentsValue, AttachmentsSettings][] = [
    ['attachments/content', [{ ...file('a'), content: 'x' } as Attachment], {}], ['attachments/id', [file('')], {}], ['attachments/twice', [file('a'), file('a')], {}], ['attachments/type', [file('a')], { accept: ['image/*'] }],
    ['attachments/empty', [file('a', { size: 0 })], {}], ['attachments/size', [file('a')], { maximumSize: 10 }], ['attachments/total', [file('a')], { maximumTotal: 10 }], ['attachments/few', [], { minimumCount: 1 }],
    ['attachments/many', [file('a')], { maximumCount: 0 }], ['attachments/kind-unknown', [file('a')], { kinds: [minutes] }], ['attachments/kind-few', [], { kinds: [minutes] }],
    ['attachments/kind-many', ['a', 'b', 'c'].map((id) => file(id, { kind: 'minutes' })), { kinds: [minutes] }], ['attachments/quarantined', [file('a', { scan: 'quarantined' })], {}],
    ['attachments/pending', [file('a', { scan: 'pending' })], { pending: 'block' }], ['attachments/failed', [file('a', { scan: 'failed' })], {}],
  ];
  it('calls types as people do', () => {
    const remedy = (locale: 'zh-CN' | 'en'): string | undefined => checkAttachments([file('a')], { accept: ['.docx', 'image/*'] }, { locale }).problems[0]?.remedy;
    expect([remedy('zh-CN'), remedy('en')]).toEqual(['可以上传：.docx、图片。', 'Upload: .docx, images.']);
  });

  it.each(wrong)('says %s in both languages', (code, value, settings) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = checkAttachments(value, settings, { locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect([...wrong.map(([code]) => code), 'attachments/personal-name']).toEqual(Object.keys(attachmentSentences['zh-CN']));
    expect(Object.keys(attachmentSentences.en)).toEqual(Object.keys(attachmentSentences['zh-CN']));
  });
});

describe('accepts', () => {
  it.each<[string[], string, string, boolean]>([
    [['.pdf'], 'A.PDF', '', true], [['.pdf'], '.pdf', 'application/pdf', false], [['.pdf'], 'a.pdf.exe', 'application/pdf', false], [['image/*'], 'x', 'image/png', true], [['image/*'], 'x', 'imagery/png', false],
    [['application/pdf'], 'x', 'application/pdf; charset=x', true], [[], 'x', 'y/z', true], [['.jpg', 'image/png'], 'x.gif', 'image/gif', false],
  ])('%j for %s of type %s: %s', (types, name, type, expected) => {
    expect(accepts(types, { name, type })).toBe(expected);
  });
});

describe('findDataUrls', () => {
  it('finds addresses with content anywhere, and no sentence that begins with “Data:”', () => {
    expect(findDataUrls({ a: ['x', 'data:,x'], 'b/c': { d: ' DATA:image/png;base64,AA==' }, e: 'Data: 20 households, 30 persons', f: 'data: none' })).toEqual(['/a/1', '/b~1c/d']);
  });
});

describe('sizeText', () => {
  it('never makes a file look smaller than it is', () => {
    expect([0, 1023, 1024, 1025, 10 * 1024 ** 2, 10 * 1024 ** 2 + 1, 3 * 1024 ** 3].map(sizeText)).toEqual(['0 B', '1023 B', '1 KB', '1.1 KB', '10 MB', '10.1 MB', '3 GB']);
  });
});

describe('files that go out', () => {
  const answers = {
    photos: [file('p1'), file('p2', { scan: 'pending' }), file('p3', { scan: 'quarantined' }), file('p4', { scan: 'failed' })],
    works: { quotes: [file('q1'), file('p1')] },
    milestones: [{ files: [file('m0')] }, { files: [file('m1', { name: '11010519491231002X.pdf' })] }],
  };
  const places = { files: ['/photos', '/works/quotes', '/milestones/*/files'] };
  const ids = (files: readonly { readonly file: Attachment }[]): string[] => files.map((each) => each.file.id);

  it('leave those of a part that is left out behind, at any depth', () => {
    expect(ids(filesToSubmit(answers, places))).toEqual(['p1', 'p2', 'p4', 'q1', 'm0', 'm1']);
    expect(ids(filesToSubmit(answers, { ...places, without: ['/works'] }))).toEqual(['p1', 'p2', 'p4', 'm0', 'm1']);
    expect(ids(filesToSubmit(answers, { ...places, without: ['/works/quotes', '/milestones/1'] }))).toEqual(['p1', 'p2', 'p4', 'm0']);
    expect(ids(filesToSubmit(answers, { ...places, without: ['/work', '/milestones/*'] }))).toEqual(['p1', 'p2', 'p4', 'q1']);
  });

  it('go once, from the part that stays', () => {
    expect(filesToSubmit(answers, { ...places, without: ['/photos'] }).map(({ pointer }) => pointer)).toEqual(['/works/quotes/0', '/works/quotes/1', '/milestones/0/files/0', '/milestones/1/files/0']);
  });

  const files = { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } };
  const form = (fields: FormDefinition['fields']): FormDefinition => ({
    id: 'f', title: { 'zh-CN': '表' }, fields: fields ?? {},
    schema: { type: 'object', properties: { photos: files, works: { type: 'object', properties: { quotes: files } }, milestones: { type: 'array', items: { type: 'object', properties: { files } } } } },
  });

  it('are published only from fields that say plain, checked, and under no group that says never', () => {
    expect(ids(filesToPublish(form({}), answers, places).files)).toEqual([]);
    expect(ids(filesToPublish(form({ '/photos': { publish: 'plain' } }), answers, places).files)).toEqual(['p1']);
    expect(ids(filesToPublish(form({ '/photos': { publish: 'masked' }, '/works/quotes': { publish: 'aggregate' } }), answers, places).files)).toEqual([]);
    expect(ids(filesToPublish(form({ '/works': { publish: 'never' }, '/works/quotes': { publish: 'plain' } }), answers, places).files)).toEqual([]);
    expect(ids(filesToPublish(form({ '/works/quotes': { publish: 'plain' } }), answers, { ...places, without: ['/works'] }).files)).toEqual([]);
  });

  it('stay where the name holds a personal number', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { files: open, problems } = filesToPublish(form({ '/milestones/*/files': { publish: 'plain' } }), answers, places, { locale });
      expect(ids(open)).toEqual(['m0']);
      expect(problems).toMatchObject([{ code: 'attachments/personal-name', severity: 'warning', pointer: '/milestones/1/files/0/name' }]);
    }
  });

  it('go all the same where the host keeps the name', () => {
    const { files: open, problems } = filesToPublish(form({ '/milestones/*/files': { publish: 'plain' } }), answers, places, { withoutNames: true });
    expect([ids(open), problems]).toEqual([['m0', 'm1'], []]);
  });
});
