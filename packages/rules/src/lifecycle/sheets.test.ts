import type { Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office, reviewer, scheme as usual } from '../../test/case-scheme.js';
import { dossierOf } from '../dossier/index.js';
import { visibleCase } from '../visibility/index.js';
import { actionProblems, foldCase, nextActions, stageSheets } from './index.js';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
/** The meeting has a sheet, of which the name of the officer is for the office alone. */
const withSheet = (): Scheme => ({
  ...usual,
  forms: [...usual.forms, { id: 'minutesSheet', title: text('会审登记表'), schema: { $id: 'https://example.org/sheet', type: 'object', properties: { content: { type: 'string' }, officer: { type: 'string' } } }, fields: { '/officer': { visibleTo: { '*': ['office'] } } } }],
  stages: usual.stages.map((stage) => (stage.id === 'jointReview' ? { ...stage, form: 'minutesSheet' } : stage)),
});
const sheet = (answers: Record<string, unknown> = { content: '讨论了预算', officer: '张三' }, more: object = {}) => ({ kind: 'minutesSheet', on: '2026-03-02', stage: 'jointReview', answers, ...more });
const items = (play: CasePlay): string[] => (play.state === undefined ? [] : dossierOf(play.scheme, play.state, { today: '2026-03-02', calendar: chinaCalendar }).parts.flatMap((part) => part.items.filter(({ about }) => about === 'jointReview').map(({ kind, status, title }) => `${kind} ${status} ${title?.['zh-CN'] ?? ''}`)));

describe('the form of a voting stage', () => {
  it('is filled in from the beginning of the meeting on, at the stage or after it, by whoever runs it, and corrected by filling it in again', () => {
    const play = new CasePlay(withSheet()).toMeeting();
    expect([play.codes('evidenceRecorded', sheet()), items(play)]).toEqual([['case/sheet-before-meeting'], ['evidence later 会审登记表', 'minutes later 区级会审']]);
    play.openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('evidenceRecorded', sheet({ content: '初稿' })).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'no' });
    expect(play.codes('evidenceRecorded', sheet(), reviewer)).toEqual(['case/wrong-role']);
    play.act('evidenceRecorded', sheet());
    expect(play.state?.stage).toBe('publicity');
    expect(stageSheets(play.scheme, play.state as never).map(({ form, record }) => [form, record?.answers?.['content'], record?.by])).toEqual([['minutesSheet', '讨论了预算', office.id]]);
    expect(items(play)).toEqual(['evidence present 会审登记表', 'minutes present 区级会审']);
    expect(foldCase(play.scheme, play.events)).toEqual({ state: play.state, problems: [] });
  });

  it('is missing in the file once its stage is over, and asked for until it is there', () => {
    const play = new CasePlay(withSheet()).toPublicity();
    const asked = (): string[] => nextActions(play.scheme, play.state, office, play.now, context).filter(({ type }) => type === 'evidenceRecorded').map(({ stage }) => stage);
    expect([items(play), asked()]).toEqual([['evidence missing 会审登记表', 'minutes present 区级会审'], ['jointReview']]);
    play.act('evidenceRecorded', sheet());
    expect(asked()).toEqual([]);
  });

  it.each([['another form', { kind: 'application' }], ['another stage', { stage: 'publicity', kind: 'minutesSheet' }], ['a stage that is none', { stage: 'nowhere' }]])('is refused under the name of %s', (_, more) => {
    const play = new CasePlay(withSheet()).toPublicity();
    expect(play.codes('evidenceRecorded', sheet({}, more))).not.toEqual([]);
  });

  it('is held against its form by the host, and masked by the visibility map of the form', () => {
    const play = new CasePlay(withSheet()).toPublicity();
    const problem = { code: 'form/required', severity: 'error', document: 'answers', pointer: '/content', params: {}, message: '请填写' } as const;
    expect(actionProblems(play.scheme, play.state, { type: 'evidenceRecorded', data: sheet({}) }, office, play.now, { ...context, validateAnswers: (form) => (form === 'minutesSheet' ? [problem] : []) })).toEqual([problem]);
    play.act('evidenceRecorded', sheet());
    const state = play.state as NonNullable<CasePlay['state']>;
    const seen = (actor: { readonly id: string; readonly role: string; readonly unit?: string; readonly town?: string }): string => JSON.stringify(visibleCase(play.scheme, state, actor));
    expect([seen(office).includes('张三'), seen(reviewer).includes('讨论了预算'), seen(reviewer).includes('张三')]).toEqual([true, true, false]);
  });
});
