import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Problem } from '@cobuild/core';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { find } from '../../test/mount.js';
import { buttonNamed, description, fillFindings, focused, form, mountReview, radio, summary, watch } from '../../test/review.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-review: settling a stage', () => {
  it('names the outcome on the button and sends form, outcome and opinion', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await radio('通过初审，报区级会审').click();
    await userEvent.fill(page.getByRole('textbox', { name: '意见（选填）' }), ' 同意 ');

    await buttonNamed('通过初审，报区级会审').click();

    expect(seen).toEqual([{ type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', reason: '同意', answers: { dutyFinding: '履职正常，运转有序。', inScope: true } } }]);
  });

  it('offers at a vote what is settled without one, and not the form of its meeting', async () => {
    const refuse = { id: 'refuse', title: { 'zh-CN': '不予上会' }, kind: 'reject' as const, to: 'rejected', reason: 'required' as const };
    const stages = gaomingDemo.stages.map((stage) => (stage.method === 'vote' ? { ...stage, form: 'preliminaryReview', outcomes: [...stage.outcomes, refuse] } : stage));
    const play = new GaomingPlay({ ...gaomingDemo, stages }).submit().forward();
    const review = await mountReview(play, { actor: actor('committee-clerk') });
    const seen = watch(review);
    expect([Array.from(review.shadowRoot?.querySelectorAll<HTMLInputElement>('[name=outcome]') ?? [], ({ value }) => value), review.shadowRoot?.querySelector('cobuild-form')]).toEqual([['refuse'], null]);
    await radio('不予上会').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '不属于本批范围');
    await buttonNamed('不予上会').click();
    await page.getByRole('button', { name: /^确认/ }).click();
    expect(seen).toEqual([{ type: 'reviewed', data: { stage: 'jointReview', outcome: 'refuse', reason: '不属于本批范围' } }]);
  });

  it('leaves an optional opinion out when it is empty', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await radio('通过初审，报区级会审').click();
    await buttonNamed('通过初审，报区级会审').click();
    expect(seen[0]?.data).not.toHaveProperty('reason');
  });

  it('does not choose for the reviewer, and asks for the outcome', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await fillFindings();
    await buttonNamed('提交意见').click();
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
    await buttonNamed('通过初审，报区级会审').click();
    await expect.poll(() => form(review).shadowRoot.activeElement?.className).toContain('error-summary');
    expect(seen).toEqual([]);
  });

  it('lets a return go out with a form that is not finished', async () => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), '请补充照片');
    await buttonNamed('退回补正').click();
    expect(seen).toEqual([{ type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请补充照片', answers: {} } }]);
  });

  it.each(['', '   '])('asks for the reason of a return: %j', async (reason) => {
    const review = await mountReview(new GaomingPlay().submit());
    const seen = watch(review);
    await radio('退回补正').click();
    await userEvent.fill(page.getByRole('textbox', { name: '理由' }), reason);
    await buttonNamed('退回补正').click();

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
    await buttonNamed('不予推荐').click();
    await expect.poll(() => focused(review)?.id).toBe('confirm-box');
    expect(find(review, '#confirm-box').textContent).toContain('不在适用范围');

    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(review)?.id).toBe('submit');
    expect(seen).toEqual([]);
    await buttonNamed('不予推荐').click();
    await buttonNamed('确认不予推荐').click();
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
