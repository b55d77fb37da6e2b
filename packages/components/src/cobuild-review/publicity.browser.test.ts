import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, memberIds } from '../../../../.storybook/gaoming-states.js';
import { gaomingWith } from '../../../../.storybook/gaoming.js';
import { find } from '../../test/mount.js';
import { buttonNamed, focused, mountReview, radio, town } from '../../test/review.js';

beforeEach(() => page.viewport(1280, 900));

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
    await buttonNamed('发布公示').click();
    await expect.poll(() => play.state.notice?.until).toBe('2026-03-13');
    await review.updateComplete;
    expect(seen).toEqual([{ type: 'noticePublished', data: { notice: 'approvedProjects', postedOn: '2026-03-06', until: '2026-03-13', provisional: false, calendarVersion: review.calendar.version, contentHash: play.state.notice?.contentHash } }]);
    expect(play.state.notice?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(focused(review)?.id).toBe('notice');
    expect(find(review, '#notice').textContent).toContain('公示中');
  });

  it('posts the notice of its stage where that of an earlier stage is over', async () => {
    const play = new GaomingPlay().toPublicity();
    const review = await mountReview(play, office);
    review.state = { ...play.state, notice: { notice: 'earlier', postedOn: '2026-02-02', until: '2026-02-09', provisional: false, sequence: 1 } };
    await review.updateComplete;
    expect(find(review, '#notice').textContent).not.toContain('2026年2月');
    expect(review.shadowRoot?.querySelector('#publish')).not.toBeNull();
  });

  it('shows beforehand what the public will read, masked', async () => {
    const review = await mountReview(new GaomingPlay().toPublicity(), office);
    find<HTMLDetailsElement>(review, '#notice details').open = true;
    expect(find(review, '#notice details').textContent).toMatch(/已脱敏/);
    expect(find(review, '#notice details').textContent).not.toContain('区嘉敏');
  });

  it('does not post a notice that would show a mobile number, and says where it stands', async () => {
    const review = await mountReview(new GaomingPlay().submit({ projectName: '暖心服务站，钥匙找张姨1三8-0013-8000' }).forward().openMeeting(memberIds(1, 22)).vote(18, 3, 1), office);
    expect(find(review, '#notice').textContent).toContain('不能发布');
    expect(find(review, '#notice li').textContent).toMatch(/项目名称：手机号。.*钥匙找张姨\*{6}/);
    expect(find(review, '#notice').textContent).not.toContain('8000');
    expect(review.shadowRoot?.querySelector('#publish')).toBeNull();
  });

  it('does not post a notice whose period is open', async () => {
    const play = new GaomingPlay(gaomingWith({ publicityPeriod: 'UNDECIDED' })).toPublicity();
    const review = await mountReview(play, office);
    expect(find(review, '#notice').textContent).toContain('还没有确定公示的天数');
    expect(review.shadowRoot?.querySelector('#publish')).toBeNull();
  });

  it.each([['2026-03-12', true], ['2026-03-13', true], ['2026-03-14', false]])('on %s the period that ends on 13 March holds the confirmation back: %s', async (today, held) => {
    const review = await mountReview(new GaomingPlay().toPublicity().publish(), { ...office, today });
    const button = buttonNamed('公示无异议，立项');
    expect(find(review, '#submit').getAttribute('aria-disabled') === 'true').toBe(held);
    if (held) await expect.element(button).toHaveAccessibleDescription(/期满后才能确认/);
  });

  it('confirms at the end of the period', async () => {
    const play = new GaomingPlay().toPublicity().publish().moveTo('2026-03-14T09:00:00+08:00');
    const review = await mountReview(play, { ...office, today: '2026-03-14' });
    serve(review, play);
    await buttonNamed('公示无异议，立项').click();
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

    await buttonNamed('答复异议：异议 1').click();
    await expect.poll(() => focused(review)?.getAttribute('name')).toBe('finding-o1');
    await radio('异议不成立').click();
    await buttonNamed('答复异议：异议 1').click();
    await expect.poll(() => focused(review)?.id).toBe('answer-o1');
    expect(seen).toEqual([]);
    await userEvent.fill(page.getByRole('textbox', { name: '答复内容' }), '已核实，门牌为同一处。');
    await buttonNamed('答复异议：异议 1').click();

    await expect.poll(() => play.state.objections[0]?.answer).toBe('已核实，门牌为同一处。');
    await review.updateComplete;
    expect(seen).toEqual([{ type: 'objectionAnswered', data: { objection: 'o1', upheld: false, answer: '已核实，门牌为同一处。' } }]);
    expect(find(review, '#submit').hasAttribute('aria-disabled')).toBe(false);
    expect((focused(review) as HTMLElement).dataset['objection']).toBe('o1');
  });

  // Received on Tuesday the 10th: three working days end on Friday the 13th.
  it.each([['2026-03-13', '答复期限：2026年3月13日（星期五）', false], ['2026-03-16', '答复期限：2026年3月13日（星期五）', true]])('says on %s by when the notice promises an answer', async (today, words, isOver) => {
    const play = objected();
    const review = await mountReview(play, { ...office, today });
    expect(find(review, '[data-objection]').textContent).not.toContain('星期五');
    review.scheme = { ...play.scheme, publicity: { notices: (play.scheme.publicity?.notices ?? []).map((notice) => ({ ...notice, objections: { answerWithin: { amount: 3, unit: 'workingDay' } } })) } };
    await review.updateComplete;
    expect(find(review, '[data-objection]').textContent).toContain(words);
    expect(find(review, '[data-objection]').textContent?.includes('已过期限')).toBe(isOver);
    const answered = objected().act('objectionAnswered', { objection: 'o1', upheld: false, answer: '已核实。' });
    review.state = answered.state;
    await review.updateComplete;
    expect(find(review, '[data-objection]').textContent).not.toContain('星期五');
  });

  it('offers a corrected notice, and no confirmation, when an objection was upheld', async () => {
    const play = objected().act('objectionAnswered', { objection: 'o1', upheld: true, answer: '确有错误。' });
    const review = await mountReview(play, { ...office, today: '2026-03-16' });
    serve(review, play);
    expect(find(review, '#blocked-reason').textContent).toContain('有异议成立');
    await buttonNamed('更正后重新公示').click();
    await expect.poll(() => play.state.notice?.postedOn).toBe('2026-03-16');
  });

  it('shows nobody else how to reach the person who objected', async () => {
    const review = await mountReview(objected(), { actor: town, today: '2026-03-16' });
    expect(review.shadowRoot?.textContent).not.toContain('13800138000）');
    expect(review.shadowRoot?.querySelector('[data-objection]')).toBeNull();
  });
});
