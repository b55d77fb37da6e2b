import type { EventActor, Scoring } from '@cobuild/core';
import { visibleCase } from '@cobuild/rules';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PanelPlay, expert, experts, officer, panelScheme } from '../../../../.storybook/qianjiang-panel.js';
import { serveCases } from '../../../../.storybook/serve-cases.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-score-sheet.js';
import { createMemorySheetDrafts } from '../hosts/sheet-drafts.js';
import type { CobuildScoreSheet } from './cobuild-score-sheet.js';

type Actions = ReturnType<typeof serveCases>;
const served = new WeakMap<CobuildScoreSheet, Actions>();

async function show(plays: PanelPlay | readonly PanelPlay[], actor: EventActor = expert(1), properties: Partial<CobuildScoreSheet> = {}): Promise<CobuildScoreSheet> {
  const all = plays instanceof PanelPlay ? [plays] : plays;
  const element = await mount<CobuildScoreSheet>('cobuild-score-sheet', { scheme: (all[0] as PanelPlay).scheme, states: all.map(({ state }) => state), actor, reviewers: experts, today: '2026-06-10', ...properties });
  served.set(element, serveCases(element, all, actor));
  return element;
}
const at = (card: Partial<Scoring> = {}, id?: string): PanelPlay => new PanelPlay(panelScheme(card), id).atPanel();
const words = (element: CobuildScoreSheet, selector = '.scores'): string => (element.renderRoot.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const has = (element: CobuildScoreSheet, selector: string): boolean => element.renderRoot.querySelector(selector) !== null;
const type = async (element: CobuildScoreSheet, id: string, text: string): Promise<void> => userEvent.fill(find(element, `#mark-${id}`), text);
const fillIn = async (element: CobuildScoreSheet, marks: Readonly<Record<string, string>>): Promise<void> => {
  for (const [id, text] of Object.entries(marks)) await type(element, id, text);
};
const whole = { progress: '90', distinctiveness: '80', problemSolving: '85', shared: '2', late: '1' };
const press = async (element: CobuildScoreSheet, selector: string): Promise<void> => {
  find<HTMLButtonElement>(element, selector).click();
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
};
const actions = (element: CobuildScoreSheet): Actions => served.get(element) ?? [];
const focused = (element: CobuildScoreSheet): string => element.shadowRoot?.activeElement?.id ?? '';
/** Five sheets; the fifth expert is of the applicant's own organisation. */
const four = (): PanelPlay => at().scored([90, 80, 85], [88, 92, 79.5], [95, 70, 90], [60, 62, 58]);

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-score-sheet: one sheet', () => {
  it('shows the criteria of each kind with weight, range, step, anchors, and the answers beside them', async () => {
    const element = await show(at());

    expect(Array.from(element.renderRoot.querySelectorAll('.group > h4'), (head) => head.textContent)).toEqual(['评分项（100 分）', '加分项', '扣分项']);
    expect(words(element, '[data-criterion=progress]')).toMatch(/进展情况权重 30 .*打 0 到 100 分，0.5 分一档。 100 分：全部按期完成60 分：完成过半0 分：没有开展/);
    expect(words(element, '#range-problemSolving')).toBe('打 20 到 100 分，0.5 分一档。');
    expect(words(element, '.evidence')).toContain('党总支带办集体企业');
  });

  it('counts exactly while marks come in: 27 + 24 + 34 + 2 − 1', async () => {
    const element = await show(at());
    await fillIn(element, { progress: '90', distinctiveness: '80' });
    expect(words(element, '.total-line')).toBe('合计 已打 2 / 5 项，目前 51.00 分');

    await fillIn(element, whole);
    expect(words(element, '.total-line')).toBe('合计 全部打完，合计 86.00 分');
    expect(Array.from(element.renderRoot.querySelectorAll('output.points'), (note) => note.textContent)).toEqual(['得 27 分', '得 24 分', '得 34 分', '得 2 分', '扣 1 分']);
  });

  it('says the running total calmly: one line, a while after the last key', async () => {
    const element = await show(at());
    const field = find<HTMLInputElement>(element, '#mark-progress');
    for (const value of ['9', '90']) {
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await element.updateComplete;
    }
    expect(words(element, '#running')).toBe('');
    await vi.waitFor(() => expect(words(element, '#running')).toBe('已打 1 / 5 项，目前 27.00 分'));
  });

  it.each([
    ['19.5', '应在20到100分之间'], ['20', ''], ['20.5', ''], ['20.25', '按0.5分一档'], ['100', ''], ['100.5', '应在20到100分之间'], ['八十', '不是数字'], ['８０．５', ''],
  ])('checks a mark by the rules as it is typed: %s', async (text, problem) => {
    const element = await show(at());
    await type(element, 'problemSolving', text);

    expect(words(element, '#error-problemSolving')).toContain(problem);
    expect(has(element, '#error-problemSolving')).toBe(problem !== '');
    expect(find(element, '#mark-problemSolving').getAttribute('aria-invalid')).toBe(problem === '' ? null : 'true');
  });

  it('changes a mark by its step with the arrow keys and goes on with Enter', async () => {
    const element = await show(at());
    await type(element, 'problemSolving', '20.5');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(find<HTMLInputElement>(element, '#mark-problemSolving').value).toBe('20');
    await userEvent.keyboard('{ArrowUp}');
    expect(find<HTMLInputElement>(element, '#mark-problemSolving').value).toBe('20.5');
    await userEvent.keyboard('{Enter}');
    expect(focused(element)).toBe('mark-shared');
  });

  it.each([[1280, 720], [1280, 560]])('leaves no mark under the total when it has the focus, from key to key: %d × %d', async (width, height) => {
    await page.viewport(width, height);
    const element = await show(at());
    const covered: string[] = [];
    const look = async (): Promise<void> => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const [field, total] = [(element.shadowRoot?.activeElement as Element).getBoundingClientRect(), find(element, '.total').getBoundingClientRect()];
      if (field.bottom > total.top || field.bottom > innerHeight) covered.push(focused(element));
    };
    window.scrollTo(0, 0);
    find(element, '#mark-progress').focus({ preventScroll: true });
    await look();
    for (let marks = 1; marks < 5; marks += 1) {
      await userEvent.keyboard('8{Enter}');
      await look();
    }
    expect(covered).toEqual([]);
    expect(focused(element)).toBe('mark-late');
    expect(getComputedStyle(find(element, '.total')).position).toBe('sticky');
  });

  it('takes the mark of an anchor', async () => {
    const element = await show(at());
    await press(element, '#anchor-progress-1');
    expect(find<HTMLInputElement>(element, '#mark-progress').value).toBe('60');
  });

  it.each<[NonNullable<Scoring['notApplicable']>, string, string]>([
    ['rescale', '其余评分项按权重折算', '全部打完，合计 88.14 分'],
    ['zero', '按 0 分计', '全部打完，合计 62.00 分'],
    ['block', '就没有得分', '有评分项不适用，按方案没有得分'],
  ])('does with "not applicable" what the scheme says: %s', async (notApplicable, policy, total) => {
    const element = await show(at({ notApplicable }));
    await fillIn(element, whole);
    await press(element, '#na-distinctiveness');

    expect(words(element, '#na-policy')).toContain(policy);
    expect(words(element, '.total-line')).toContain(total);
    expect(find<HTMLInputElement>(element, '#mark-distinctiveness').disabled).toBe(true);
  });

  it('names what is missing in a summary that leads to the field', async () => {
    const element = await show(at());
    await fillIn(element, { progress: '90' });
    await press(element, '#submit');

    expect(actions(element)).toEqual([]);
    expect(Array.from(element.renderRoot.querySelectorAll('#error-summary a'), (link) => link.textContent)).toEqual(['辨识度：还没有分数', '解决问题情况：还没有分数', '经验被区外推广：还没有分数', '材料逾期：还没有分数']);
    await press(element, '#error-summary a');
    expect(focused(element)).toBe('mark-distinctiveness');
  });

  it('hands in the marks as numbers, with comments and the group, and shows the sheet read only', async () => {
    const element = await show(at(), expert(1), { panel: 'expert-group-1' });
    await fillIn(element, { ...whole, problemSolving: '85.50' });
    await userEvent.fill(find(element, '#overall'), ' 做法实在。 ');
    await press(element, '#submit');

    expect(actions(element)).toEqual([{
      type: 'scoreSubmitted',
      data: {
        stage: 'siteVisit', reviewer: 'expert-1', name: '秦墨', panel: 'expert-group-1', comment: '做法实在。',
        marks: [{ criterion: 'progress', mark: 90 }, { criterion: 'distinctiveness', mark: 80 }, { criterion: 'problemSolving', mark: 85.5 }, { criterion: 'shared', mark: 2 }, { criterion: 'late', mark: 1 }],
      },
    }]);
    expect(has(element, '.mark')).toBe(false);
    expect(words(element, '.sheet')).toContain('已提交，86.20 分。');
    expect(words(element, '#announcement')).toBe('已提交。要评分的项目都交齐了。');
  });

  it('hands in with Ctrl and Enter', async () => {
    const element = await show(at());
    await fillIn(element, whole);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(actions(element)).toHaveLength(1);
  });

  it('takes a sheet back with a reason, and fills it in again as it was', async () => {
    const element = await show(at().scored([90, 80, 85]));
    await press(element, '#withdraw');
    await press(element, 'form [type=submit]');
    expect(words(element, '#reason-error')).toBe('请填写撤回的原因。');
    await userEvent.fill(find(element, '#reason'), '笔误');
    await press(element, 'form [type=submit]');

    expect(actions(element)).toEqual([{ type: 'scoreWithdrawn', data: { stage: 'siteVisit', reviewer: 'expert-1', reason: '笔误' } }]);
    expect(find<HTMLInputElement>(element, '#mark-problemSolving').value).toBe('85');
    expect(words(element, '#announcement')).toContain('已撤回');
  });

  it('shows what the host refused', async () => {
    const element = await show(at());
    element.problems = [{ code: 'case/scoring-closed', severity: 'error', document: 'action', pointer: '', params: {}, message: '评分已经结束。' }];
    await element.updateComplete;

    expect(words(element, '#error-summary')).toContain('评分已经结束。');
    expect(focused(element)).toBe('error-summary');
  });
});

