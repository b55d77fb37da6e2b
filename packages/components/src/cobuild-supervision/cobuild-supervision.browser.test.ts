import type { FundedProject, ProjectAction } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { actor } from '../../../../.storybook/gaoming.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { ProjectPlay, secretary, supervisor } from '../../../../.storybook/gaoming-projects.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-supervision.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { CobuildSupervision } from './cobuild-supervision.js';

const { scheme } = new ProjectPlay();
const found = new ProjectPlay().found();
/** The same project in another town. */
const elsewhere = (project: FundedProject, id: string): FundedProject => ({ ...project, id, title: '柳岸村口袋公园', applicant: { id: 'liuan-party', name: '柳岸村党支部', level: 'village', unit: 'liuan', town: 'yanghe' } });
const two = [found.project, elsewhere(new ProjectPlay().finished().project, 'GM-2')];
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildSupervision> = {}): Promise<CobuildSupervision> => mount<CobuildSupervision>('cobuild-supervision', { scheme, projects: [found.project], actor: supervisor, today: '2026-06-20', ...properties });
const listen = (element: CobuildSupervision): CobuildProjectActionDetail[] => {
  const heard: CobuildProjectActionDetail[] = [];
  element.addEventListener('cobuild-action', (event) => heard.push((event as unknown as CustomEvent<CobuildProjectActionDetail>).detail));
  return heard;
};
const form = (element: CobuildSupervision): CobuildForm => find<CobuildForm>(element, 'cobuild-form');
const press = async (element: CobuildSupervision, id: string): Promise<void> => {
  find<HTMLButtonElement>(element, `#${id}`).click();
  await element.updateComplete;
  await form(element).updateComplete;
};
const fill = (element: CobuildSupervision, pointer: string, value: string): Promise<void> => userEvent.fill(find<HTMLInputElement>(form(element), `[data-pointer="${pointer}"] :is(input, textarea)`), value);
const choose = (element: CobuildSupervision, label: string): void => Array.from(form(element).renderRoot.querySelectorAll('label')).find((each) => words(each) === label)?.click();
const sent = (element: CobuildSupervision): void => find<HTMLButtonElement>(element, '#entry-form-send').click();
const cards = (element: CobuildSupervision): string[] => Array.from(element.renderRoot.querySelectorAll('.finding h4'), words);
const ids = ({ id }: FundedProject): string => `-${id}-finding-1`;

