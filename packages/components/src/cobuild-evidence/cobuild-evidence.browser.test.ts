import type { CaseAction } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { assessment, assessmentDay, atAssessment, officer, papersChecked, recorded } from '../../../../.storybook/evidence-desk.js';
import { clerkOfVillage, consulted, village } from '../../../../.storybook/sheet-desk.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import type { CobuildReview } from '../cobuild-review/cobuild-review.js';
import '../define/cobuild-evidence.js';
import '../define/cobuild-review.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildEvidence } from './cobuild-evidence.js';

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildEvidence> = {}): Promise<CobuildEvidence> => mount<CobuildEvidence>('cobuild-evidence', { scheme: assessment, state: atAssessment(), actor: officer, today: assessmentDay, ...properties });
const lines = (element: CobuildEvidence): string[] => Array.from(element.renderRoot.querySelectorAll('.demand'), words);
const heard = (element: CobuildEvidence): CaseAction[] => {
  const actions: CaseAction[] = [];
  element.addEventListener('cobuild-action', ({ detail }) => actions.push(detail.action));
  return actions;
};
const form = (element: CobuildEvidence): CobuildForm => find<CobuildForm>(element, 'cobuild-form');
const open = async (element: CobuildEvidence, kind: string): Promise<void> => {
  find<HTMLButtonElement>(element, `#record-${kind}`).click();
  await element.updateComplete;
  await expect.poll(() => form(element).renderRoot.querySelector('textarea')).toBeTruthy();
};
const fill = (element: CobuildEvidence, pointer: string, value: string): Promise<void> => userEvent.fill(find<HTMLInputElement>(form(element), `[data-pointer="${pointer}"] :is(input, textarea)`), value);
const send = (element: CobuildEvidence): void => find<HTMLButtonElement>(element, '#entry-form-send').click();

describe('cobuild-evidence', () => {
  it('says what the stage asks for, what there is and what is missing', async () => {
    const element = await show({ state: papersChecked(), hosts: { files: { ...createMemoryFileStore(), link: (id) => `/files/${id}` } } });
    expect(lines(element)).toEqual(['查阅资料 已登记 再登记一次', '听取汇报 还没有登记 登记', '实地走访 还没有登记 登记']);
    expect(words(find(element, '.records'))).toBe('2022年4月11日 田小禾、冉建 方案、进度表和责任分工齐全，预算未附。 附件 1');
    expect(find<HTMLAnchorElement>(element, '.records a').getAttribute('href')).toBe('/files/file-1');
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
  });

  it('enters a record with its day, people and account, and closes the form once the host has it', async () => {
    const element = await show();
    const actions = heard(element);
    await open(element, 'visit');
    expect(await axeViolations(element)).toEqual([]);
    await fill(element, '/participants', '田小禾、 冉建，');
    await fill(element, '/text', '实地看了三个网格。');
    send(element);
    expect(actions).toEqual([{ type: 'evidenceRecorded', data: { kind: 'visit', on: assessmentDay, text: '实地看了三个网格。', participants: ['田小禾', '冉建'] } }]);

    element.state = recorded(atAssessment(), actions[0] as CaseAction);
    await element.updateComplete;
    expect(element.renderRoot.querySelector('cobuild-form')).toBeNull();
    expect(lines(element)[2]).toContain('已登记');
    expect(words(find(element, '[role=status]'))).toBe('已登记：实地走访');
    await expect.poll(() => element.shadowRoot?.activeElement?.id).toBe('record-visit');
  });

  it('keeps what was entered where the rules or the host refuse it, and says why at the question', async () => {
    const element = await show();
    const actions = heard(element);
    await open(element, 'papers');
    await fill(element, '/on', '2022-04-13');
    await userEvent.tab();
    send(element);
    await expect.poll(() => words(find(form(element), '[data-pointer="/on"] .field-error'))).toContain('2022');
    expect(actions).toEqual([]);

    await fill(element, '/on', '2022-04-12');
    await userEvent.tab();
    send(element);
    expect(actions).toHaveLength(1);
    element.problems = [{ code: 'portal/conflict', severity: 'error', document: 'action', pointer: '/data/on', params: {}, message: '其他人刚刚处理过。' }];
    await expect.poll(() => words(find(form(element), '[data-pointer="/on"] .field-error'))).toContain('其他人刚刚处理过。');
    find<HTMLButtonElement>(element, '.entry .actions button:last-child').click();
    await expect.poll(() => element.renderRoot.querySelector('cobuild-form')).toBeNull();
  });

  it('asks for files only where the page keeps them, and shows a reader no form', async () => {
    const element = await show({ hosts: { files: createMemoryFileStore() } });
    await open(element, 'papers');
    expect(form(element).renderRoot.querySelector('[data-pointer="/files"]')).not.toBeNull();
    expect((await show({ actor: { id: 'expert-1', role: 'expert' } })).renderRoot.querySelector('button')).toBeNull();
    expect(words((await show({ state: { ...atAssessment(), stage: 'firstReview' } })).renderRoot.querySelector('p'))).toBe('本环节没有须登记的材料。');
  });

  it('stands on the sheet of a desk', async () => {
    const desk = await mount<CobuildReview>('cobuild-review', { scheme: assessment, state: atAssessment(), actor: officer, today: assessmentDay });
    const records = document.createElement('cobuild-evidence');
    Object.assign(records, { scheme: assessment, state: atAssessment(), actor: officer, today: assessmentDay, slot: 'records' });
    desk.append(records);
    await records.updateComplete;
    expect(records.getBoundingClientRect().height).toBeGreaterThan(100);
    expect(records.assignedSlot?.closest('.sheet')).not.toBeNull();
  });

  it('speaks English', async () => {
    const element = await show({ lang: 'en' });
    expect(lines(element)).toEqual(['Papers not recorded yet Record', 'Hearing not recorded yet Record', 'Site visit not recorded yet Record']);
  });
});

