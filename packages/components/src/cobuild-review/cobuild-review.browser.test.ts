import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Problem } from '@cobuild/core';
import type { CaseAction } from '@cobuild/rules';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingDemo, gaomingWith } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-review.js';
import type { CobuildReview } from './cobuild-review.js';

beforeEach(() => page.viewport(1280, 900));

const town = actor('reviewer-hecheng');

async function mountReview(play: GaomingPlay, properties: Partial<CobuildReview> = {}): Promise<CobuildReview> {
  const review = await mount<CobuildReview>('cobuild-review', { scheme: play.scheme, state: play.state, actor: town, today: '2026-03-06', ...properties });
  await review.shadowRoot?.querySelector('cobuild-form')?.updateComplete;
  return review;
}

/** Actions that come out, none of them done. */
function watch(review: CobuildReview): CaseAction[] {
  const seen: CaseAction[] = [];
  review.addEventListener('cobuild-action', ({ detail }) => seen.push(detail.action));
  return seen;
}

const focused = (review: CobuildReview): Element | null => review.shadowRoot?.activeElement ?? null;
const label = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
const radio = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('radio', { name, exact: true });
const summary = (review: CobuildReview): string => review.shadowRoot?.querySelector('#error-summary')?.textContent ?? '';
const form = (review: CobuildReview): HTMLElement & { shadowRoot: ShadowRoot } => find(review, 'cobuild-form');
const description = '村“两委”班子履职和村级运转情况';

async function fillFindings(): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: description }), '履职正常，运转有序。');
  await page.getByRole('radiogroup', { name: '是否符合专项资金适用范围' }).or(page.getByRole('group', { name: '是否符合专项资金适用范围' })).getByRole('radio').first().click();
}

describe('cobuild-review: what a desk shows', () => {
  it('shows the answers in words, the stage’s sheet and who submitted', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    expect(find(review, '[data-pointer="/amountRequested"]').textContent).toContain('70,000.00 元');
    expect(find(review, '.sheet h3').textContent).toBe('镇街初审');
    expect(find(review, '.timeline').textContent).toMatch(/提交申报[\s\S]*梁惠仪 村（社区）党组织书记/);
  });

  it('leaves out answers that the actor’s role may not see', async () => {
    const office = await mountReview(new GaomingPlay().submit());
    expect(office.shadowRoot?.textContent).toContain('8002000001230202');
    const resident = await mountReview(new GaomingPlay().submit(), { actor: actor('resident') });
    expect(resident.shadowRoot?.textContent).not.toContain('8002000001230202');
  });

  it.each([['2026-03-26', false], ['2026-03-27', true]])('row 47: on %s the fifteen working days of the stage are over: %s', async (today, over) => {
    const review = await mountReview(new GaomingPlay().submit(), { today });
    expect(find(review, '.facts').textContent).toContain('应于2026年3月26日（星期四）前办结');
    expect(find(review, '.facts').textContent?.includes('已超过办理期限')).toBe(over);
  });

  it('says who acts where it is not this actor’s turn', async () => {
    const review = await mountReview(new GaomingPlay().submit().forward());
    expect(find(review, '.sheet').textContent).toContain('现在由评审委员会办公室工作人员办理“区级会审”');
    expect(review.shadowRoot?.querySelector('#submit, input')).toBeNull();
    expect(find(review, '.timeline').textContent).toMatch(/镇街初审：通过初审，报区级会审[\s\S]*同意推荐。/);
  });

  it('says why a reviewer of another town may not act', async () => {
    const review = await mountReview(new GaomingPlay().submit(), { actor: actor('reviewer-yanghe') });
    expect(find(review, '.sheet').textContent).toContain('只能办理本镇街');
    expect(review.shadowRoot?.querySelector('#submit')).toBeNull();
  });

  it('says that a returned application waits for the applicant', async () => {
    const review = await mountReview(new GaomingPlay().submit().sendBack());
    expect(find(review, '.sheet').textContent).toContain('已退回补正，等待村（社区）党组织书记重新提交');
  });

  it('says how a closed application ended', async () => {
    const review = await mountReview(new GaomingPlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'reject', reason: '不在范围' }, town));
    expect(find(review, '.sheet').textContent).toContain('已经办结：不予推荐');
  });

  it('draws nothing before it has a case', async () => {
    const review = await mount<CobuildReview>('cobuild-review', {});
    expect(review.shadowRoot?.textContent?.trim()).toBe('');
  });
});

