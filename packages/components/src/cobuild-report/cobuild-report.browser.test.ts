import { chinaCalendar } from '@cobuild/core';
import { openProject } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { actor } from '../../../../.storybook/gaoming.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { exampleScheme } from '../../../../.storybook/examples.js';
import { ProjectPlay, reportAnswers, reviewer, secretary } from '../../../../.storybook/gaoming-projects.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-report.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { CobuildReport } from './cobuild-report.js';

const { scheme } = new ProjectPlay();
const spent = new ProjectPlay().spent();
const reported = new ProjectPlay().reported();
const second = 'progress-2026-04-01-2026-06-30';
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildReport> = {}): Promise<CobuildReport> => mount<CobuildReport>('cobuild-report', { scheme, project: spent.project, actor: secretary, today: '2026-06-22', ...properties });
const listen = (element: CobuildReport): CobuildProjectActionDetail[] => {
  const heard: CobuildProjectActionDetail[] = [];
  element.addEventListener('cobuild-action', (event) => heard.push((event as unknown as CustomEvent<CobuildProjectActionDetail>).detail));
  return heard;
};
const rows = (element: CobuildReport): string[] => Array.from(element.renderRoot.querySelectorAll('[part=schedule] tbody tr'), words);
const press = async (element: CobuildReport, id: string): Promise<void> => {
  find<HTMLButtonElement>(element, `#${id}`).click();
  await element.updateComplete;
  await element.renderRoot.querySelector<CobuildForm>('cobuild-form')?.updateComplete;
};
const form = (element: CobuildReport): CobuildForm => find<CobuildForm>(element, 'cobuild-form');

