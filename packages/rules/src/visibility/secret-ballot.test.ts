import type { Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { members, office, reviewer, scheme as usual, secretary } from '../../test/case-scheme.js';
import { exportCase } from '../case-record/index.js';
import { decide } from '../decision/index.js';
import { dossierOf } from '../dossier/index.js';
import { explainDecision } from '../explanation/index.js';
import { caseFromState, foldCase } from '../lifecycle/index.js';
import { buildMinutes, minutesText } from '../minutes/index.js';
import { visibleCase } from './visible-case.js';

const scheme: Scheme = { ...usual, thresholds: (usual.thresholds ?? []).map((threshold) => ({ ...threshold, secrecy: 'secret' })) };
const counts = { issued: 5, returned: 5, yes: 3, no: 1, abstain: 1, void: 0 };

describe('a secret ballot', () => {
  it('takes no ballot with a name, from anybody', () => {
    const play = new CasePlay(scheme).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('votingOpened', {});
    expect([play.codes('ballotCast', { member: 'm1', choice: 'yes' }), play.codes('ballotCast', { member: 'm1', choice: 'yes' }, { id: 'm1', role: 'member' })]).toEqual([['case/ballots-are-secret'], ['case/ballots-are-secret']]);
  });

  it('is nowhere told by member: not in the log, the state of any viewer, the file taken out, the minutes, the file of the project, the decision and its reasons', () => {
    const play = new CasePlay(scheme).toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).act('votingOpened', {}).act('ballotsCounted', { counts }).act('votingClosed', {});
    const { state } = foldCase(scheme, play.events);
    if (state === undefined) throw new Error('no state');
    expect([state.vote?.outcome, state.meeting?.ballots ?? []]).toEqual(['passed', []]);
    const decision = decide(scheme, caseFromState(state), { calendar: chinaCalendar });
    const told = [
      play.events, ...[office, reviewer, secretary, { id: 'm1', role: 'office' }].map((viewer) => visibleCase(scheme, state, viewer)), exportCase({ hash: 'scheme-hash', scheme, events: play.events }),
      minutesText(buildMinutes(scheme, { stage: 'jointReview', heldOn: '2026-03-02' }, [state], { calendar: chinaCalendar, locale: 'zh-CN' }), 'zh-CN'), dossierOf(scheme, state, { today: '2026-03-02', calendar: chinaCalendar }), decision, explainDecision(scheme, decision, caseFromState(state), 'zh-CN'),
    ].map((each) => JSON.stringify(each));
    for (const text of told) {
      expect(text).not.toMatch(/\\?"choice\\?"/);
      for (const { id, name } of members) expect(text).not.toMatch(new RegExp(`(${name ?? id})[^，。"]{0,4}(赞成|反对|弃权)`));
    }
    // What is told is the count.
    expect(told[5]).toContain('\\"yes\\"');
  });
});
