import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../generated/types.js';
import { publicAnswers } from '../../publication/public-answers.js';
import { describeAnswers } from '../describe-answers.js';
import type { EntryName } from './entry-names.js';
import { EntryNames, entryNames } from './entry-names.js';
import { widgetText } from './widget-texts.js';

const later = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const text = (lookUp: string, value: unknown, options: object = {}): string | undefined => widgetText({ widget: 'lookUp', value, widgetOptions: { lookUp, ...options } }, 'zh-CN');

describe('EntryNames', () => {
  it('asks a register once, says that it is being read, and tells when the name is there', async () => {
    const names = new EntryNames();
    const asked: unknown[] = [];
    let told = 0;
    names.lend((lookUp, value) => {
      asked.push(value);
      return lookUp === 'areas' ? Promise.resolve({ label: '荷城街道' }) : undefined;
    });
    names.subscribe(() => (told += 1));

    expect([names.nameOf('areas', '440608001'), names.nameOf('areas', '440608001')]).toEqual(['reading', 'reading']);
    await later();
    expect([names.nameOf('areas', '440608001'), told, asked]).toEqual([{ label: '荷城街道' }, 1, ['440608001']]);
  });

  it('says when no register is being asked any more, whether it had the name or failed', async () => {
    const names = new EntryNames();
    const answers: (() => void)[] = [];
    names.lend((_, value) => new Promise<EntryName>((resolve, reject) => answers.push(value === 'a' ? () => resolve({ label: '甲' }) : () => reject(new Error('gone')))));
    await names.settled();
    names.nameOf('units', 'a');
    names.nameOf('units', 'b');
    const told: string[] = [];
    const settled = names.settled().then(() => told.push('settled'));

    answers[0]?.();
    await later();
    const half = [...told];
    answers[1]?.();
    await settled;

    expect([half, told]).toEqual([[], ['settled']]);
    expect([names.nameOf('units', 'a'), names.nameOf('units', 'b')]).toEqual([{ label: '甲' }, 'failed']);
  });

  it('knows nothing of a register that nobody lends, and asks once somebody does', () => {
    const names = new EntryNames();
    const before = names.nameOf('areas', '1');
    const takeBack = names.lend(() => ({ label: '一' }));
    const with1 = names.nameOf('areas', '1');
    takeBack();

    expect([before, with1, names.nameOf('areas', '1'), names.nameOf('areas', '2')]).toEqual([undefined, { label: '一' }, { label: '一' }, undefined]);
  });

  it('tells what is unknown from what could not be read, and asks again for the latter', async () => {
    const names = new EntryNames();
    let works = false;
    names.lend((_, value) => (value === 'none' ? Promise.resolve(undefined) : works ? Promise.resolve({ label: '有' }) : Promise.reject(new Error('offline'))));
    names.nameOf('r', 'none');
    names.nameOf('r', 'some');
    await later();
    const first = [names.nameOf('r', 'none'), names.nameOf('r', 'some')];
    works = true;
    names.retry();
    names.nameOf('r', 'some');
    await later();

    expect([first, names.nameOf('r', 'some')]).toEqual([['unknown', 'failed'], { label: '有' }]);
  });

  it.each(['__proto__', 'constructor'])('is not disturbed by a register named %s', (name) => {
    expect(new EntryNames().nameOf(name, 'toString')).toBeUndefined();
  });
});

describe('the text of an answer that is stored by its code', () => {
  const entries: Readonly<Record<string, EntryName>> = { a: { label: '和顺社区', detail: '91350100M000100Y43' }, b: { label: '荷城街道', detail: '440608001', path: ['佛山市', '高明区'] } };
  entryNames.lend((lookUp, value) => (lookUp === 'texts' ? (entries[String(value)] ?? Promise.resolve(undefined)) : lookUp === 'broken' ? Promise.reject(new Error('offline')) : undefined));

  it('is the name with what tells it apart: what it stands under, else the code', () => {
    expect([text('texts', 'a'), text('texts', 'b')]).toEqual(['和顺社区（91350100M000100Y43）', '佛山市 高明区 荷城街道']);
  });

  it('says why there is no name, and leaves what was typed freely and what nobody can name as it is', async () => {
    const reading = [text('texts', 'x'), text('broken', 'x')];
    await later();

    expect(reading).toEqual(['x（正在读取名称）', 'x（正在读取名称）']);
    expect([text('texts', 'x'), text('broken', 'x'), text('texts', 'x', { freeText: true }), text('nobody', 'x'), text('texts', '')]).toEqual(['x（没有查到名称）', 'x（名称暂时读不到）', undefined, undefined, undefined]);
  });

  it('is said to reviewers, and to the public without the code and masked as the form says', () => {
    const field = (publish: 'plain' | 'masked') => ({ title: { 'zh-CN': '单位' }, widget: 'organisationPicker', widgetOptions: { lookUp: 'texts' }, publish, ...(publish === 'masked' ? { mask: 'name' as const } : {}) });
    const definition: FormDefinition = { id: 'f', title: { 'zh-CN': '表' }, schema: { type: 'object', properties: { plain: { type: 'string' }, masked: { type: 'string' } } }, fields: { '/plain': field('plain'), '/masked': field('masked') } };
    const answers = { plain: 'a', masked: 'a' };

    const seen = JSON.stringify(publicAnswers(definition, answers, 'zh-CN').sections);
    expect(JSON.stringify(describeAnswers(definition, answers, 'zh-CN'))).toContain('和顺社区（91350100M000100Y43）');
    expect([seen.includes('"和顺社区"'), seen.includes('91350100M000100Y43'), /和\*+/.test(seen)]).toEqual([true, false, true]);
  });
});