describe('cobuild-score-sheet: drafts', () => {
  it('keep what was typed in the storage of the host and bring it back', async () => {
    const drafts = createMemorySheetDrafts(() => '2026-06-10T10:32:00+08:00');
    const first = await show(at(), expert(1), { drafts });
    await fillIn(first, { progress: '77.5', shared: '二' });
    await press(first, '#save');
    await vi.waitFor(() => expect(words(first, '#saving')).toBe('草稿已保存 10:32'));
    first.remove();

    const second = await show(at(), expert(1), { drafts });
    await vi.waitFor(() => expect(find<HTMLInputElement>(second, '#mark-progress').value).toBe('77.5'));
    expect(find<HTMLInputElement>(second, '#mark-shared').value).toBe('二');
  });

  it('are saved by themselves, and go once the sheet is in', async () => {
    const drafts = createMemorySheetDrafts();
    const element = await show(at(), expert(1), { drafts });
    await fillIn(element, whole);
    await vi.waitFor(async () => expect((await drafts.load('QJ-2026-001'))?.marks).toHaveLength(5), { timeout: 4000 });
    await press(element, '#submit');
    await vi.waitFor(async () => expect(await drafts.load('QJ-2026-001')).toBeUndefined());
  });

  it('say that saving failed and keep what was typed', async () => {
    const element = await show(at(), expert(1), { drafts: { ...createMemorySheetDrafts(), save: () => Promise.reject(new Error('offline')) } });
    await fillIn(element, { progress: '77' });
    await press(element, '#save');
    await vi.waitFor(() => expect(words(element, '#saving')).toContain('没有保存成功'));
    expect(find<HTMLInputElement>(element, '#mark-progress').value).toBe('77');
  });
});

