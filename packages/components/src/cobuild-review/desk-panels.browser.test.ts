import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk } from '../../../../.storybook/gaoming-states.js';
import { first, pool, second, withAmountCheck, withAssignment } from '../../test/automatic-stage.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles } from '../../test/mount.js';
import { buttonNamed, focused, mountReview, radio, watch } from '../../test/review.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-review: panels beside the sheet', () => {
  it('row 56: sets the automatic result of a closed case aside with a reason and a second person, both in the history', async () => {
    const play = new GaomingPlay(withAmountCheck).submit().forward();
    const review = await mountReview(play, { actor: first });
    expect(find(review, '.sheet').textContent).toContain('已经办结：不予推荐');
    const sent = serve(review, play, first);
    await buttonNamed('提出改判').click();
    await expect.poll(() => focused(review)?.id).toBe('override-form');
    expect(find(review, '#override-form').textContent).toContain('金额核对：超出');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(review)?.id).toBe('override');

    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused(review)?.id).toBe('override-form');
    find<HTMLElement>(review, '#send-override').click();
    await expect.poll(() => focused(review)?.id).toBe('override-reason');
    expect(sent).toEqual([]);
    expect(find(review, '#override-reason-error').textContent).toContain('请填写改判理由');
    await userEvent.keyboard('区里已同意增加');
    find<HTMLElement>(review, '#send-override').click();
    await expect.poll(() => sent).toEqual([{ type: 'overrideProposed', data: { stage: 'amountCheck', outcome: 'ok', reason: '区里已同意增加' } }]);
    await expect.poll(() => find(review, '#overrides').textContent).toMatch(/等待另一人确认[\s\S]*超出[\s\S]*符合[\s\S]*李主任/);
    // Not by the one who proposed it.
    expect(review.shadowRoot?.querySelector('#confirm-override')).toBeNull();
    expect(find(review, '#overrides').textContent).toContain('不能由提出人自己确认');
    review.remove();

    await page.viewport(390, 844);
    const other = await mountReview(play, { actor: second });
    serve(other, play, second);
    await buttonNamed('确认改判').click();
    await expect.poll(() => focused(other)?.id).toBe('confirm-box');
    expect(await axeViolations(other)).toEqual([]);
    expect(inlineStyles(other.renderRoot)).toEqual([]);
    expect(other.scrollWidth).toBeLessThanOrEqual(other.clientWidth);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(other)?.id).toBe('confirm-override');
    expect(play.state.overrides).toBeUndefined();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused(other)?.id).toBe('confirm-box');
    find<HTMLElement>(other, '#confirm-box .solid').click();
    await expect.poll(() => play.state).toMatchObject({ status: 'open', stage: 'jointReview', overrides: [{ by: 'o1', second: 'o2', reason: '区里已同意增加' }] });
    await other.updateComplete;
    expect(find(other, '.timeline').textContent).toMatch(/确认改判：金额核对改为“符合”[\s\S]*黄书记[\s\S]*提出改判：金额核对改为“符合”[\s\S]*李主任[\s\S]*区里已同意增加/);
  });

  it('is declined with a reason, which stands in the history; the result stays', async () => {
    const play = new GaomingPlay(withAmountCheck).submit().forward().act('overrideProposed', { stage: 'amountCheck', outcome: 'ok', reason: '区里已同意增加' }, first);
    const review = await mountReview(play, { actor: second });
    serve(review, play, second);
    await buttonNamed('不同意改判').click();
    await expect.poll(() => focused(review)?.id).toBe('decline-form');
    expect(await axeViolations(review)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(review)?.id).toBe('decline-override');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused(review)?.id).toBe('decline-form');
    find<HTMLElement>(review, '#send-decline').click();
    await expect.poll(() => focused(review)?.id).toBe('decline-reason');
    expect(find(review, '#decline-reason-error').textContent).toContain('请填写不同意的理由');
    await userEvent.fill(page.getByRole('textbox', { name: '不同意的理由' }), '超出部分没有资金来源');
    find<HTMLElement>(review, '#send-decline').click();
    await expect.poll(() => play.state.proposal).toBeUndefined();
    expect(play.state).toMatchObject({ status: 'ended', end: 'rejected' });
    await review.updateComplete;
    expect(review.shadowRoot?.querySelector('#decline-override')).toBeNull();
    expect(find(review, '.timeline').textContent).toMatch(/不同意改判：金额核对不改为“符合”[\s\S]*黄书记[\s\S]*超出部分没有资金来源/);
  });

  it('shows in the panel why the host refused a proposal, with what was typed', async () => {
    const review = await mountReview(new GaomingPlay(withAmountCheck).submit().forward(), { actor: first });
    const seen = watch(review);
    await buttonNamed('提出改判').click();
    await radio('符合').click();
    await userEvent.fill(page.getByRole('textbox', { name: '改判理由' }), '特批');
    find<HTMLElement>(review, '#send-override').click();
    expect(seen).toHaveLength(1);
    review.problems = [{ code: 'portal/changed', severity: 'error', document: 'request', pointer: '', params: {}, message: '这份申报刚刚被别人办理过。' }];
    await review.updateComplete;
    expect(find(review, '#overrides [role=alert]').textContent).toContain('这份申报刚刚被别人办理过。');
    await expect.element(page.getByRole('textbox', { name: '改判理由' })).toHaveValue('特批');
  });

  it('assigns reviewers: nobody who is recused can be chosen, and the rules say how many are needed', async () => {
    const play = new GaomingPlay(withAssignment()).submit();
    const review = await mountReview(play, { actor: clerk, reviewers: pool(play.state.applicant.id) });
    const sent = serve(review, play, clerk);
    const box = (name: RegExp): ReturnType<typeof page.getByRole> => page.getByRole('checkbox', { name });
    await expect.element(box(/何二.*应回避：与申报单位同一单位/)).toBeDisabled();
    await expect.element(box(/梁三.*任务已满/)).toBeDisabled();
    await expect.element(box(/区四/)).toBeChecked();
    await box(/罗五/).click();
    await buttonNamed('确定评审人').click();
    expect(find(review, '#assignment [role=alert]').textContent).toContain('应分配2名不同的评审人，现在是1名');
    expect(sent).toEqual([]);

    await box(/陈一/).click();
    expect(await axeViolations(review)).toEqual([]);
    await buttonNamed('确定评审人').click();
    await expect.poll(() => sent).toEqual([{ type: 'reviewersAssigned', data: { stage: 'preliminary', reviewers: ['r1', 'r4'], method: 'load', people: [{ id: 'r1', name: '陈一' }, { id: 'r4', name: '区四' }] } }]);
    await expect.poll(() => find(review, '#assignment').textContent).toContain('已指定：陈一、区四。');
    expect(find(review, '.timeline').textContent).toContain('镇街初审：指定评审人 2 名');
    expect(review.shadowRoot?.querySelector('#assignment [role=alert]')).toBeNull();
  });

  it('gives an application to the group of its field; another takes a reason, and who, when and why stand on record', async () => {
    const panels = [{ unit: 'hecheng', fields: ['propertyService'] }, { unit: 'yanghe', fields: ['redCulture'] }];
    const play = new GaomingPlay(withAssignment({ method: 'rule', match: { fact: 'category' }, reviewers: 1, recusal: ['kin'], panels })).submit();
    const kin = { id: 'r3', name: '梁三', unit: 'hecheng', relations: [{ ground: 'kin' as const, to: play.state.applicant.id }] };
    const review = await mountReview(play, { actor: clerk, reviewers: [{ id: 'r1', name: '陈一', unit: 'hecheng', load: 1 }, { id: 'r2', name: '何二', unit: 'yanghe' }, kin] });
    const sent = serve(review, play, clerk);
    const group = (unit: string): HTMLInputElement => find<HTMLInputElement>(review, `#assignment input[value=${unit}]`);
    const proposed = play.state.answers['category'] === 'propertyService' ? 'hecheng' : 'yanghe';
    expect(group(proposed).checked).toBe(true);
    expect(find(review, '#assignment').textContent).toMatch(/荷城街道[\s\S]*陈一[\s\S]*手上项目 1 个[\s\S]*回避：梁三/);
    expect(review.shadowRoot?.querySelector('#group-reason')).toBeNull();
    const other = proposed === 'hecheng' ? 'yanghe' : 'hecheng';
    group(other).click();
    await review.updateComplete;
    await buttonNamed('确定评审组').click();
    expect(find(review, '#assignment [role=alert]').textContent).toContain('须写明理由');
    expect(sent).toEqual([]);
    expect(await axeViolations(review)).toEqual([]);
    group(proposed).click();
    await review.updateComplete;
    await buttonNamed('确定评审组').click();
    await expect.poll(() => play.state.assigned).toMatchObject([{ panel: proposed, method: 'rule', by: { id: clerk.id } }]);
    expect(play.state.assigned?.[0]?.reviewers).not.toContain('r3');
    await review.updateComplete;
    expect(find(review, '#assignment').textContent).toMatch(/已由.+分到/);
    expect(find(review, '.timeline').textContent).toContain('镇街初审：分到');
    // Who was never asked is no gap in the group.
    expect(find(review, '#assignment').textContent).not.toContain('还有');
  });

  it('says who of the group that was asked has stepped aside, and how many are left', async () => {
    const panels = [{ unit: 'hecheng', fields: ['propertyService'] }, { unit: 'yanghe', fields: ['redCulture'] }];
    const play = new GaomingPlay(withAssignment({ method: 'rule', match: { fact: 'category' }, reviewers: 1, recusal: ['kin'], panels })).submit();
    const unit = play.state.answers['category'] === 'propertyService' ? 'hecheng' : 'yanghe';
    const people = [{ id: 'r1', name: '陈一', unit }, { id: 'r2', name: '何二', unit }];
    const review = await mountReview(play, { actor: clerk, reviewers: people });
    serve(review, play, clerk);
    await buttonNamed('确定评审组').click();
    await expect.poll(() => play.state.assigned?.[0]?.reviewers).toEqual(['r1', 'r2']);
    review.reviewers = people.map((person) => (person.id === 'r1' ? { ...person, relations: [{ ground: 'kin' as const, to: play.state.applicant.id }] } : person));
    await review.updateComplete;
    expect(find(review, '#assignment').textContent).toContain('陈一已回避，这个评审组还有 1 人可以评分。');
    expect(await axeViolations(review)).toEqual([]);
  });

  it('draws reviewers by lot from a seed, and shows nobody before it is on record', async () => {
    await page.viewport(390, 844);
    const play = new GaomingPlay(withAssignment({ method: 'lot' })).submit();
    const review = await mountReview(play, { actor: clerk, lang: 'en', reviewers: pool(play.state.applicant.id) });
    const sent = serve(review, play, clerk);
    expect(review.shadowRoot?.querySelector('#assignment .tag')).toBeNull();
    await buttonNamed('Draw and assign').click();
    expect(find(review, '#assignment [role=alert]').textContent).toContain('An assignment by lot needs the seed on record');
    await userEvent.fill(page.getByRole('textbox', { name: 'Seed of the lot' }), '2026-05-01');
    await buttonNamed('Draw and assign').click();
    await expect.poll(() => sent.length).toBe(1);
    await expect.poll(() => review.shadowRoot?.querySelectorAll('#assignment .tag').length).toBe(2);
    expect(review.scrollWidth).toBeLessThanOrEqual(review.clientWidth);
    expect(await axeViolations(review)).toEqual([]);
  });
});