describe('cobuild-review: after a return', () => {
  const again = (changes: Record<string, unknown>): GaomingPlay => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit(changes);

  it('row 35: marks changed answers and keeps the earlier text one click away', async () => {
    const review = await mountReview(again({ place: '和顺社区20号' }));
    const row = find(review, '[data-pointer="/place"]');
    expect(row.textContent).toContain('已修改');
    expect(find<HTMLDetailsElement>(row, 'details').open).toBe(false);

    await page.getByText('修改前').click();

    expect(find(row, '.earlier').textContent).toContain('佛山市高明区荷城街道和顺社区18号首层');
    expect(review.shadowRoot?.querySelectorAll('.answers .tag')).toHaveLength(1);
    expect(find(review, '.answers').textContent).toContain('与上一次提交相比，有 1 处修改');
  });

  it('says that nothing was changed', async () => {
    const review = await mountReview(again({}));
    expect(find(review, '.answers').textContent).toContain('内容没有变化');
  });

  it('starts with an empty sheet, also where the same element stays', async () => {
    const play = new GaomingPlay().submit();
    const review = await mountReview(play);
    await fillFindings();
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充照片');
    serve(review, play, town);
    await label('退回补正').click();
    await expect.poll(() => play.state.stage).toBe('recommend');

    review.state = play.moveTo('2026-03-10T10:00:00+08:00').submit().state;
    await review.updateComplete;

    await expect.element(page.getByRole('textbox', { name: description })).toHaveValue('');
    expect(review.shadowRoot?.querySelector('#outcomes :checked')).toBeNull();
  });
});

describe('cobuild-review: settling a stage', () => {
  it('names the outcome on the button and sends form, outcome and opinion', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await radio('通过初审，报区级会审').click();
    await userEvent.fill(page.getByRole('textbox', { name: '意见（选填）' }), ' 同意 ');

    await label('通过初审，报区级会审').click();

    expect(seen).toEqual([{ type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', reason: '同意', answers: { dutyFinding: '履职正常，运转有序。', inScope: true } } }]);
  });

  it('leaves an optional opinion out when it is empty', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await radio('通过初审，报区级会审').click();
    await label('通过初审，报区级会审').click();
    expect(seen[0]?.data).not.toHaveProperty('reason');
  });

  it('does not choose for the reviewer, and asks for the outcome', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await label('提交意见').click();
    await expect.poll(() => focused(review)?.id).toBe('error-summary');
    expect(summary(review)).toContain('请选择处理结果');

    await page.getByRole('link', { name: '请选择处理结果。' }).click();
    await expect.poll(() => focused(review)?.getAttribute('name')).toBe('outcome');
    expect(seen).toEqual([]);
  });

  it('does not let an unfinished form go on; the form’s own summary takes focus', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('通过初审，报区级会审').click();
    await label('通过初审，报区级会审').click();
    await expect.poll(() => form(review).shadowRoot.activeElement?.className).toContain('error-summary');
    expect(seen).toEqual([]);
  });

  it('lets a return go out with a form that is not finished', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充照片');
    await label('退回补正').click();
    expect(seen).toEqual([{ type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请补充照片', answers: {} } }]);
  });

  it.each(['', '   '])('asks for the reason of a return: %j', async (reason) => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), reason);
    await label('退回补正').click();

    await expect.poll(() => focused(review)?.id).toBe('error-summary');
    expect(summary(review)).toContain('请填写“退回补正”的理由');
    await page.getByRole('link', { name: '请填写“退回补正”的理由。' }).click();
    await expect.poll(() => focused(review)?.id).toBe('reason');
    await expect.element(page.getByRole('textbox', { name: '理由' })).toHaveAccessibleDescription(/请填写“退回补正”的理由/);
    expect(seen).toEqual([]);
  });

  it('asks once more before a refusal, in the page, and goes back with Escape', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('不予推荐').click();
    expect(find(review, '#submit').className).toContain('danger');
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '不在适用范围');
    await label('不予推荐').click();
    await expect.poll(() => focused(review)?.id).toBe('confirm-box');
    expect(find(review, '#confirm-box').textContent).toContain('不在适用范围');

    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(review)?.id).toBe('submit');
    expect(seen).toEqual([]);
    await label('不予推荐').click();
    await label('确认不予推荐').click();
    expect(seen).toMatchObject([{ data: { outcome: 'reject', reason: '不在适用范围' } }]);
  });

  it('sends nothing while the host is busy, and keeps focus', async () => {
    const review = await mountReview(new GaomingPlay().submit(), { busy: true });
    const seen = watch(review);
    await radio('退回补正').click();
    find<HTMLTextAreaElement>(review, '#reason').focus();
    await userEvent.keyboard('请补充');
    find(review, '#submit').focus();
    await userEvent.keyboard('{Enter}');
    expect(seen).toEqual([]);
    expect(focused(review)?.id).toBe('submit');
  });

  it('shows why the host refused and keeps what was typed', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充照片');
    const refusal: Problem = { code: 'portal/changed', severity: 'error', document: 'request', pointer: '', params: {}, message: '这份申报刚刚被别人办理过。', remedy: '请刷新后再看。' };
    review.problems = [refusal];
    await review.updateComplete;
    expect(summary(review)).toContain('这份申报刚刚被别人办理过。 请刷新后再看。');
    expect(focused(review)?.id).toBe('error-summary');
    await expect.element(page.getByRole('textbox', { name: '理由' })).toHaveValue('请补充照片');
  });

  it('hands problems of the answers to the form until they are mended', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    review.problems = [{ code: 'x', severity: 'error', document: 'answers', pointer: '/dutyFinding', params: {}, message: '请写得具体一些。' }];
    await review.updateComplete;
    await expect.poll(() => form(review).shadowRoot.textContent).toContain('请写得具体一些。');
    await userEvent.fill(page.getByRole('textbox', { name: description }), '履职正常，运转有序。');
    await radio('退回补正').click();
    expect(find(form(review), '.error-summary, form, fieldset').textContent).not.toContain('请写得具体一些。');
  });
});