describe('cobuild-evidence: the form of a meeting', () => {
  it('is filled in from what the meeting came to, sent under its stage, and corrected later; no title stands twice', async () => {
    await page.viewport(390, 800);
    const play = consulted();
    const element = await show({ scheme: village, state: play.state, actor: clerkOfVillage, today: '2026-03-02' });
    const actions = heard(element);
    expect(lines(element)).toEqual(['方案已提前送达党员 还没有登记 登记', '镇街干部签字 还没有登记 登记', '四议两公开登记表（二）村“两委”商议 还没有填写 填写', '四议两公开登记表（三）党员大会审议 还没有填写']);
    find<HTMLButtonElement>(element, '#record-consult').click();
    await element.updateComplete;
    await expect.poll(() => form(element).renderRoot.querySelector('[data-pointer="/content"] textarea')).toBeTruthy();
    const titles = Array.from(element.renderRoot.querySelectorAll('h2, h3, h4'), words).concat(Array.from(form(element).renderRoot.querySelectorAll('h1, h2, h3, h4, h5, legend'), words)).filter((title) => title !== '');
    expect(new Set(titles).size, titles.join(' | ')).toBe(titles.length);
    expect(await axeViolations(element)).toEqual([]);
    await fill(element, '/content', '讨论活动室的选址和预算，多数同意。');
    send(element);
    await expect.poll(() => actions).toEqual([{ type: 'evidenceRecorded', data: { kind: 'consult', stage: 'consult', on: '2026-03-02', answers: expect.objectContaining({ content: '讨论活动室的选址和预算，多数同意。', sheet: { steps: [expect.objectContaining({ step: 'consult', entitled: 5, present: 4, for: 3, against: 1, abstain: 0, motion: '修建村民活动室', source: 'members' })] } }) as unknown } }]);

    play.act('evidenceRecorded', actions[0]?.data ?? {});
    element.state = play.state;
    await expect.poll(() => lines(element)[2]).toBe('四议两公开登记表（二）村“两委”商议 已填写 更正');
    find<HTMLButtonElement>(element, '#record-consult').click();
    await expect.poll(() => form(element)?.renderRoot.querySelector<HTMLTextAreaElement>('[data-pointer="/content"] textarea')?.value).toBe('讨论活动室的选址和预算，多数同意。');
  });
});
