import { CLOCK } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begun, built, siteOfficer, sites } from '../../../../.storybook/site-years.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-cycle.js';
import type { CobuildCycle } from './cobuild-cycle.js';

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const lines = (element: CobuildCycle, part: string): string[] => Array.from(element.renderRoot.querySelectorAll(`[part=${part}] > li`), words);
const show = (properties: Partial<CobuildCycle> = {}): Promise<CobuildCycle> => mount<CobuildCycle>('cobuild-cycle', { scheme: sites, state: built().now, actor: siteOfficer, today: '2031-12-01', ...properties });
const listen = (element: CobuildCycle): unknown[] => {
  const heard: unknown[] = [];
  element.addEventListener('cobuild-action', (event) => heard.push(event.detail.action));
  return heard;
};
const press = async (element: CobuildCycle, selector: string): Promise<void> => {
  find<HTMLButtonElement>(element, selector).click();
  await element.updateComplete;
  await element.renderRoot.querySelector<CobuildForm>('cobuild-form')?.updateComplete;
};
const ids = (element: CobuildCycle): string[] => Array.from(element.renderRoot.querySelectorAll('.actions button[id]'), ({ id }) => id);

describe('cobuild-cycle', () => {
  it('tells the phases with their days, and what falls due', async () => {
    const element = await show();
    expect(lines(element, 'phases')).toEqual(['已过 创建 2026年3月20日至2027年2月20日', '已过 表彰奖励 2027年2月20日至2029年2月20日', '现在 典型推广 2029年2月21日起，至2032年2月20日止（含当日）']);
    expect(lines(element, 'due').map((line) => line.slice(0, 30))).toEqual([expect.stringContaining('推广情况报告 2032年1月20日前'), expect.stringContaining('续期 2032年2月20日前')]);
  });

  it('tells who is reminded of a duty and when, and who was', async () => {
    const element = await show();
    expect(lines(element, 'told')).toEqual(['2032年1月10日 00:00起提醒示范点负责人。', '2032年1月17日 00:00起提醒区委组织部工作人员。', '到2032年1月27日 00:00还没有办理的，报方案管理员。']);
    const data = { cycle: 'site', duty: 'report', reminder: 'soon', to: 'siteHost', dueAt: '2032-01-21T00:00:00+08:00' };
    element.state = built().act('2032-01-12', { type: 'cycleDutyReminded', data }, CLOCK).now;
    element.today = '2032-01-18';
    await element.updateComplete;
    expect(lines(element, 'told')).toEqual(['已提醒示范点负责人（2032年1月12日）。', '2032年1月17日 00:00起提醒区委组织部工作人员。', '到2032年1月27日 00:00还没有办理的，报方案管理员。']);
  });

  it('offers a renewal in its time only', async () => {
    expect(ids(await show({ today: '2031-11-19' }))).not.toContain('renew-site');
    expect(ids(await show({ today: '2031-11-20' }))).toContain('renew-site');
  });

  it('says that the acceptance is overdue, and lets nobody withdraw what was not approved', async () => {
    const element = await show({ state: begun().now, today: '2027-04-01' });
    expect(lines(element, 'phases')[0]).toMatch(/^已逾期 创建/);
    expect(ids(element)).toEqual([]);
  });

  it('records a renewal, and shows the phase once more', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, '#renew-site');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([{ type: 'cycleRenewed', data: { cycle: 'site' } }]);
    element.state = built().act('2031-12-01', { type: 'cycleRenewed', data: { cycle: 'site' } }).now;
    element.today = '2032-03-01';
    await element.updateComplete;
    expect(lines(element, 'phases').slice(-1)).toEqual(['现在 典型推广 第 1 次续期 2032年2月21日起，至2035年2月20日止（含当日）']);
    expect(element.renderRoot.querySelector('#entry-form')).toBeNull();
  });

  it('asks for the reason before it withdraws, and offers nothing afterwards', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, '#withdraw-site');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([]);
    const form = find<CobuildForm>(element, 'cobuild-form');
    await userEvent.click(find<HTMLInputElement>(form, '[data-pointer="/reason"] input'));
    await userEvent.fill(find<HTMLTextAreaElement>(form, '[data-pointer="/text"] textarea'), '半年没有开放');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([{ type: 'cycleWithdrawn', data: { cycle: 'site', reason: 'notKeptUp', text: '半年没有开放' } }]);
    element.state = built().act('2031-12-01', { type: 'cycleWithdrawn', data: { cycle: 'site', reason: 'notKeptUp', text: '半年没有开放' } }).now;
    await element.updateComplete;
    expect(words(element.renderRoot as unknown as Element)).toContain('已于2031年12月1日撤销，理由：不再达到标准');
    expect(ids(element)).toEqual([]);
  });

  it('is for reading to everybody else', async () => {
    expect(ids(await show({ actor: { id: 'host-jia', role: 'siteHost', unit: 'jia-village' } }))).toEqual([]);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no axe violation and no inline style, %s at %d', async (lang, width) => {
    await page.viewport(width, 900);
    const element = await show({ lang });
    await press(element, '#withdraw-site');
    expect([await axeViolations(element), inlineStyles(element)]).toEqual([[], []]);
  });
});