describe('cobuild-review: publicity', () => {
  const office = { actor: clerk };

  it.each([
    ['2026-03-06', '2026年3月13日（星期五）', false],
    ['2026-09-28', '2026年10月10日（星期六）', false],
    ['2026-12-24', '2026年12月31日（星期四）', true],
  ])('row 75: posted on %s the five working days end on %s', async (today, until, provisional) => {
    const review = await mountReview(new GaomingPlay().toPublicity(), { ...office, today });
    expect(find(review, '#notice').textContent).toContain(until);
    expect(find(review, '#notice').textContent?.includes('截止日可能调整')).toBe(provisional);
  });

  it('posts the notice; focus stays at it', async () => {
    const play = new GaomingPlay().toPublicity().moveTo('2026-03-06T15:00:00+08:00');
    const review = await mountReview(play, office);
    const seen = serve(review, play);
    await label('发布公示').click();
    await expect.poll(() => play.state.notice?.until).toBe('2026-03-13');
    await review.updateComplete;
    expect(seen).toEqual([{ type: 'noticePublished', data: { notice: 'approvedProjects', postedOn: '2026-03-06', until: '2026-03-13', provisional: false, calendarVersion: review.calendar.version } }]);
    expect(focused(review)?.id).toBe('notice');
    expect(find(review, '#notice').textContent).toContain('公示中');
  });

  it('shows beforehand what the public will read, masked', async () => {
    const review = await mountReview(new GaomingPlay().toPublicity(), office);
    find<HTMLDetailsElement>(review, '#notice details').open = true;
    expect(find(review, '#notice details').textContent).toMatch(/已脱敏/);
    expect(find(review, '#notice details').textContent).not.toContain('区嘉敏');
  });

  it('does not post a notice whose period is open', async () => {
    const play = new GaomingPlay(gaomingWith({ publicityPeriod: 'UNDECIDED' })).toPublicity();
    const review = await mountReview(play, office);
    expect(find(review, '#notice').textContent).toContain('还没有确定公示的天数');
    expect(review.shadowRoot?.querySelector('#publish')).toBeNull();
  });

  it.each([['2026-03-12', true], ['2026-03-13', true], ['2026-03-14', false]])('on %s the period that ends on 13 March holds the confirmation back: %s', async (today, held) => {
    const review = await mountReview(new GaomingPlay().toPublicity().publish(), { ...office, today });
    const button = label('公示无异议，立项');
    expect(find(review, '#submit').getAttribute('aria-disabled') === 'true').toBe(held);
    if (held) await expect.element(button).toHaveAccessibleDescription(/期满后才能确认/);
  });

  it('confirms at the end of the period', async () => {
    const play = new GaomingPlay().toPublicity().publish().moveTo('2026-03-14T09:00:00+08:00');
    const review = await mountReview(play, { ...office, today: '2026-03-14' });
    serve(review, play);
    await label('公示无异议，立项').click();
    await expect.poll(() => play.state.end).toBe('approved');
    await review.updateComplete;
    expect(find(review, '.sheet').textContent).toContain('已经办结：准予立项');
    expect(focused(review)?.className).toContain('sheet');
  });

  const objected = (): GaomingPlay =>
    new GaomingPlay().toPublicity().publish().moveTo('2026-03-10T10:00:00+08:00').act('objectionRaised', { objection: 'o1', text: '门牌号不一致。', contact: '13800138000' }, { id: 'p', role: 'public' }).moveTo('2026-03-16T10:00:00+08:00');

  it('row 76: holds the confirmation back until the objection is answered', async () => {
    const play = objected();
    const review = await mountReview(play, { ...office, today: '2026-03-16' });
    const seen = serve(review, play);
    expect(find(review, '#blocked-reason').textContent).toContain('还有1件异议没有答复');

    await label('答复异议：异议 1').click();
    await expect.poll(() => focused(review)?.getAttribute('name')).toBe('finding-o1');
    await radio('异议不成立').click();
    await label('答复异议：异议 1').click();
    await expect.poll(() => focused(review)?.id).toBe('answer-o1');
    expect(seen).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: '答复内容' }), '已核实，门牌为同一处。');
    await label('答复异议：异议 1').click();

    await expect.poll(() => play.state.objections[0]?.answer).toBe('已核实，门牌为同一处。');
    await review.updateComplete;
    expect(seen).toEqual([{ type: 'objectionAnswered', data: { objection: 'o1', upheld: false, answer: '已核实，门牌为同一处。' } }]);
    expect(find(review, '#submit').hasAttribute('aria-disabled')).toBe(false);
    expect((focused(review) as HTMLElement).dataset['objection']).toBe('o1');
  });

  it('offers a corrected notice, and no confirmation, when an objection was upheld', async () => {
    const play = objected().act('objectionAnswered', { objection: 'o1', upheld: true, answer: '确有错误。' });
    const review = await mountReview(play, { ...office, today: '2026-03-16' });
    serve(review, play);
    expect(find(review, '#blocked-reason').textContent).toContain('有异议成立');
    await label('更正后重新公示').click();
    await expect.poll(() => play.state.notice?.postedOn).toBe('2026-03-16');
  });

  it('shows nobody else how to reach the person who objected', async () => {
    const review = await mountReview(objected(), { actor: town, today: '2026-03-16' });
    expect(review.shadowRoot?.textContent).not.toContain('13800138000）');
    expect(review.shadowRoot?.querySelector('[data-objection]')).toBeNull();
  });
});