describe('cobuild-supervision', () => {
  it('says what was found, about what, until when, and which payment it holds until when', async () => {
    const card = words(find(await show(), '.finding'));

    expect(card).toContain('待整改 较重 资金使用 · 和顺社区党委');
    expect(card).toContain('饮水设备超出预算科目 0.50 元，且没有三家比价的材料。');
    expect(card).toContain('涉及内容 专账第 6 笔');
    expect(card).toContain('2026年6月24日前整改 还有 3 个工作日');
    expect(card).toContain('暂停拨付“验收合格后拨付”，到销号为止。');
    expect(card).toContain('现场照片.jpg');
  });

  it('says in English by when once, and has the choices of the filter begin alike', async () => {
    const element = await show({ lang: 'en' });
    expect(words(find(element, '.finding'))).toContain('To be put right by 24 June 2026 3 working days left');
    expect(Array.from(find(element, '#filter-state').querySelectorAll('option'), words)).toEqual(['All', 'Overdue', 'To be put right', 'Answered', 'Closed']);
  });

  it.each([['2026-06-24', '待整改', '今天到期'], ['2026-06-25', '整改逾期', '已逾期 1 个工作日']])('counts the day itself as in time: %s', async (today, state, left) => {
    const card = words(find(await show({ today }), '.finding'));
    expect(card).toContain(state);
    expect(card).toContain(left);
  });

  it('tells in one line how all findings stand', async () => {
    expect(words(find(await show({ projects: two, today: '2026-06-25' }), '[part=statistics]'))).toBe('共 2 个问题：待整改 1 个（其中逾期 1 个），待销号 0 个，已销号 1 个。');
  });

  it('filters by state and town', async () => {
    const element = await show({ projects: two });
    const choose = async (id: string, label: string): Promise<string[]> => {
      await userEvent.selectOptions(find<HTMLSelectElement>(element, `#filter-${id}`), label);
      await element.updateComplete;
      return cards(element);
    };
    expect(cards(element)).toEqual(['闲置公共用房改建暖心服务站 · 第 1 个问题', '柳岸村口袋公园 · 第 1 个问题']);
    expect(await choose('state', '已销号')).toEqual(['柳岸村口袋公园 · 第 1 个问题']);
    expect(await choose('town', '荷城街道')).toEqual([]);
    expect(words(find(element, '[part=findings]'))).toContain('没有符合条件的问题');
    expect(await choose('state', '全部')).toEqual(['闲置公共用房改建暖心服务站 · 第 1 个问题']);
  });

  it('raises a finding with its kind, severity, place and deadline', async () => {
    const element = await show({ projects: [new ProjectPlay().spent().project] });
    const heard = listen(element);
    await press(element, 'raise');
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), '[data-pointer="/body"] select'), '审计部门');
    for (const label of ['项目进度', '严重']) choose(element, label);
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), '[data-pointer="/item"] select'), '拨付：验收合格后拨付');
    await fill(element, '/text', '工期落后一个月。');
    await fill(element, '/dueOn', '2026-07-01');
    sent(element);

    await expect.poll(() => heard.map(({ action }) => action)).toEqual([{ type: 'findingRaised', data: { body: 'audit', kind: 'progress', severity: 'grave', text: '工期落后一个月。', item: { kind: 'tranche', id: 'acceptance' }, dueOn: '2026-07-01' } }]);
  });

  it('says at the deadline that it lies before today, and sends nothing', async () => {
    const element = await show({ projects: [new ProjectPlay().spent().project] });
    const heard = listen(element);
    await press(element, 'raise');
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), '[data-pointer="/body"] select'), '审计部门');
    for (const label of ['项目进度', '一般']) choose(element, label);
    await fill(element, '/text', '工期落后。');
    await fill(element, '/dueOn', '2026-06-19');
    sent(element);

    await expect.poll(() => words(find(form(element), '[data-pointer="/dueOn"]'))).toContain('整改期限不能早于今天');
    expect(heard).toEqual([]);
  });

  it.each<[string, (typeof secretary), FundedProject, string, ProjectAction['type']]>([
    ['the unit answers', secretary, found.project, 'answer', 'findingAnswered'], ['the body closes', supervisor, found.project, 'close', 'findingClosed'], ['the body reopens', supervisor, new ProjectPlay().finished().project, 'reopen', 'findingReopened'],
  ])('%s', async (_, who, project, kind, type) => {
    const element = await show({ actor: who, projects: [project] });
    const heard = listen(element);
    await press(element, `${kind}${ids(project)}`);
    await fill(element, '/text', '已补材料。');
    sent(element);

    await expect.poll(() => heard).toEqual([{ project: project.id, action: { type, data: { finding: 'finding-1', text: '已补材料。' } } }]);
  });

  it.each([['the unit', secretary, ['answer']], ['the body', supervisor, ['raise', 'close']], ['row 83: everybody else reads', clerk, []], ['another village', actor('secretary-qingchuan'), []], ['nobody', undefined, []]])('offers what is for them: %s', async (_, who, kinds) => {
    const element = await show({ actor: who });
    expect(Array.from(element.renderRoot.querySelectorAll('.actions [id]'), ({ id }) => id.split('-')[0])).toEqual(kinds);
  });

  describe('the cadence of reports and events', () => {
    const cadence = (element: CobuildSupervision): HTMLElement => find(element, '[part=cadence]');
    const rows = (table: Element | null | undefined): string[] => Array.from(table?.querySelectorAll('tbody tr') ?? [], words);

    it('says over all projects what is overdue, the earliest first, and on the last day itself nothing', async () => {
      const element = await show({ projects: two, today: '2026-06-30' });
      expect(words(cadence(element))).toContain('没有逾期未办的');
      element.today = '2026-10-12';
      await element.updateComplete;
      expect(words(find(element, '#cadence-total'))).toBe('到期 3 次：按时 0 次，逾期补办 1 次，逾期未办 2 次，经说明不办 0 次；未到期 1 次。');
      const overdue = rows(cadence(element).querySelector('table'));
      // The other project was accepted in the summer: nothing more falls due there.
      expect(overdue).toHaveLength(2);
      expect(overdue[0]).toMatch(/2026年4月1日至2026年6月30日2026年6月30日 已逾期 70 个工作日$/);
      expect(words(cadence(element).querySelector('h4'))).toBe('逾期未办 2 次，最早到期的在前');
    });

    it('adds up by duty and by project, those that are behind first, and by year', async () => {
      const element = await show({ projects: two, today: '2027-05-10' });
      const [, ...tables] = cadence(element).querySelectorAll('table');
      const [duties, projects] = tables.slice(-2).map(rows);
      expect(duties).toHaveLength(1);
      expect(projects).toHaveLength(2);
      const total = words(find(element, '#cadence-total'));
      await userEvent.selectOptions(find<HTMLSelectElement>(element, '#cadence-year'), '2026');
      await element.updateComplete;
      expect(words(find(element, '#cadence-total'))).toMatch(/^到期 4 次/);
      expect(words(find(element, '#cadence-total'))).not.toBe(total);
    });

    it('keeps a long list of what is overdue folded', async () => {
      const many = Array.from({ length: 12 }, (_, index) => elsewhere(new ProjectPlay().paid().project, `GM-${index}`));
      const element = await show({ projects: many, today: '2026-07-02' });
      const folded = cadence(element).querySelector('details');
      expect([words(folded?.querySelector('summary') ?? null), folded?.open, rows(folded).length]).toEqual(['展开其余 2 次', false, 2]);
    });

    it('is empty before work begins, absent where the scheme asks for nothing, and stands alone where nobody raises findings', async () => {
      const element = await show({ projects: [new ProjectPlay().project].map((project) => ({ ...project, agreement: { ...project.agreement, startsOn: undefined } })) });
      expect(words(cadence(element))).toContain('还没有要办的报告和活动');
      element.scheme = { ...scheme, supervision: { ...scheme.supervision, reports: [] } };
      await element.updateComplete;
      expect(element.renderRoot.querySelector('[part=cadence]')).toBeNull();
      element.scheme = { ...scheme, supervision: { ...scheme.supervision, bodies: [] } };
      await element.updateComplete;
      expect([element.renderRoot.querySelector('[part=cadence]') === null, element.renderRoot.querySelector('[part=findings]')]).toEqual([false, null]);
    });

    it('is English in English and has no accessibility violation at either width', async () => {
      await page.viewport(1280, 900);
      const element = await show({ lang: 'en', projects: two, today: '2027-05-10' });
      expect(words(cadence(element))).toMatch(/overdue, the earliest first/);
      expect(cadence(element).textContent).not.toMatch(/逾期|到期/);
      for (const details of cadence(element).querySelectorAll('details')) details.open = true;
      expect(await axeViolations(element)).toEqual([]);
      await page.viewport(390, 800);
      expect(await axeViolations(element)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    });
  });

  it('asks for the project first where there are several', async () => {
    const element = await show({ projects: two });
    expect(element.renderRoot.querySelector('#raise')).toBeNull();
    expect(words(element.renderRoot as unknown as Element)).toContain('请先选择项目');
    await userEvent.selectOptions(find<HTMLSelectElement>(element, '#filter-project'), 'GM-2');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('#raise')).not.toBeNull();
  });

  it('keeps what was typed while another project goes on, and puts the form away when its own does', async () => {
    const element = await show({ projects: two, actor: secretary });
    await press(element, `answer${ids(found.project)}`);
    await fill(element, '/text', '已补');
    element.projects = [found.project, elsewhere(new ProjectPlay().found().project, 'GM-2')];
    await element.updateComplete;
    expect(form(element).value).toEqual({ text: '已补' });

    element.projects = [new ProjectPlay().found().act('findingAnswered', { finding: 'finding-1', text: '已补' }, secretary).project, two[1] as FundedProject];
    await element.updateComplete;
    expect(element.renderRoot.querySelector('cobuild-form')).toBeNull();
    expect(words(find(element, '[role=status]'))).toBe('已提交。');
  });

  it.each<[string, Partial<CobuildSupervision>, string]>([['nothing', { scheme: undefined, projects: [] }, '还没有立项的项目'], ['no finding', { projects: [new ProjectPlay().paid().project] }, '没有监督发现的问题'], ['a project of another shape', { projects: [found.project, { id: 1 } as never] }, '/1']])('says what is missing: %s', async (_, properties, sentence) => {
    expect(words((await show(properties)).renderRoot as unknown as Element)).toContain(sentence);
  });

  it.each<[string, Partial<CobuildSupervision>, string | undefined]>([['raising', {}, 'raise'], ['in English', { lang: 'en', projects: two }, undefined], ['answering', { actor: secretary }, `answer${ids(found.project)}`]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties, opened) => {
    await page.viewport(1280, 900);
    const element = await show(properties);
    if (opened !== undefined) await press(element, opened);

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