describe('cobuild-score-sheet: stepping aside', () => {
  it('follows from the unit by the scheme, without a sheet and without the scores of others', async () => {
    const element = await show(four(), expert(5));
    expect(words(element, '.sheet')).toContain('按方案自动回避：与申报单位同一单位');
    expect([has(element, '.mark'), has(element, '[part=panel]')]).toEqual([false, false]);
  });

  it.each([['kin', '须回避', '已登记回避：与项目人员是亲属'], ['tookPart', '仍可评分', '关系在案：参与过这个项目']] as const)('is declared with its ground, which says what follows: %s', async (ground, help, after) => {
    const element = await show(at());
    await press(element, '#recuse');
    await userEvent.selectOptions(find(element, '#ground'), ground);
    expect(words(element, '#reason-help')).toContain(help);
    await userEvent.fill(find(element, '#reason'), '说明情况');
    await press(element, 'form [type=submit]');

    expect(actions(element)).toEqual([{ type: 'conflictDeclared', data: { member: 'expert-1', ground, reason: '说明情况' } }]);
    expect(words(element, '.sheet')).toContain(after);
    expect(has(element, '.mark')).toBe(ground === 'tookPart');
  });

  it('goes back with Escape to the button', async () => {
    const element = await show(at());
    await press(element, '#recuse');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(focused(element)).toBe('recuse'));
  });
});

