import type { FundedProject } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fourOnes, people, responsiblePlay } from '../../../../.storybook/four-ones.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { supervisor } from '../../../../.storybook/gaoming-projects.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-responsibility.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { CobuildHandOverDetail, CobuildResponsibility } from './cobuild-responsibility.js';

const station = responsiblePlay().project;
const park = responsiblePlay('GM-2026-009', '柳岸村口袋公园').project;
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** Cells of a table stand without a blank between them. */
const tight = (text: string): string => text.replace(/ /g, '');
const show = (properties: Partial<CobuildResponsibility> = {}): Promise<CobuildResponsibility> => mount<CobuildResponsibility>('cobuild-responsibility', { scheme: fourOnes, projects: [station], people, actor: clerk, today: '2026-06-22', ...properties });
const rows = (element: CobuildResponsibility, within = '[part=cards] table'): string[] => Array.from(find(element, within).querySelectorAll('tbody tr'), words);
const form = (element: CobuildResponsibility): CobuildForm => find<CobuildForm>(element, 'cobuild-form');
const press = async (element: CobuildResponsibility, selector: string): Promise<void> => {
  find<HTMLButtonElement>(element, selector).click();
  await element.updateComplete;
  await element.renderRoot.querySelector<CobuildForm>('cobuild-form')?.updateComplete;
};
const choose = (element: CobuildResponsibility, pointer: string, label: string): Promise<void> => userEvent.selectOptions(find<HTMLSelectElement>(form(element), `[data-pointer="${pointer}"] select`), label);
const fill = (element: CobuildResponsibility, pointer: string, value: string): Promise<void> => userEvent.fill(find<HTMLInputElement>(form(element), `[data-pointer="${pointer}"] :is(input, textarea)`), value);

/** Says who leaves, who takes over and why, and asks for the list. */
async function leaves(element: CobuildResponsibility, leaver: RegExp, successor: string): Promise<void> {
  await press(element, '#hand-over');
  const named = Array.from(find<HTMLSelectElement>(form(element), '[data-pointer="/leaver"] select').options, ({ label }) => label).find((label) => leaver.test(label)) ?? '';
  await choose(element, '/leaver', named);
  await choose(element, '/successor', successor);
  await fill(element, '/reason', '岗位调整');
  await press(element, '#entry-form-send');
}

describe('cobuild-responsibility', () => {
  it('row 84: shows the card of a project: who holds what since when, what waits there, what is vacant, who held it before', async () => {
    const element = await show();
    const [leader = '', secretary = '', contact = '', team = ''] = rows(element);
    expect(tight(leader)).toContain('包抓领导汪素兰2026年6月19日');
    expect(tight(secretary)).toContain('牵头书记梁惠仪2026年3月20日');
    expect(secretary).toContain('整改：饮水设备超出预算科目 0.50 元，且没有三家比价的材料。（2026年6月24日前）');
    expect(tight(contact)).toContain('联系干部空缺');
    expect(tight(team)).toContain('党员先锋队申报表写明');
    expect(tight(words(find(element, 'details.history')))).toContain('龚志远2026年3月20日至2026年6月19日龚志远调离（');
    expect(Array.from(find(element, 'details.history').querySelectorAll('thead th'), words)).toEqual(['岗位', '责任人', '任职时间', '原因']);
    expect(words(find(element, 'header'))).toContain('1 个项目，空缺 1 个岗位。');
  });

  it('hands a post over on a day and with a reason', async () => {
    const element = await show();
    const heard: CobuildProjectActionDetail[] = [];
    element.addEventListener('cobuild-action', (event) => heard.push((event as unknown as CustomEvent<CobuildProjectActionDetail>).detail));
    await press(element, '#replace-holding-3');
    await choose(element, '/holder', '区志明');
    await fill(element, '/reason', '换届');
    await press(element, '#entry-form-send');
    expect(heard).toEqual([{ project: station.id, action: { type: 'holderReplaced', data: { holding: 'holding-3', holder: people.find(({ id }) => id === 's2'), on: '2026-06-22', reason: '换届' } } }]);
  });

  it('says what the rules have against it, and sends nothing', async () => {
    const element = await show();
    let sent = 0;
    element.addEventListener('cobuild-action', () => { sent += 1; });
    await press(element, '#replace-holding-3');
    await choose(element, '/holder', '梁惠仪');
    await fill(element, '/reason', '换届');
    await press(element, '#entry-form-send');
    expect(words(form(element).renderRoot as unknown as Element)).toContain('梁惠仪现在就在岗，交接要换另一个人。');
    expect(sent).toBe(0);
  });

  it('row 84: a person who leaves with several projects: the list of what moves and what does not comes before the confirmation', async () => {
    const over: FundedProject = { ...park, id: 'GM-1', title: '旧项目', endedOn: '2026-05-30' };
    const element = await show({ projects: [station, park, over] });
    const heard: CobuildHandOverDetail[] = [];
    element.addEventListener('cobuild-hand-over', (event) => heard.push((event as unknown as CustomEvent<CobuildHandOverDetail>).detail));
    await leaves(element, /^梁惠仪/, '区志明');
    const plan = find(element, '[part=plan]');
    expect(words(plan)).toContain('交接清单：梁惠仪交给区志明');
    expect(words(plan)).toContain('可以交接 2 项');
    expect(words(plan)).toContain('不能交接 1 项');
    expect(tight(words(plan))).toContain('旧项目牵头书记项目已于2026年5月30日办结，不再交接；名字留在原来的记录里。');
    expect(heard).toEqual([]);
    await press(element, '#confirm-hand-over');
    expect(heard).toMatchObject([{ leaver: { id: 'secretary-heshun' }, successor: { id: 's2' }, on: '2026-06-22', reason: '岗位调整' }]);
  });

  it('offers no confirmation where nothing can move', async () => {
    const element = await show({ projects: [station, park] });
    await leaves(element, /^梁惠仪/, '关小敏');
    expect(words(find(element, '[part=plan]'))).toContain('没有可以交接的。');
    expect(words(find(element, '[part=plan]'))).toContain('关小敏的角色不能担任“牵头书记”。');
    expect(element.renderRoot.querySelector('#confirm-hand-over')).toBeNull();
  });

  it('is for reading to whoever may not appoint', async () => {
    for (const actor of [undefined, supervisor]) {
      const element = await show({ projects: [station, park], ...(actor === undefined ? { actor: undefined } : { actor }) });
      expect(element.renderRoot.querySelectorAll('#hand-over, [id^="replace-"], [id^="appoint-"]')).toHaveLength(0);
      expect(rows(element)).toHaveLength(2);
    }
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no axe violation and no inline style, %s at %d', async (lang, width) => {
    await page.viewport(width, 900);
    const element = await show({ projects: [station, park], lang });
    await press(element, '#hand-over');
    expect([await axeViolations(element), inlineStyles(element)]).toEqual([[], []]);
    const one = await show({ lang });
    expect([await axeViolations(one), inlineStyles(one)]).toEqual([[], []]);
  });
});
