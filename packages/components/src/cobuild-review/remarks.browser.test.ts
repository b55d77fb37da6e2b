import type { AnswerRemark } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, stationRemarks } from '../../../../.storybook/gaoming-states.js';
import { actor } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles } from '../../test/mount.js';
import { buttonNamed, focused, mountReview, radio, summary, town, watch } from '../../test/review.js';
import type { CobuildReview } from './cobuild-review.js';

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const listed = (review: CobuildReview): string[] => Array.from(review.renderRoot.querySelectorAll('#remarks li'), words);

/** Opens the remark of an answer and types into it. */
async function write(review: CobuildReview, pointer: string, text: string): Promise<void> {
  find(review, `[data-pointer="${pointer}"] .remark-add button`).click();
  await review.updateComplete;
  await userEvent.fill(find<HTMLTextAreaElement>(review, `[data-pointer="${pointer}"] textarea`), text);
}

async function save(review: CobuildReview, pointer: string): Promise<void> {
  find(review, `[data-pointer="${pointer}"] .remark .primary`).click();
  await review.updateComplete;
}

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-review: remarks of a return', () => {
  it('are written at the answers once the return is chosen, and sent with it', async () => {
    const play = new GaomingPlay().submit();
    const review = await mountReview(play);
    const seen = watch(review);
    expect(review.renderRoot.querySelector('.remark-add')).toBeNull();

    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充');
    await write(review, '/place', '请写到楼层');
    await save(review, '/place');
    expect(listed(review)).toEqual(['实施地点请写到楼层']);
    await buttonNamed('退回补正').click();

    expect(seen).toMatchObject([{ type: 'reviewed', data: { outcome: 'return', reason: '请补充', remarks: [{ pointer: '/place', text: '请写到楼层' }] } }]);
  });

  it('lead from the sheet to the remark, and from there back with Escape', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    await radio('退回补正').click();
    await write(review, '/place', '请写到楼层');
    await save(review, '/place');

    find(review, '#remarks li .link').click();
    await expect.poll(() => focused(review)?.id).toMatch(/^remark-/);
    find(review, '[data-pointer="/place"] .remark button').click();
    await review.updateComplete;
    await userEvent.keyboard('{Escape}');

    await expect.poll(() => focused(review)?.getAttribute('aria-label')).toBe('修改备注：实施地点');
  });

  it('are not lost where the next one is opened, or the return sent, without saving', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充');
    await write(review, '/place', '第一条');
    await write(review, '/contactPhone', '第二条');
    await buttonNamed('退回补正').click();

    expect(seen[0]?.data['remarks']).toEqual([{ pointer: '/place', text: '第一条' }, { pointer: '/contactPhone', text: '第二条' }]);
  });

  it('stay here with another outcome, and it is said', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await write(review, '/place', '请写到楼层');
    await save(review, '/place');
    await radio('不予推荐').click();

    expect(find(review, '#remarks-kept').textContent).toContain('已写的 1 条备注只随退回补正发给申报单位');
    expect(review.renderRoot.querySelector('.remark button')).toBeNull();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '不在范围');
    await buttonNamed('不予推荐').click();
    await buttonNamed('确认不予推荐').click();
    expect(seen[0]?.data).not.toHaveProperty('remarks');
  });

  it('that the host refuses are named in the summary, which leads to them', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    await radio('退回补正').click();
    await write(review, '/place', '请写到楼层');
    await save(review, '/place');
    review.problems = [{ code: 'case/remark-too-long', severity: 'error', document: 'action', pointer: '/data/remarks/0/text', params: {}, message: '对“实施地点”的备注不能超过2000个字，现有2001个字。' }];
    await review.updateComplete;

    expect(summary(review)).toContain('对“实施地点”的备注不能超过2000个字');
    find(review, '#error-summary a').click();
    await expect.poll(() => focused(review)?.id).toMatch(/^remark-/);
  });

  it('cannot be written where there is nothing to return', async () => {
    const review = await mountReview(new GaomingPlay().toPublicity(), { actor: clerk });
    expect(review.renderRoot.querySelector('.remark-add, #remarks')).toBeNull();
  });

  it('begin anew after the return', async () => {
    const play = new GaomingPlay().submit();
    const review = await mountReview(play);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充');
    await write(review, '/place', '请写到楼层');
    serve(review, play, town);
    await buttonNamed('退回补正').click();
    await expect.poll(() => play.state.stage).toBe('recommend');
    review.state = play.moveTo('2026-03-10T10:00:00+08:00').submit().state;
    await review.updateComplete;
    await radio('退回补正').click();

    expect(listed(review)).toEqual([]);
  });
});