describe('cobuild-score-sheet: the panel', () => {
  it('row 42: shows nobody a score before all are in, to the one who closes it only who is', async () => {
    const play = at().scored([90, 80, 85], [88, 92, 79.5]);
    const chair = await show(play, officer);
    expect(words(chair, '[part=panel]')).toMatch(/已提交 2 \/ 4 份 还没有提交：向东明、何静/);
    expect(words(chair, '[part=panel]')).toContain('只显示谁已提交');
    expect(words(chair, '[part=panel]')).not.toMatch(/8[0-9](\.\d)?/);
    expect((await show(play, expert(1))).renderRoot.querySelector('[part=panel]')).toBeNull();
  });

  it('row 43: tells once all are in which marks were cut, what the mean is made of, and whose score stands out', async () => {
    const element = await show(four(), officer);

    expect(words(element, '#verdict')).toMatch(/^平均得分\d+\.\d+分：去掉最高分.*、最低分.*其余2个分数合计/);
    const states = Array.from(element.renderRoot.querySelectorAll('[part=panel] > .table tbody tr'), (row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(states.map((row) => /去掉的最高分|去掉的最低分|计入|已回避/.exec(row)?.[0])).toEqual(['计入', '去掉的最高分', '计入', '去掉的最低分', '已回避']);
    expect(states[3]).toMatch(/与中位数相差 25.45 分 ?还没有说明理由/);
    expect(element.renderRoot.querySelectorAll('.dot.far')).toHaveLength(1);
  });

  it('row 46: cannot be closed while a reason is asked for, and says whose', async () => {
    const element = await show(four(), officer);
    expect(find(element, '#close').getAttribute('aria-disabled')).toBe('true');
    expect(words(element, '#close-reason')).toContain('何静');
  });

  it('tells the reviewer who stands out how to give the reason', async () => {
    expect(words(await show(four(), expert(4)), '.sheet')).toContain('请撤回评分表，填写理由后重新提交');
  });

  it('is closed after one more question, with those missing named, and stays so', async () => {
    const element = await show(at().scored([90, 80, 85], [88, 92, 79.5], [92, 84, 86]), officer);
    expect(find(element, '#close').hasAttribute('aria-disabled')).toBe(false);
    await press(element, '#close');
    expect(words(element, '#confirm-box')).toContain('还没有提交的：何静，不再等待。');
    await press(element, '#confirm-box .primary');

    expect(actions(element)).toEqual([{ type: 'scoringClosed', data: { stage: 'siteVisit' } }]);
    expect(words(element, '[part=panel]')).toContain('评分已结束');
    expect(has(element, '#close')).toBe(false);
  });

  it.each([[2, true], [3, false], [4, false]])('needs three sheets: with %d it is blocked: %s', async (count, blocked) => {
    const element = await show(at().scored(...[[90, 80, 85], [88, 92, 80], [92, 84, 86], [90, 85, 85]].slice(0, count)), officer);
    expect(find(element, '#close').hasAttribute('aria-disabled')).toBe(blocked);
  });

  it.each([[2, true], [3, false]])('says how many are in to one of the group who closes it and sees no sheet but their own: with %d it is blocked: %s', async (count, blocked) => {
    const scheme = panelScheme();
    const own = { ...scheme, stages: scheme.stages.map(({ assignment, ...stage }) => (stage.id === 'siteVisit' || assignment === undefined ? stage : { ...stage, assignment })) };
    const play = new PanelPlay(own).submit().scored(...[[90, 80, 85], [88, 92, 80], [92, 84, 86]].slice(0, count));
    const seen = visibleCase(own, play.state, expert(1));
    const element = await mount<CobuildScoreSheet>('cobuild-score-sheet', { scheme: own, states: seen === undefined ? [] : [seen], actor: expert(1), reviewers: experts, panel: 'expert-group-1', panelTitle: '第1专家评审组' });

    // Said once: the reason why it is blocked is the same.
    expect(words(element, '[part=panel]').match(/至少 3 份|需要 3 份/g)).toEqual(['至少 3 份']);
    expect(find(element, '#close').getAttribute('aria-describedby')).toBe('close-count');
    expect(words(element, '#close-count')).toBe(`已交 ${count} 份，至少 3 份才能结束评分。`);
    expect(words(element, '[part=panel] > p')).toBe(`已提交 ${count} 份`);
    expect(find(element, '#close').hasAttribute('aria-disabled')).toBe(blocked);
    expect(words(element, '#panel-title')).toBe('专家组评分（第1专家评审组）');
  });

  it('is read by others without a way to act', async () => {
    const element = await show(at(), { id: 'someone', role: 'taskForce' });
    expect(words(element, '.side')).toBe('由专家评审组成员评分，这里供查看。');
  });
});

describe('cobuild-score-sheet: a batch', () => {
  const batch = (): PanelPlay[] => [at(undefined, 'QJ-1'), at(undefined, 'QJ-2'), at(undefined, 'QJ-3')];

  it('goes from case to case by keyboard and keeps what was typed in each', async () => {
    const element = await show(batch());
    const opened: string[] = [];
    element.addEventListener('cobuild-open', (event) => opened.push((event as CustomEvent<{ id: string }>).detail.id));
    await type(element, 'progress', '70');
    await userEvent.keyboard('{Alt>}{PageDown}{/Alt}');
    await vi.waitFor(() => expect(element.shadowRoot?.activeElement?.className).toBe('score-title'));
    expect(words(element, '[part=cases]')).toContain('第 2 个，共 3 个');
    expect(find<HTMLInputElement>(element, '#mark-progress').value).toBe('');
    await press(element, '#previous');
    expect(find<HTMLInputElement>(element, '#mark-progress').value).toBe('70');
    expect(opened).toEqual(['QJ-2', 'QJ-1']);
  });

  it('begins with the first case without a sheet, and says how many are left', async () => {
    const element = await show([at(undefined, 'QJ-1').scored([90, 80, 85]), at(undefined, 'QJ-2'), at(undefined, 'QJ-3')]);
    expect(words(element, '[part=cases]')).toContain('第 2 个，共 3 个');
    await fillIn(element, whole);
    await press(element, '#submit');
    expect(words(element, '#announcement')).toBe('已提交。还有 1 个项目没有交。');
    expect(words(element, '.cases summary')).toBe('全部项目（已交 2 / 3 份）');
  });

  it('says what will come where there is nothing', async () => {
    expect(words(await mount<CobuildScoreSheet>('cobuild-score-sheet', { scheme: panelScheme(), states: [], actor: expert(1) }), '.table-empty')).toContain('还没有要评分的项目');
    expect(words(await show(new PanelPlay(panelScheme()).submit().act('reviewed', { stage: 'siteVisit', outcome: 'back', reason: '缺材料' }, expert(1))), '.table-empty')).toBe('这个项目现在不在评分环节。');
  });

  it('says that it is reading', async () => {
    const element = await mount<CobuildScoreSheet>('cobuild-score-sheet', { loading: true });
    expect(words(element, '[role=status]')).toContain('正在读取');
  });

  it('puts the host’s own evidence in place of the answers', async () => {
    const element = await show(at());
    const own = Object.assign(document.createElement('p'), { slot: 'evidence', textContent: '实地照片' });
    element.append(own);
    expect(own.assignedSlot?.name).toBe('evidence');
  });
});

describe('cobuild-score-sheet: everybody', () => {
  it.each<[string, () => Promise<CobuildScoreSheet>]>([
    ['a sheet with errors', async () => {
      const element = await show([at(undefined, 'QJ-1'), at(undefined, 'QJ-2')]);
      await type(element, 'progress', '101');
      await press(element, '#submit');
      return element;
    }],
    ['a sheet handed in', () => show(at().scored([90, 80, 85]))],
    ['the panel', () => show(four(), officer)],
    ['the panel in English', () => show(four(), officer, { lang: 'en' })],
    ['a relation', async () => {
      const element = await show(at());
      await press(element, '#recuse');
      return element;
    }],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, make) => {
    const element = await make();

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
