import type { PrefillAdapter, PrefilledAnswer } from '@cobuild/core';
import { createMemoryPrefill } from '@cobuild/rules';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, mount } from '../../test/mount.js';
import { smallScheme } from '../../test/small-scheme.js';
import type { CobuildApplication } from '../cobuild-application/cobuild-application.js';
import '../define/cobuild-application.js';
import type { DraftStorage } from './draft-storage.js';

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const input = (application: CobuildApplication, pointer: string): HTMLInputElement => find(application, `[data-pointer="${pointer}"] input`);
const from = (pointer: string, value: unknown, title = '组织机构库'): PrefilledAnswer => ({ pointer, value, source: { id: title, title }, at: '2026-03-01T00:00:00+08:00' });
const register = (...answers: readonly PrefilledAnswer[]): PrefillAdapter => createMemoryPrefill({ application: answers });
const mountWith = (properties: Partial<CobuildApplication>): Promise<CobuildApplication> => mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, ...properties });
const told = (application: CobuildApplication): Promise<string> => vi.waitFor(() => words(find(application, '.draft-prefill')));

beforeEach(() => page.viewport(1280, 900));

describe('answers that the host knows', () => {
  it('row 31: are filled in from its registers, with the source in sight, and nobody types them again', async () => {
    const application = await mountWith({ prefill: register(from('/projectName', '村口路灯', '去年的申报'), from('/households', 60)) });

    expect(await told(application)).toBe('说明 有些内容不用再填项目名称：已按去年的申报（2026年3月1日）填好，可以修改。受益户数：已按组织机构库（2026年3月1日）填好，可以修改。');
    expect(input(application, '/projectName').value).toBe('村口路灯');
    expect(input(application, '/households').value).toBe('60');
    expect(application.value).toEqual({ projectName: '村口路灯', households: 60 });
    expect(await axeViolations(application)).toEqual([]);
  });

  it('row 31: say at the field where they come from, also to readers, and that the person changed them since', async () => {
    const application = await mountWith({ prefill: register(from('/projectName', '村口路灯'), from('/households', 60)) });
    await told(application);
    const field = input(application, '/households');
    const note = (): string => words(find(application, '[data-pointer="/households"] .source'));
    expect(note()).toBe('来自组织机构库，2026年3月1日');
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(find(application, '[data-pointer="/households"] .source').id);

    await userEvent.fill(field, '61');

    expect(note()).toBe('来自组织机构库，2026年3月1日；已修改');
    expect(input(application, '/projectName').closest('.field')?.querySelector('.source')?.textContent).toBe('来自组织机构库，2026年3月1日');
    expect(application.shadowRoot?.querySelectorAll('.source')).toHaveLength(2);
  });

  it('are no longer named where the person changed them', async () => {
    const application = await mountWith({ prefill: register(from('/projectName', '村口路灯'), from('/households', 60)) });
    await told(application);

    await userEvent.fill(input(application, '/households'), '61');
    await application.updateComplete;

    expect(await told(application)).toBe('说明 有些内容不用再填项目名称：已按组织机构库（2026年3月1日）填好，可以修改。');
  });

  it('never replace what a draft has, nor what the person emptied', async () => {
    const drafts: DraftStorage = {
      load: () => Promise.resolve({ answers: { projectName: '我写的' }, savedAt: '2026-03-05T01:00:00Z', prefilled: [from('/households', 60)] }),
      save: () => Promise.resolve({ savedAt: '2026-03-05T01:00:00Z' }),
      remove: () => Promise.resolve(),
    };
    const answersFor = vi.fn(() => Promise.resolve([from('/projectName', '库里的'), from('/households', 60), from('/amount', 100)]));
    const application = await mountWith({ drafts, prefill: { answersFor } });

    await vi.waitFor(() => expect(application.value).toEqual({ projectName: '我写的', amount: 100 }));
    expect(answersFor.mock.calls).toEqual([['application']]);
  });

  it('leave what is typed while the host is asked', async () => {
    let answer = (_: readonly PrefilledAnswer[]): void => undefined;
    const application = await mountWith({ prefill: { answersFor: () => new Promise((resolve) => (answer = resolve)) } });
    await userEvent.fill(input(application, '/projectName'), '我正在写');

    answer([from('/projectName', '库里的'), from('/households', 60)]);
    await told(application);

    expect(application.value).toEqual({ projectName: '我正在写', households: 60 });
  });

  it('are kept with their source in the draft', async () => {
    const save = vi.fn<DraftStorage['save']>(() => Promise.resolve({ savedAt: '2026-03-05T01:00:00Z' }));
    const application = await mountWith({ drafts: { load: () => Promise.resolve(undefined), save, remove: () => Promise.resolve() }, prefill: register(from('/projectName', '村口路灯')) });
    await told(application);
    await userEvent.fill(input(application, '/households'), '5');
    await vi.waitFor(() => expect(save.mock.calls[0]?.[1]).toMatchObject({ prefilled: [from('/projectName', '村口路灯')] }), { timeout: 4000 });
  });

  it('are left out where the form has no such question or the host gave something else', async () => {
    const answersFor = (): Promise<never> => Promise.resolve([from('/unknown', 1), { pointer: '/households', value: 3 }, 'x', from('/projectName', '村口路灯')] as never);
    const application = await mountWith({ prefill: { answersFor } });
    await told(application);
    expect(application.value).toEqual({ projectName: '村口路灯' });
  });

  it('can be filled in by hand where the host fails', async () => {
    const application = await mountWith({ prefill: { answersFor: () => Promise.reject(new Error('offline')) } });
    await vi.waitFor(() => expect(words(application.renderRoot as unknown as Element)).toContain('没有取到已登记的信息'));
    expect(input(application, '/projectName').value).toBe('');
  });
});
