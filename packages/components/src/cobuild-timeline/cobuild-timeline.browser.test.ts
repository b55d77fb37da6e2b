import type { CaseEvent } from '@cobuild/core';
import { createCalendar } from '@cobuild/core';
import { openProject } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleScheme } from '../../../../.storybook/examples.js';
import { ProjectPlay } from '../../../../.storybook/gaoming-projects.js';
import { GaomingPlay, clerk, memberIds } from '../../../../.storybook/gaoming-states.js';
import { PanelPlay } from '../../../../.storybook/qianjiang-panel.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-timeline.js';
import type { CobuildTimeline } from './cobuild-timeline.js';

const words = (element: CobuildTimeline, selector = '.history'): string => (element.renderRoot.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const lines = (element: CobuildTimeline): string[] => Array.from(element.renderRoot.querySelectorAll('.timeline > li'), (line) => line.textContent.replace(/\s+/g, ' ').trim());
const show = (play: GaomingPlay | PanelPlay, properties: Partial<CobuildTimeline> = {}): Promise<CobuildTimeline> => mount<CobuildTimeline>('cobuild-timeline', { scheme: play.scheme, events: play.state.history, today: '2026-03-20', ...properties });

/** Sent back on 5 March, handed in again on the 10th; the town has fifteen working days. */
const again = (): GaomingPlay => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '和顺社区20号' });
const changed = (events: readonly CaseEvent[], sequence: number): CaseEvent[] => events.map((event) => (event.sequence === sequence ? { ...event, actor: { ...event.actor, name: '别人' } } : event));

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-timeline: the records', () => {
  it('say in order what was done, when, by which role, and where the case went', async () => {
    const said = lines(await show(again().forward()));
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(/^提交申报 ?2026年3月5日 09:30 · .*村（社区）党组织书记 梁惠仪/);
    expect(said[0]).toContain('“镇街初审”应于 2026年3月26日 前办结');
    expect(said[1]).toMatch(/退回补正.*理由：第二条“解决方案”缺少场地照片.*由“镇街初审”转到/);
    expect(said[2]).toMatch(/补正后再次提交.*修改了 1 处.*修改了哪些 ?实施地点/);
    expect(said[3]).toMatch(/第 4 条 ?环节：镇街初审 ?由“镇街初审”转到“区级会审” ?“镇街初审”按期办结/);
  });

  it.each([
    ['2026-03-30T10:00:00+08:00', '按期办结', false],
    ['2026-03-31T10:00:00+08:00', '按期办结', false],
    ['2026-04-01T10:00:00+08:00', '逾期 1 个工作日办结', true],
    ['2026-04-07T10:00:00+08:00', '逾期 4 个工作日办结', true],
  ])('row 47: say in words whether a stage was done within its working days: %s', async (at, sentence, late) => {
    const element = await show(again().moveTo(at).forward(), { today: '2026-04-10' });
    expect(lines(element)[3]).toContain(sentence);
    expect(element.renderRoot.querySelectorAll('.late')).toHaveLength(late ? 1 : 0);
  });

  it('tell nobody who voted what: ballots are one line with their number', async () => {
    const said = lines(await show(new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {}).ballots(5, 2, 1)));
    expect(said.join()).not.toContain('赞成');
    expect(said[said.length - 1]).toMatch(/第 \d+ 至 \d+ 条/);
  });

  it('tell nobody who scored what', async () => {
    const said = lines(await show(new PanelPlay().atPanel().scored([90, 80, 85], [88, 92, 79.5])));
    expect(said[2]).toMatch(/第 3 至 4 条/);
    expect(said.join()).not.toMatch(/秦墨|79\.5/);
  });

  it('say how a case ended', async () => {
    const play = new GaomingPlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'reject', reason: '不在范围' }, { id: 'reviewer-hecheng', role: 'townReviewer', unit: 'hecheng', town: 'hecheng' });
    expect(lines(await show(play))[1]).toContain('办结：不予推荐');
  });

  it('are announced as coming where there is none', async () => {
    expect(words(await show(again(), { events: [] }), '.table-empty')).toContain('还没有办理记录');
  });
});

describe('cobuild-timeline: the chain', () => {
  it('row 90: is verified record by record', async () => {
    expect(words(await show(again()), '[part=chain]')).toBe('共 3 条记录，逐条核对无误，没有被改动。');
  });

  it.each([1, 2, 3])('row 90: names the record that was changed, and marks it and those after it: %d', async (sequence) => {
    const play = again();
    const element = await show(play, { events: changed(play.state.history, sequence) });
    const bad = lines(element).filter((line) => line.includes('不能作为依据'));
    expect(words(element, '[part=chain]')).toContain(`第 ${sequence} 条记录被改动过`);
    expect(words(element, '[part=day]')).toContain(sequence === 1 ? '不能作为依据' : `只能还原到第 ${sequence - 1} 条记录`);
    // Without a single good record there is no case to tell of.
    expect(bad).toHaveLength(sequence === 1 ? 0 : 4 - sequence);
  });

  it('notices that a record is missing', async () => {
    const [first, , third] = again().state.history;
    expect(words(await show(again(), { events: [first, third] as CaseEvent[] }), '[part=chain]')).toContain('第 2 条记录被改动过，或者有缺失');
  });
});

