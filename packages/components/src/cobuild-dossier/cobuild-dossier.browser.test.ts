import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ProjectPlay, approvedStation } from '../../../../.storybook/gaoming-projects.js';
import { GaomingPlay, clerk } from '../../../../.storybook/gaoming-states.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-dossier.js';
import type { CobuildDossier } from './cobuild-dossier.js';

const state = approvedStation();
const { scheme, project } = new ProjectPlay().found();
const finished = new ProjectPlay().finished().act('holderAppointed', { post: 'firstResponsible', holder: { id: 'secretary-heshun', name: '梁惠仪', role: 'villageSecretary' }, on: '2026-04-01' }, clerk).project;
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildDossier> = {}): Promise<CobuildDossier> => mount<CobuildDossier>('cobuild-dossier', { scheme, state, project, today: '2026-07-10', ...properties });
const index = (element: CobuildDossier): string[] => Array.from(element.renderRoot.querySelectorAll('[part=index] tbody tr'), words);

describe('cobuild-dossier', () => {
  it('row 89: lists every item with its number, and says what is missing and from whom', async () => {
    await page.viewport(1280, 900);
    const element = await show();

    expect(words(find(element, '[part=cover]'))).toContain('项目名称 闲置公共用房改建暖心服务站');
    expect(words(find(element, '[part=cover]'))).toContain('三十年');
    expect(words(find(element, '[part=cover]'))).toContain('计入考核 党组织书记年度考核');
    expect(index(element)).toContain('1 项目基本信息');
    expect(index(element)).toContain('1-1 申报表：第 1 次提交 2026年3月5日 梁惠仪 已有');
    expect(index(element).some((line) => line.startsWith('2-1 合同 2026年4月1日 –'))).toBe(true);
    expect(words(find(element, '[part=completeness]'))).toContain('还缺 3 件');
    expect(Array.from(element.renderRoot.querySelectorAll('[part=completeness] li'), words)).toEqual([
      expect.stringContaining('责任人：第一责任人：由评审委员会办公室工作人员补交'),
      expect.stringContaining('资金使用和运行情况报告：2026年4月1日至2026年6月30日：由村（社区）党组织书记补交 应于2026年6月30日前提交'), expect.stringContaining('监督问题：纪委监委：由和顺社区党委补交 应于2026年6月24日前提交'),
    ]);
  });

  it('opens an item from the index: the answers, the minutes with their numbers, the contract', async () => {
    const element = await show();
    const open = (name: string): HTMLDetailsElement => {
      const link = Array.from(element.renderRoot.querySelectorAll<HTMLButtonElement>('[part=index] button')).find((button) => words(button) === name);
      link?.click();
      return (element.renderRoot as ShadowRoot).activeElement?.closest('details') as HTMLDetailsElement;
    };
    const minutes = open('会议纪要：区级会审');
    expect(minutes.open).toBe(true);
    expect(words(minutes)).toContain('赞成18票，反对3票，弃权1票');
    expect(words(open('合同'))).toContain('柒万元整');
    const answers = open('申报表：第 1 次提交').querySelector('cobuild-answers');
    await expect.poll(() => words(answers?.shadowRoot as unknown as Element)).toContain('闲置公共用房改建暖心服务站');
    expect(words(open('专账'))).toContain('冲销第 4 笔');
  });

  it('names the scheme of the contract in the language of the page', async () => {
    const contract = async (lang: string): Promise<string> => words(find(await show({ lang, scheme: { ...scheme, title: { 'zh-CN': '专项资金', en: 'Special fund' } } }), '[part=contents]'));
    expect(await contract('en')).toContain('Special fund');
    expect(await contract('en')).not.toMatch(/Under: [^.]*专项资金/);
    expect(await contract('zh-CN')).toContain('专项资金');
  });

  it('shows the contents of a whole project: payments, report, closed finding, acceptance', async () => {
    const element = await show({ project: finished, today: '2026-09-11' });
    const contents = Array.from(element.renderRoot.querySelectorAll('[part=contents] details'), words);

    expect(contents.some((text) => text.includes('拨-2026-088') && text.includes('28,000.00 元'))).toBe(true);
    expect(contents.some((text) => text.includes('同意销号'))).toBe(true);
    expect(contents.some((text) => text.includes('验收意见') && text.includes('按合同完成，指标达到。'))).toBe(true);
    expect(words(find(element, '[part=completeness]'))).toMatch(/^说明 应有 (\d+) 件，已有 \1 件。 另有 \d 件以后归档。$/);
  });

  it('is sealed once nothing is missing or to come, such as after a withdrawal, and not before', async () => {
    const element = await show({ state: new GaomingPlay().submit().state, project: undefined, sealing: true });
    expect(element.renderRoot.querySelector('#seal')).toBeNull();

    const refused = new GaomingPlay().toMeeting().act('withdrawn', {}, { id: 'secretary-heshun', name: '梁惠仪', role: 'villageSecretary', unit: 'heshun', town: 'hecheng' }).state;
    element.state = refused;
    await element.updateComplete;
    const heard: { project: string; hash: string }[] = [];
    element.addEventListener('cobuild-seal', (event) => heard.push((event as CustomEvent<{ project: string; hash: string }>).detail));
    find<HTMLButtonElement>(element, '#seal').click();
    expect(heard).toEqual([{ project: refused.id, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);

    element.seal = { hash: heard[0]?.hash ?? '', at: '2026-09-01T10:00:00+08:00' };
    await element.updateComplete;
    expect(words(find(element, '[part=cover]'))).toContain('已封存，内容一致');
    expect(element.renderRoot.querySelector('#seal')).toBeNull();
  });

  it('says that it was changed since it was sealed', async () => {
    const element = await show({ seal: { hash: '0'.repeat(64), at: '2026-07-01T10:00:00+08:00' } });
    expect(words(find(element, '[part=cover]'))).toContain('封存后有变动');
  });

  it('warns of a record that was changed', async () => {
    const history = project.history.map((event, at) => (at === 1 ? { ...event, data: { ...event.data, amount: 1 } } : event)) as typeof project.history;
    const element = await show({ project: { ...project, history } });
    expect(words(find(element, '[role=alert]'))).toContain('项目实施记录第 2 条与前一条对不上');
  });

  it('opens everything at once, and for printing, with the page of official documents on the document meanwhile', async () => {
    const element = await show();
    const opened = (): number => element.renderRoot.querySelectorAll('details[open]').length;
    const all = element.renderRoot.querySelectorAll('details').length;
    const pages = (): string => document.adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join(' ');
    dispatchEvent(new Event('beforeprint'));
    expect([opened(), /margin: 37mm 26mm 35mm 28mm/.test(pages())]).toEqual([all, true]);
    dispatchEvent(new Event('afterprint'));
    expect([opened(), pages()]).toEqual([0, '']);

    find<HTMLButtonElement>(element, '#open-all').click();
    expect(opened()).toBe(all);
  });

  it.each<[string, Partial<CobuildDossier>, string]>([['nothing', { scheme: undefined, state: undefined, project: undefined }, '项目提交申报后'], ['a case of another shape', { state: { id: 1 } as never }, '/id'], ['a seal without its hash', { seal: { at: 'x' } as never }, '/hash']])('says what is missing: %s', async (_, properties, sentence) => {
    expect(words((await show(properties)).renderRoot as unknown as Element)).toContain(sentence);
  });

  it.each<[string, Partial<CobuildDossier>]>([['with missing items', {}], ['in English', { lang: 'en' }], ['before the contract', { project: undefined }]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    await page.viewport(1280, 900);
    const element = await show(properties);
    find<HTMLButtonElement>(element, '#open-all').click();
    await new Promise((done) => setTimeout(done, 50));

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
