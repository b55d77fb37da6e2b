import type { ObjectionTerms, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { office, scheme as usual } from '../../test/case-scheme.js';
import { dueItems } from '../due/index.js';
import { buildNotice, noticeText } from '../publicity/index.js';
import type { CaseState } from '../results.js';
import { objectionDue } from './notice-checks.js';

const anybody = { id: 'public', role: 'public' };
const withTerms = (objections?: ObjectionTerms): Scheme => ({ ...usual, publicity: { notices: (usual.publicity?.notices ?? []).map((notice) => ({ ...notice, ...(objections === undefined ? {} : { objections }) })) } });
const posted = (objections?: ObjectionTerms): CasePlay => new CasePlay(withTerms(objections)).toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
const raise = (contact?: string): Record<string, unknown> => ({ objection: 'o1', text: '金额不实', ...(contact === undefined ? {} : { contact }) });

describe('row 77: an objection', () => {
  it.each<[string, ObjectionTerms | undefined, readonly string[]]>([
    ['no setting', undefined, []], ['anonymous', { objector: 'anonymous' }, []], ['named', { objector: 'named' }, ['case/objector-missing']], ['not decided', { objector: 'UNDECIDED' }, []],
  ])('without a name is taken in or refused as the notice says: %s', (_, terms, codes) => {
    expect(posted(terms).codes('objectionRaised', raise(), anybody)).toEqual(codes);
    expect(posted(terms).codes('objectionRaised', raise('  '), anybody)).toEqual(codes);
    expect(posted(terms).codes('objectionRaised', raise('梁先生 0757'), anybody)).toEqual([]);
  });

  it('goes from raised to answered, upheld or not, once, and holds the item until then', () => {
    const play = posted({ objector: 'named' }).act('objectionRaised', raise('梁先生 0757'), anybody).moveTo('2026-03-10T09:00:00+08:00');
    expect(play.codes('reviewed', { stage: 'publicity', outcome: 'confirm' })).toEqual(['case/objection-open']);
    expect(play.codes('objectionAnswered', { objection: 'o1', upheld: false, answer: ' ' })).toEqual(['case/text-missing']);
    expect(play.codes('objectionAnswered', { objection: 'o1', upheld: false, answer: '经核实金额无误' }, anybody)).toEqual(['case/wrong-role']);
    play.act('objectionAnswered', { objection: 'o1', upheld: false, answer: '经核实金额无误' });
    expect(play.state?.objections).toMatchObject([{ id: 'o1', text: '金额不实', answer: '经核实金额无误', upheld: false }]);
    expect(play.codes('objectionAnswered', { objection: 'o1', upheld: true, answer: '改口' })).toEqual(['case/objection-settled']);
    expect(play.codes('reviewed', { stage: 'publicity', outcome: 'confirm' })).toEqual([]);
  });

  // Raised on Monday 2 March: three working days end on Thursday the 5th.
  it.each([['2026-03-03', 'later', 2], ['2026-03-04', 'soon', 1], ['2026-03-05', 'today', 0], ['2026-03-06', 'overdue', 1]])('has to be answered within the time of the notice: on %s it is %s', (day, state, workingDays) => {
    const play = posted({ answerWithin: { amount: 3, unit: 'workingDay' } }).act('objectionRaised', raise(), anybody);
    const due = (): unknown => dueItems(play.scheme, [{ state: play.state as CaseState }], day, chinaCalendar).filter(({ kind }) => kind === 'objection');
    expect(due()).toEqual([{ kind: 'objection', caseId: 'case-1', applicant: '河江村党委', title: { 'zh-CN': '金额不实' }, role: office.role, dueOn: '2026-03-05', state, workingDays, provisional: false, about: 'o1' }]);
    play.act('objectionAnswered', { objection: 'o1', upheld: false, answer: '经核实金额无误' });
    expect(due()).toEqual([]);
  });

  it.each<[string, ObjectionTerms | undefined, readonly string[] | undefined, true | undefined]>([
    ['nothing', undefined, undefined, undefined], ['nothing of what is not decided', { objector: 'UNDECIDED', answerWithin: 'UNDECIDED' }, undefined, undefined],
    ['that a name is asked for', { objector: 'named' }, ['提出异议须写明姓名和联系方式。'], true],
    ['how long the answer takes', { objector: 'anonymous', answerWithin: { amount: 3, unit: 'workingDay' } }, ['收到异议后3个工作日内答复。'], undefined],
    ['both, with a time from a parameter', { objector: 'named', answerWithin: { parameter: 'noticeDays' } }, ['提出异议须写明姓名和联系方式。', '收到异议后5个工作日内答复。'], true],
  ])('is announced by the notice: %s', (_, terms, sentences, named) => {
    const { scheme, state } = posted(terms);
    const [notice] = scheme.publicity?.notices ?? [];
    if (notice === undefined) throw new Error('no notice');
    const shown = buildNotice(scheme, notice, [state as CaseState], '2026-03-03').notice;
    expect([shown.objectionTerms, shown.objectorNamed]).toEqual([sentences, named]);
    expect(noticeText(shown, 'zh-CN').split('\n').filter((line) => line.startsWith('异议须知'))).toEqual(sentences === undefined ? [] : [`异议须知：${sentences.join('')}`]);
  });

  it('is due on no day where the notice names none or has not decided', () => {
    const due = (terms?: ObjectionTerms): unknown => {
      const { scheme, state } = posted(terms).act('objectionRaised', raise('梁先生'), anybody);
      return objectionDue(scheme, state as CaseState, { raisedAt: '2026-03-02T10:00:00+08:00' }, chinaCalendar)?.date;
    };
    expect([due(), due({ objector: 'named' }), due({ answerWithin: 'UNDECIDED' }), due({ answerWithin: { parameter: 'noticeDays' } })]).toEqual([undefined, undefined, undefined, '2026-03-09']);
  });
});