describe('cobuild-report', () => {
  it('lists the quarters with their last day, weekday and who reports to whom', async () => {
    const [first, ...later] = rows(await show());

    expect(first).toContain('资金使用和运行情况报告由村（社区）党组织书记提交，镇街初审人员审核2026年4月1日至2026年6月30日2026年6月30日 星期二即将到期 还有 6 个工作日');
    expect(later.map((row) => /至\S{9,11}日(\S+) \S+未到期/.exec(row)?.[1])).toEqual(['2026年9月30日', '2026年12月31日']);
  });

  it.each([['2026-06-30', '今天到期'], ['2026-07-01', '逾期未交 已逾期 1 个工作日'], ['2026-07-03', '逾期未交 已逾期 3 个工作日']])('says on %s: %s', async (today, state) => {
    expect(rows(await show({ today }))[0]).toContain(state);
  });

  it('row 81: lists the fourteen events of a year of Qianjiang', async () => {
    const { agreement, ...opening } = spent.project.opening;
    const project = openProject({ ...opening, agreement: { ...agreement, startsOn: '2026-01-01', milestones: [] } });
    const element = await show({ scheme: exampleScheme('qianjiang-innovation-demo'), project, today: '2026-02-02', actor: undefined });

    expect(rows(element)).toHaveLength(14);
    expect(rows(element).filter((row) => row.includes('观摩'))).toHaveLength(2);
  });

  it('row 81: leaves out a period with a reason, only where the scheme lets it pass and for whom the report is due', async () => {
    const { agreement, ...opening } = spent.project.opening;
    const project = openProject({ ...opening, agreement: { ...agreement, startsOn: '2026-01-01', milestones: [] } });
    const qianjiang = exampleScheme('qianjiang-innovation-demo');
    const to = qianjiang.supervision?.reports?.find(({ id }) => id === 'bulletin')?.to ?? '';
    const element = await show({ scheme: qianjiang, project, today: '2026-02-02', actor: { id: 'someone', name: '某人', role: to } });
    const heard = listen(element);
    const first = 'bulletin-2026-01-01-2026-03-31';
    await press(element, `skip-${first}`);
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => form(element).renderRoot.querySelectorAll('.field-error').length).toBe(1);
    await userEvent.fill(find<HTMLTextAreaElement>(form(element), 'textarea'), '本季度没有新进展');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => heard.map(({ action }) => action)).toEqual([{ type: 'reportSkipped', data: { duty: 'bulletin', period: '2026-01-01/2026-03-31', reason: '本季度没有新进展' } }]);
    expect((await show({ actor: reviewer })).renderRoot.querySelector('[id^=skip-]')).toBeNull();
  });

  it('explains which payment waits for which report', async () => {
    const holds = words(find(await show({ today: '2026-07-02' }), '[part=holds]'));

    expect(holds).toContain('“验收合格后拨付”在报告通过以后才能拨付');
    expect(holds).toContain('逾期未交：资金使用和运行情况报告，2026年4月1日至2026年6月30日');
    expect((await show({ project: new ProjectPlay().finished().project, today: '2026-09-11' })).renderRoot.querySelector('[part=holds]')).toBeNull();
  });

  it('takes the report in the form of the scheme, beside the targets of the contract', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, `fill-${second}`);
    expect(find(element, '#entry-form > p').textContent).toBe('报告：资金使用和运行情况报告，2026年4月1日至2026年6月30日');
    expect(words(find(element, '[part=indicators]'))).toContain('全年开放天数300 天');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => form(element).renderRoot.querySelectorAll('.field-error').length).toBeGreaterThan(2);
    expect(heard).toEqual([]);

    form(element).value = reportAnswers;
    await form(element).updateComplete;
    await userEvent.fill(find<HTMLTextAreaElement>(form(element), '[data-pointer="/problems"] textarea'), '雨季影响施工。');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => heard).toEqual([{ project: spent.project.id, action: { type: 'reportSubmitted', data: { duty: 'progress', period: '2026-04-01/2026-06-30', answers: { ...reportAnswers, problems: '雨季影响施工。' } } } }]);
  });

  it('lets the town read, accept or return a report', async () => {
    const element = await show({ project: reported.project, actor: reviewer, today: '2026-07-06' });
    const heard = listen(element);
    await press(element, `read-${second}`);
    expect((element.renderRoot as ShadowRoot).activeElement?.id).toBe('reading');
    await expect.poll(() => words(find(element, 'cobuild-answers').shadowRoot as unknown as Element)).toContain('雨季影响外墙施工');
    find<HTMLButtonElement>(element, `#accept-${second}`).click();
    expect(heard.map(({ action }) => action)).toEqual([{ type: 'reportAccepted', data: { report: 'report-1' } }]);

    await press(element, `return-${second}`);
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await element.updateComplete;
    expect(heard).toHaveLength(1);
    await userEvent.fill(find<HTMLTextAreaElement>(form(element), 'textarea'), '请补凭证号。');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => heard[1]?.action).toEqual({ type: 'reportReturned', data: { report: 'report-1', reason: '请补凭证号。' } });
  });

  it('begins a returned report with what was handed in, says why it came back, and keeps it for comparison', async () => {
    const returned = new ProjectPlay().reported().act('reportReturned', { report: 'report-1', reason: '请补凭证号。' }, reviewer);
    const element = await show({ project: returned.project, today: '2026-07-06' });
    expect(rows(element)[0]).toContain('退回补正');
    await press(element, `read-${second}`);
    expect(words(find(element, '#reading'))).toContain('黄启文2026年7月3日退回：请补凭证号。');
    await press(element, `fill-${second}`);
    expect(form(element).value).toMatchObject({ period: '2026年第二季度' });

    element.project = returned.act('reportSubmitted', { duty: 'progress', period: '2026-04-01/2026-06-30', answers: reportAnswers }, secretary).project;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('cobuild-form')).toBeNull();
    expect(words(find(element, '#reading details'))).toContain('请补凭证号。');
  });

  it.each([['the village', secretary, [`fill-${second}`]], ['the town', reviewer, []], ['another village', actor('secretary-qingchuan'), []], ['the office', clerk, []], ['nobody', undefined, []]])('offers to fill in to %s what is theirs', async (_, who, ids) => {
    expect(Array.from((await show({ actor: who })).renderRoot.querySelectorAll('[id^=fill-]'), ({ id }) => id)).toEqual(ids);
  });

  it('shows why the host refused to accept', async () => {
    const element = await show({ project: reported.project, actor: reviewer, problems: [{ code: 'x', severity: 'error', document: 'action', pointer: '', params: {}, message: '项目记录已被别人更新。' }] });
    expect(words(find(element, '[role=alert]'))).toContain('项目记录已被别人更新。');
  });

  it.each<[string, Partial<CobuildReport>, string]>([['nothing', { scheme: undefined, project: undefined }, '合同开始实施后'], ['no duty', { scheme: { ...scheme, supervision: {} } }, '方案没有规定'], ['a calendar of another shape', { calendar: { ...chinaCalendar, isWorkingDay: 1 as never } }, '/isWorkingDay']])('says what is missing: %s', async (_, properties, sentence) => {
    expect(words((await show(properties)).renderRoot as unknown as Element)).toContain(sentence);
  });

  it.each<[string, Partial<CobuildReport>, string | undefined]>([['filling in', {}, `fill-${second}`], ['in English', { lang: 'en' }, undefined], ['reading', { project: reported.project, actor: reviewer, today: '2026-07-06' }, `read-${second}`]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties, opened) => {
    await page.viewport(1280, 900);
    const element = await show(properties);
    if (opened !== undefined) await press(element, opened);
    await new Promise((done) => setTimeout(done, 50));

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
