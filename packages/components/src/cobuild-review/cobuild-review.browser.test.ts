import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { buttonNamed, description, fillFindings, focused, mountReview, radio, town } from '../../test/review.js';
import type { CobuildReview } from './cobuild-review.js';

beforeEach(() => page.viewport(1280, 900));

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
    await buttonNamed('退回补正').click();
    await expect.poll(() => play.state.stage).toBe('recommend');

    review.state = play.moveTo('2026-03-10T10:00:00+08:00').submit().state;
    await review.updateComplete;

    await expect.element(page.getByRole('textbox', { name: description })).toHaveValue('');
    expect(review.shadowRoot?.querySelector('#outcomes :checked')).toBeNull();
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
    ['notice running', () => new GaomingPlay().toPublicity().publish().act('objectionRaised', { objection: 'o1', text: '门牌号不一致。', contact: '梁先生 13800138000' }, { id: 'p', role: 'public' }), { actor: clerk }],
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
    await buttonNamed('直接去办理').click();
    expect(focused(review)?.className).toContain('sheet');
  });
});