describe('cobuild-timeline: a day', () => {
  it.each([
    ['2026-03-04', '这一天还没有提交申报。', 0],
    ['2026-03-05', '状态 已退回补正，等待重新提交', 2],
    ['2026-03-09', '状态 已退回补正，等待重新提交', 2],
    ['2026-03-10', '所在环节 镇街初审 状态 正在办理', 3],
  ])('row 90: is shown as it stood when it ended: %s', async (day, sentence, count) => {
    const element = await show(again(), { day });
    expect(words(element, '[part=day]')).toContain(sentence);
    expect(lines(element)).toHaveLength(count);
  });

  it('is chosen in a field, and left with one button', async () => {
    const element = await show(again());
    await userEvent.fill(find(element, '#day'), '2026-03-05');
    expect(lines(element)).toHaveLength(2);
    expect(words(element, '[part=events]')).toContain('显示 2 条，共 3 条');
    find<HTMLButtonElement>(element, '#now').click();
    await element.updateComplete;
    expect(lines(element)).toHaveLength(3);
    expect(element.shadowRoot?.activeElement?.id).toBe('day');
  });

  it('cannot be chosen here where the page chooses it', async () => {
    const element = await show(again(), { day: '2026-03-05', fixed: true });
    expect([element.renderRoot.querySelector('input'), words(element, '[part=day]').includes('2026年3月5日')]).toEqual([null, true]);
  });

  it.each([['2026-03-31', '还剩 0 个工作日'], ['2026-04-01', '已逾期 1 个工作日'], ['2026-03-27', '还剩 2 个工作日']])('says what was left of the time then: %s', async (today, sentence) => {
    expect(words(await show(again(), { today }), '[part=day]')).toContain(sentence);
  });
});

describe('cobuild-timeline: time', () => {
  it('row 47: explains a deadline on demand: what counts, what is left out, and whom the clock tells is for the office', async () => {
    const office = await show(new GaomingPlay().submit());
    const counted = find<HTMLDetailsElement>(office, 'details.counted');
    expect([counted.open, words(office, 'details.counted > summary')]).toEqual([false, '期限怎么算']);
    counted.open = true;
    expect(Array.from(counted.querySelectorAll('li'), (line) => line.textContent).slice(0, 4)).toEqual([
      '办理期限：15个工作日，到2026年3月26日为止。', '2026年3月5日到这个环节，当天不计。',
      '计入 15 个工作日：2026年3月6日、2026年3月9日至2026年3月13日、2026年3月16日至2026年3月20日、2026年3月23日至2026年3月26日。', '周末不计（6 天）：2026年3月7日至2026年3月8日、2026年3月14日至2026年3月15日、2026年3月21日至2026年3月22日。',
    ]);
    expect(await axeViolations(office)).toEqual([]);
    const provisional = await show(new GaomingPlay().submit(), { calendar: createCalendar({ version: 'test', years: {} }) });
    expect(words(provisional, 'details.counted')).toContain('2026年的放假安排还没有公布，暂按周末计算，日期为暂定。');
    expect(words(await show(new GaomingPlay().submit(), { view: 'applicant' }), 'details.counted')).not.toContain('提醒');
  });

  it('row 81: shows the cadence of the approved project: done, missing, late and left out', async () => {
    await page.viewport(390, 800);
    const { agreement, ...opening } = new ProjectPlay().paid().project.opening;
    const scheme = exampleScheme('qianjiang-innovation-demo');
    const project = openProject({ ...opening, agreement: { ...agreement, startsOn: '2026-01-01', milestones: [] } });
    const entered = { at: '2026-03-30T09:00:00+08:00', by: clerk };
    const play = new GaomingPlay().submit();
    const element = await show(play, {
      scheme, today: '2026-04-01',
      project: {
        ...project, reports: [{ id: 'report-1', duty: 'schedule', period: '2026-01-01/2026-03-31', status: 'accepted', answers: {}, earlier: [], ...entered }], skipped: [{ duty: 'bulletin', period: '2026-01-01/2026-03-31', reason: '没有新进展', ...entered }],
      },
    });
    const cadence = find(element, '[part=cadence]');
    expect(Array.from(cadence.querySelectorAll('.plain > li'), (line) => line.textContent)).toEqual([
      '季度调度：到期 1 次，按时 1 次；未到期 3 次。', '季度实地督导：到期 1 次，按时 0 次，逾期未办 1 次；未到期 3 次。', '季度反馈通报：到期 1 次，按时 0 次，经说明不办 1 次；未到期 3 次。', '半年现场观摩：到期 0 次，按时 0 次；未到期 2 次。',
    ]);
    find<HTMLDetailsElement>(element, '[part=cadence] details').open = true;
    const rows = Array.from(cadence.querySelectorAll('tbody tr'), (row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect([rows.length, rows.some((row) => /季度实地督导.*逾期未交 已逾期 1 个工作日/.test(row)), rows.some((row) => /季度反馈通报.*不交（有说明） 没有新进展/.test(row))]).toEqual([14, true, true]);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('cobuild-timeline: for the applicant', () => {
  it('names public steps, and neither officials nor votes nor opinions', async () => {
    const element = await show(again().forward().openMeeting(memberIds(1, 22)).vote(18, 3, 1), { view: 'applicant' });
    const said = lines(element).join(' | ');
    expect(said).toMatch(/提交申报.*退回补正.*理由：第二条.*补正后再次提交/);
    for (const secret of ['黄启文', clerk.name ?? '', '同意推荐', '签到', '赞成', '18', '第 1 条']) expect(said).not.toContain(secret);
    expect(element.renderRoot.querySelector('[part=chain]')).toBeNull();
  });
});

describe('cobuild-timeline: everybody', () => {
  it.each<[string, () => Promise<CobuildTimeline>]>([
    ['the records', () => show(again().moveTo('2026-04-07T10:00:00+08:00').forward())],
    ['a changed record', () => show(again(), { events: changed(again().state.history, 2) })],
    ['in English', () => show(again(), { lang: 'en', day: '2026-03-05' })],
    ['for the applicant', () => show(again(), { view: 'applicant' })],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, make) => {
    const element = await make();
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