describe('cobuild-review: what a host gives', () => {
  it('takes the scheme from a child script', async () => {
    const element = await mountReview(new GaomingPlay().submit(), { scheme: undefined });
    expect(element.shadowRoot?.textContent?.trim()).toBe('');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['part'] = 'scheme';
    script.textContent = JSON.stringify(gaomingDemo);
    element.append(script);
    await expect.poll(() => element.shadowRoot?.textContent).toContain('闲置公共用房改建暖心服务站');
  });

  it.each([
    ['scheme', 'not a scheme'], ['scheme', { stages: [] }], ['state', { id: 7 }], ['state', []], ['actor', 'somebody'], ['problems', [null, { message: 1 }]],
  ])('says that %s has another shape, and the page goes on: %j', async (name, value) => {
    const element = await mountReview(new GaomingPlay().submit(), { [name]: value });
    expect(find(element, '[role=alert]').textContent).toContain('这一部分暂时无法显示');
  });
});

describe('cobuild-review: everybody and everywhere', () => {
  const states: readonly (readonly [string, () => GaomingPlay, Partial<CobuildReview>])[] = [
    ['preliminary', () => new GaomingPlay().submit(), {}],
    ['after a return', () => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '和顺社区20号' }), {}],
    ['not our turn', () => new GaomingPlay().submit().forward(), {}],
    ['notice to post', () => new GaomingPlay().toPublicity(), { actor: clerk }],
    ['notice running', () => new GaomingPlay().toPublicity().publish().act('objectionRaised', { objection: 'o1', text: '门牌号不一致。' }, { id: 'p', role: 'public' }), { actor: clerk }],
  ];

  it.each(states)('has no accessibility violation and no inline style: %s', async (_, play, properties) => {
    for (const lang of ['zh-CN', 'en']) {
      const review = await mountReview(play(), { lang, ...properties });
      for (const details of Array.from(review.shadowRoot?.querySelectorAll('details') ?? [])) details.open = true;
      expect(await axeViolations(review)).toEqual([]);
      expect(inlineStyles(review.renderRoot)).toEqual([]);
      if (lang === 'en') expect(find(review, '.sheet').textContent).not.toMatch(/处理结果|公示期|办理/);
    }
  });

  it('has no accessibility violation with every error and an open question', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    find(review, '[value="reject"]').click();
    await review.updateComplete;
    find(review, '#submit').click();
    await review.updateComplete;
    expect(await axeViolations(review)).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '不在范围');
    find(review, '#submit').click();
    await review.updateComplete;
    expect(find(review, '#confirm-box')).not.toBeNull();
    expect(await axeViolations(review)).toEqual([]);
  });

  it.each([1280, 390])('does not run over the side at %i pixels, also with long texts', async (width) => {
    await page.viewport(width, 800);
    const review = await mountReview(new GaomingPlay().submit({ projectName: '荷'.repeat(60), background: 'x'.repeat(2000) }));
    expect(review.scrollWidth).toBeLessThanOrEqual(review.clientWidth);
  });

  it('leads to the sheet on a phone, where it stands below the answers', async () => {
    await page.viewport(390, 800);
    const review = await mountReview(new GaomingPlay().submit());
    await label('直接去办理').click();
    expect(focused(review)?.className).toContain('sheet');
  });
});
