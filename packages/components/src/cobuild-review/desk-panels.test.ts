import type { EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { GaomingPlay, clerk } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingWith } from '../../../../.storybook/gaoming.js';
import { first, pool, second, withAmountCheck, withAssignment } from '../../test/automatic-stage.js';
import { assignmentOf } from './assignment-desk.js';
import { overridesOf } from './override-desk.js';
import type { DeskInput } from './review-desk.js';

const at = (play: GaomingPlay, by: EventActor): DeskInput => ({ scheme: play.scheme, state: play.state, actor: by, today: '2026-03-06', calendar: chinaCalendar, locale: 'zh-CN' });
const proposal = { stage: 'amountCheck', outcome: 'ok', reason: '区里已同意增加' };

describe('row 56: what of a case may be set aside', () => {
  it('is the automatic result, also of a case that it ended, and nothing that people settled', () => {
    const refused = new GaomingPlay(withAmountCheck).submit().forward();
    expect(refused.state).toMatchObject({ status: 'ended', end: 'rejected' });
    expect(overridesOf(at(refused, first))).toEqual({ targets: [{ stage: 'amountCheck', found: 'no', outcomes: ['ok'] }], refused: [] });
    expect(overridesOf(at(refused, actor('reviewer-hecheng'))).targets).toEqual([]);
    expect(overridesOf(at(refused, actor('secretary-heshun'))).targets).toEqual([]);
    expect(overridesOf(at(new GaomingPlay().toPublicity(), clerk)).targets).toEqual([]);
  });

  it('waits for another person than the one who proposed it', () => {
    const waiting = new GaomingPlay(withAmountCheck).submit().forward().act('overrideProposed', proposal, first);
    expect(overridesOf(at(waiting, first)).refused.map(({ code }) => code)).toEqual(['case/override-same-person']);
    expect(overridesOf(at(waiting, second))).toMatchObject({ proposal: { outcome: 'ok', replaces: 'no', by: { id: 'o1' } }, refused: [] });
    waiting.act('overrideConfirmed', {}, second);
    expect(waiting.state).toMatchObject({ status: 'open', stage: 'jointReview' });
    expect(overridesOf(at(waiting, first))).toEqual({ targets: [{ stage: 'amountCheck', found: 'ok', outcomes: ['no'] }], refused: [] });
  });

  it('are requirements that are seen not to be met', () => {
    const submitted = new GaomingPlay().submit();
    const town = actor('reviewer-hecheng');
    expect(overridesOf(at(submitted, town)).targets).toEqual([]);
    const stricter = gaomingWith({ minimumOpinions: 10000 });
    expect(overridesOf({ ...at(submitted, town), scheme: stricter }).targets).toEqual([{ stage: '', found: '', outcomes: ['eligible'] }]);
  });
});

describe('who may be asked to review', () => {
  it('is nobody who is recused or has enough to do; those with the least are suggested', () => {
    const play = new GaomingPlay(withAssignment()).submit();
    const people = pool(play.state.applicant.id);
    const desk = assignmentOf(at(play, clerk), people);
    expect(desk?.people.flatMap(({ id, barred }) => (barred === undefined ? [] : [[id, barred.why, barred.ground]]))).toEqual([['r2', 'recused', 'sameUnit'], ['r3', 'atLimit', undefined]]);
    expect(desk?.suggested).toEqual(['r4', 'r5']);
    expect(play.attempt(desk?.action(['r4', 'r1'], '') ?? { type: 'withdrawn', data: {} })).toEqual([]);
    expect(assignmentOf(at(play, clerk), people)?.assigned).toEqual(['r4', 'r1']);
    expect(assignmentOf(at(play, actor('reviewer-hecheng')), people)).toBeUndefined();
  });

  it('is drawn from the seed alone where the scheme draws lots', () => {
    const play = new GaomingPlay(withAssignment({ method: 'lot' })).submit();
    const desk = assignmentOf(at(play, clerk), pool(play.state.applicant.id));
    const drawn = desk?.action(['r2'], '第7期').data;
    expect(desk?.suggested).toEqual([]);
    expect(drawn).toMatchObject({ method: 'lot', seed: '第7期' });
    expect(drawn?.['reviewers']).toHaveLength(2);
    expect(drawn?.['reviewers']).not.toContain('r2');
    expect(play.attempt(desk?.action([], '') ?? { type: 'withdrawn', data: {} }).map(({ code }) => code)).toEqual(['case/wrong-reviewers', 'case/seed-missing']);
  });

  it('is open where the scheme leaves the rule open', () => {
    const play = new GaomingPlay(withAssignment({ limit: 'UNDECIDED' })).submit();
    expect(assignmentOf(at(play, clerk), pool('u'))?.method).toBeUndefined();
  });
});