describe('cobuild-review: after a return with remarks', () => {
  const again = (changes: Record<string, unknown>, remarks: readonly AnswerRemark[] = stationRemarks): GaomingPlay => new GaomingPlay().submit().sendBack(undefined, remarks).moveTo('2026-03-10T10:00:00+08:00').submit(changes);
  const answered = (review: CobuildReview): string[] => Array.from(review.renderRoot.querySelectorAll('.answered-remark'), words);

  it('shows each remark with the answer before the return and now', async () => {
    const review = await mountReview(again({ place: '和顺社区20号首层' }));
    const [place = '', budget = '', phone = ''] = answered(review);

    expect(place).toMatch(/实施地点 已修改.*请写到楼层.*退回前 ?佛山市高明区荷城街道和顺社区18号首层.*现在 ?和顺社区20号首层/);
    expect(budget).toMatch(/预算和资金来源 没有修改/);
    expect(phone).toMatch(/联系电话 没有修改.*打不通/);
  });

  it('says that an answer was taken away', async () => {
    const review = await mountReview(again({ contactPhone: '' }));
    expect(answered(review)[2]).toMatch(/已修改.*现在 ?未填写/);
  });

  it('shows nothing on answers that the reader may not see', async () => {
    const remarks = [{ pointer: '/payeeAccount', text: '账号少一位' }, { pointer: '/place', text: '请写到楼层' }];
    const office = await mountReview(again({}, remarks));
    expect(answered(office)).toHaveLength(2);
    const resident = await mountReview(again({}, remarks), { actor: actor('resident') });
    expect(answered(resident)).toHaveLength(1);
    expect(resident.shadowRoot?.textContent).not.toContain('账号少一位');
  });

  it('keeps them in the history, folded', async () => {
    const review = await mountReview(again({}));
    expect(words(find(review, '.timeline'))).toMatch(/镇街初审：退回补正.*对 3 项内容的备注 实施地点 ?请写到楼层/);
  });

  it('has no list of remarks where the last return had none', async () => {
    const review = await mountReview(again({}).sendBack().moveTo('2026-03-12T10:00:00+08:00').submit());
    expect(answered(review)).toEqual([]);
  });

  it.each([1280, 390])('has no accessibility violation, no inline style and does not run over at %i pixels', async (width) => {
    await page.viewport(width, 900);
    for (const lang of ['zh-CN', 'en']) {
      const review = await mountReview(again({ place: '荷'.repeat(300) }, [{ pointer: '/place', text: 'x'.repeat(2000) }, ...stationRemarks.slice(1)]), { lang });
      find(review, '[value="return"]').click();
      await review.updateComplete;
      for (const details of Array.from(review.shadowRoot?.querySelectorAll('details') ?? [])) details.open = true;
      expect(await axeViolations(review)).toEqual([]);
      expect(inlineStyles(review.renderRoot)).toEqual([]);
      expect(review.scrollWidth).toBeLessThanOrEqual(review.clientWidth);
      if (lang === 'en') expect(words(find(review, '.answered-remarks'))).not.toMatch(/退回前|现在|已修改|没有修改/);
    }
  });
});
