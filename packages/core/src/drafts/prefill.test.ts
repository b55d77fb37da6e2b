import { describe, expect, it } from 'vitest';
import type { PrefilledAnswer } from './index.js';
import { prefill, prefillNotes } from './index.js';

const source = { id: 'organisations', title: { 'zh-CN': '组织机构库' } };
const known = (pointer: string, value: unknown): PrefilledAnswer => ({ pointer, value, source, at: '2026-03-01T00:00:00+08:00' });

describe('prefill', () => {
  it('fills in what nobody answered and keeps the source', () => {
    expect(prefill({ name: ' ' }, [known('/name', '和顺社区'), known('/leader/name', '陈书记')])).toEqual({
      answers: { name: '和顺社区', leader: { name: '陈书记' } },
      prefilled: [known('/name', '和顺社区'), known('/leader/name', '陈书记')],
    });
  });

  it.each([['a text', '我写的'], ['no', false], ['zero', 0]])('never overwrites %s that a person gave', (_, value) => {
    expect(prefill({ a: value }, [known('/a', '库里的')])).toEqual({ answers: { a: value }, prefilled: [] });
  });

  it('leaves empty what the person emptied after it was filled in', () => {
    expect(prefill({}, [known('/a', '库里的')], [known('/a', '库里的')]).answers).toEqual({});
  });

  it('follows the source where nobody changed what it gave before', () => {
    expect(prefill({ a: '旧' }, [known('/a', '新')], [known('/a', '旧')])).toEqual({ answers: { a: '新' }, prefilled: [known('/a', '新')] });
  });

  it('takes no empty value and no whole document from a source', () => {
    expect(prefill({}, [known('/a', ''), known('', { b: 1 })])).toEqual({ answers: {}, prefilled: [] });
  });
});

describe('prefillNotes', () => {
  it('tell a field where its answer came from and whether it was changed since', () => {
    const notes = prefillNotes({ a: '库', b: '改过' }, [known('/a', '库'), known('/b', '库')]);
    expect(notes.get('/a')).toMatchObject({ source, changed: false });
    expect(notes.get('/b')).toMatchObject({ changed: true });
    expect(notes.get('/c')).toBeUndefined();
  });
});
