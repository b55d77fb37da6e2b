import type { Case, EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { appendDueEvents } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleCases, exampleScheme, playedCase } from '../../../../.storybook/examples.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import '../define/cobuild-demand-board.js';
import type { CobuildDemandBoard } from './cobuild-demand-board.js';

const scheme = exampleScheme('yangjiang-wishes-demo');
const express = exampleScheme('datong-express-demo');
const [wish] = exampleCases('yangjiang-wishes');
const dispatched = { stage: 'dispatch', outcome: 'dispatch', answers: { verified: true, volunteerName: '林志强', attempt: 1 } };
const at = (id: string, reviews: Case['reviews'] = [], changes: Readonly<Record<string, unknown>> = {}): CaseState => playedCase(scheme, { ...(wish as Case), id, answers: { ...wish?.answers, ...changes }, reviews });
const states = [
  at('w1'), at('w2', [dispatched], { wish: '想请人陪着去镇卫生院看病。', kind: 'health' }), at('w3', [dispatched, { stage: 'accept', outcome: 'accept' }]),
  at('w4', [dispatched, { stage: 'accept', outcome: 'decline', reason: '这几天不在村里。' }]), at('w5', [{ stage: 'dispatch', outcome: 'refuse', reason: '有专门渠道。', reasons: ['notAWish'] }]),
];
const clerk: EventActor = { id: 'clerk', role: 'villageClerk', unit: 'haitou', town: 'demo-town' };
const volunteer: EventActor = { ...clerk, id: 'volunteer', role: 'volunteer' };
const resident: EventActor = { id: 'resident-081', role: 'resident', unit: 'haitou', town: 'demo-town' };
const settings = { category: '/kind', escalation: { after: { amount: 2, unit: 'workingDay' as const }, to: 'townOfficer' } };
const show = (properties: Partial<CobuildDemandBoard> = {}): Promise<CobuildDemandBoard> => mount<CobuildDemandBoard>('cobuild-demand-board', { scheme, states, actor: clerk, today: '2026-03-06', settings, ...properties });

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const card = (element: CobuildDemandBoard, id: string): HTMLElement => find(element, `[data-demand="${id}"]`);
const lanes = (element: CobuildDemandBoard): string[] => Array.from(element.renderRoot.querySelectorAll('.lane'), (lane) => lane.getAttribute('aria-label') ?? '');
const press = async (element: CobuildDemandBoard, root: Element, name: string): Promise<void> => {
  const found = Array.from(root.querySelectorAll('button')).find((each) => words(each) === name);
  if (!found) throw new Error(`No button ${name}`);
  found.click();
  await element.updateComplete;
};
const actions = (element: CobuildDemandBoard): CobuildActionDetail[] => {
  const details: CobuildActionDetail[] = [];
  element.addEventListener('cobuild-action', (event) => details.push((event).detail));
  return details;
};

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-demand-board', () => {
  it('shows the demands by state, with who has to act and until when', async () => {
    const element = await show();

    expect(lanes(element)).toEqual(['居民点单，0件', '村（社区）下单，2件', '党员接单，1件', '办理，1件', '居民评价，0件', '已结束，1件']);
    expect(words(card(element, 'w1'))).toContain('轮到我办');
    expect(words(card(element, 'w2'))).toContain('等接单党员办');
    expect(words(card(element, 'w1'))).toContain('2026年3月10日前办，还有2个工作日');
    expect(words(card(element, 'w4'))).toContain('退回过1次');
    expect(words(card(element, 'w5'))).toContain('未予受理');
  });

  it.each([['2026-03-10', '今天（2026年3月10日）到期', false], ['2026-03-11', '已超时1个工作日', false], ['2026-03-12', '已超时2个工作日', false], ['2026-03-13', '已超时3个工作日', true]])('row 64: on %s says “%s”, and that it was told to the town: %s', async (today, sentence, told) => {
    const text = words(card(await show({ today }), 'w1'));

    expect(text).toContain(sentence);
    expect(text.includes('已报镇（街道）工作人员')).toBe(told);
  });

  it.each([['zh-CN', /党员接单：期限(2026年3月\d+日)已过，自动按“超时没有接，收回改派”处理 \S+ \S+ · 系统（按时限自动）/], ['en', /“[^”]+” follows by itself, as its deadline of (\d+ March 2026) has passed .* · By itself, at the deadline/]] as const)('row 64: says in %s why a demand came back by itself, and which day had passed', async (lang, sentence) => {
    const context = { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'w2' };
    const { state, events } = appendDueEvents(scheme, states[1] as CaseState, '2026-03-20T09:00:00+08:00', () => 'late', context);
    expect(events.map(({ type }) => type)).toContain('deadlinePassed');
    const element = await show({ states: [state], lang, today: '2026-03-20' });
    await press(element, card(element, 'w2').parentElement as Element, '想请人陪着去镇卫生院看病。');

    expect(words(find(element, '.timeline'))).toMatch(sentence);
  });

  it('row 64: takes a demand at one press, and hands one back with a reason only', async () => {
    const element = await show({ actor: volunteer });
    const sent = actions(element);
    await press(element, card(element, 'w2'), '接单');
    expect(sent).toEqual([{ caseId: 'w2', action: { type: 'reviewed', data: { stage: 'accept', outcome: 'accept' } } }]);

    await press(element, card(element, 'w2'), '办理');
    await press(element, find(element, '.sheet'), '不接，退回改派');
    find(element, '#submit').click();
    await element.updateComplete;
    expect(words(find(element, '.field-error'))).toBe('请填写“不接，退回改派”的理由');
    expect(sent).toHaveLength(1);

    await userEvent.fill(find<HTMLTextAreaElement>(element, '#reason'), '这几天不在村里。');
    find(element, '#submit').click();
    expect(sent[1]?.action.data).toEqual({ stage: 'accept', outcome: 'decline', reason: '这几天不在村里。' });
  });

  it('row 64: asks for the sheet of a stage before it is done, and for grounds before a refusal', async () => {
    const element = await show();
    const sent = actions(element);
    await press(element, card(element, 'w1'), '派单');
    expect(element.shadowRoot?.activeElement?.className).toContain('sheet');
    find(element, '#submit').click();
    await element.updateComplete;
    expect(sent).toEqual([]);
    expect(words(find(element, '.sheet cobuild-form').shadowRoot as unknown as Element)).toContain('需要修改');

    await press(element, find(element, '#outcomes'), '不予下单');
    find(element, '#submit').click();
    await element.updateComplete;
    expect(words(find(element, '.field-error'))).toBe('请选择至少一项原因；请填写“不予下单”的理由');
    find<HTMLInputElement>(element, 'fieldset input').click();
    await userEvent.fill(find<HTMLTextAreaElement>(element, '#reason'), '有专门的救助渠道。');
    find(element, '#submit').click();
    expect(sent[0]).toEqual({ caseId: 'w1', action: { type: 'reviewed', data: { stage: 'dispatch', outcome: 'refuse', reason: '有专门的救助渠道。', reasons: ['notAWish'] } } });
  });

  it('completes a demand with what was done, and photos of it', async () => {
    const element = await show({ actor: volunteer, hosts: { files: createMemoryFileStore() } });
    const sent = actions(element);
    await press(element, card(element, 'w3'), '已完成');
    const form = find<HTMLElement & { value: unknown; updateComplete: Promise<unknown>; model?: { state: { valid: boolean } } }>(element, '.sheet cobuild-form');
    form.value = { doneOn: '2026-03-06', result: '换好了灯泡。', cost: 20 };
    await form.updateComplete;
    await expect.poll(() => form.shadowRoot?.querySelector('input[type=file]')?.getAttribute('accept')).toBe('image/*');
    // The check of files comes with the first form that has any.
    await expect.poll(() => form.model?.state.valid).toBe(true);
    find(element, '#submit').click();

    expect(sent[0]?.action.data).toEqual({ stage: 'fulfil', outcome: 'done', answers: { doneOn: '2026-03-06', result: '换好了灯泡。', cost: 20 } });
  });

  it('closes the sheet of a demand that has gone on, and goes on with others', async () => {
    const element = await show({ actor: volunteer });
    await press(element, card(element, 'w2'), '办理');
    element.states = states.map((state) => (state.id === 'w2' ? at('w2', [dispatched, { stage: 'accept', outcome: 'accept' }]) : state));
    await element.updateComplete;

    expect(element.renderRoot.querySelector('.sheet')).toBeNull();
    expect(lanes(element)).toContain('办理，2件');
  });

  it('row 64: shows residents the public states only, and what is theirs to rate', async () => {
    const rated = at('w6', [dispatched, { stage: 'accept', outcome: 'accept' }, { stage: 'fulfil', outcome: 'done', answers: { doneOn: '2026-03-05', result: '换好了灯泡。', cost: 20 } }]);
    const element = await show({ actor: resident, states: [...states, rated] });

    expect(lanes(element)).toEqual(['已点单，0件', '村里正在安排，2件', '等待党员接单，1件', '正在办理，1件', '请评价，1件', '已结束，1件']);
    expect(words(element.renderRoot as unknown as Element)).not.toMatch(/退回过|已报|林志强/);
    await press(element, card(element, 'w4').parentElement as Element, '家里电灯坏了，想请人帮忙修一下。');
    expect(words(find(element, '.sheet'))).not.toContain('不在村里');
    expect(words(card(element, 'w6'))).toContain('轮到我办');
  });

  it('filters by what is seen, by category, by turn and by what is late', async () => {
    const element = await show({ today: '2026-03-11' });
    await userEvent.fill(page.getByRole('searchbox'), '卫生院');
    expect(words(find(element, '[role=status]'))).toBe('共5件，找到1件');
    await press(element, find(element, '.filters'), '清除筛选');
    await userEvent.selectOptions(find(element, 'select'), '就医陪护');
    expect(words(find(element, '[role=status]'))).toBe('共5件，找到1件');
    await press(element, find(element, '.filters'), '清除筛选');
    await userEvent.click(page.getByRole('checkbox', { name: '只看轮到我办的' }));
    expect(words(find(element, '[role=status]'))).toBe('共5件，找到2件');
    await userEvent.click(page.getByRole('checkbox', { name: '只看超时的' }));
    await expect.poll(() => words(find(element, '[role=status]'))).toBe('共5件，找到2件');
  });

  it('says what the host refused, at the demand', async () => {
    const element = await show({ actor: volunteer });
    await press(element, card(element, 'w2'), '办理');
    element.problems = [{ code: 'case/wrong-stage', severity: 'error', document: 'action', pointer: '', params: {}, message: '已经由别人接单。' }];
    await element.updateComplete;

    expect(words(find(element, '.sheet [role=alert]'))).toContain('已经由别人接单。');
  });

  it('says what will stand there where there is nothing', async () => {
    expect(words(find(await show({ states: [] }), '.table-empty'))).toContain('居民提出后会出现在这里');
  });

  it('row 65: shows the parcels of the express to each of its roles', async () => {
    const parcels = exampleCases('datong-express-demo').map((each) => playedCase(express, each));
    const element = await mount<CobuildDemandBoard>('cobuild-demand-board', { scheme: express, states: parcels, actor: { id: 'h', role: 'departmentHandler', unit: 'civilAffairs' }, today: '2016-07-20', settings: { category: '/kind' } });

    expect(element.renderRoot.querySelectorAll('[data-demand]')).toHaveLength(24);
    const mine = element.renderRoot.querySelector('.card.mine');
    expect(words(mine)).toContain('办理并答复');
    await press(element, mine as Element, '办理');
    await press(element, find(element, '#outcomes'), '不属本部门，退回改派');
    find(element, '#submit').click();
    await element.updateComplete;
    expect(words(find(element, '.field-error'))).toContain('请填写');
  });

  it.each<[string, Partial<CobuildDemandBoard>]>([['an office', { today: '2026-03-13' }], ['a resident', { actor: resident }], ['in English', { lang: 'en', actor: volunteer }]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const element = await show(properties);
    find(element, '.card .name').click();
    await element.updateComplete;
    const outcome = element.renderRoot.querySelector<HTMLButtonElement>('#outcomes button:last-child');
    outcome?.click();
    await element.updateComplete;

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
