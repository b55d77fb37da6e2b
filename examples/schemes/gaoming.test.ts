import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, DiscussionsValue, FormDefinition, Scheme, StoredDraft } from '@cobuild/core';
import { asideLabel, chinaCalendar, createInterpreter, openDraft, parametersFact, parseScheme, schemeFormats, validateAnswers, withComputedAnswers } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { applicationForm, evaluateCondition, findCaseProblems } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
function load(name: string): { readonly scheme: Scheme; readonly form: FormDefinition } {
  const { scheme } = loadSchemeFolder(join(root, name));
  const form = scheme === undefined ? undefined : applicationForm(scheme);
  if (scheme === undefined || form === undefined) throw new Error(`${name} does not load`);
  return { scheme, form };
}
const readCase = (path: string): Case => JSON.parse(readFileSync(join(root, path), 'utf8')) as Case;
const { scheme: demo, form } = load('gaoming-demo');
const station = readCase('gaoming/cases/service-station.json');
const problemsOf = (item: Case): readonly string[] => findCaseProblems(demo, item, { calendar: chinaCalendar }).map(({ code, pointer }) => `${code} ${pointer.replace('/answers', '')}`);
const register = station.answers['discussions'] as DiscussionsValue;
const withRegister = (discussions: unknown): Case => ({ ...station, answers: { ...station.answers, discussions } });

describe('applications of the Gaoming demonstration', () => {
  it('fit the form wherever they went on, register and budget too', () => {
    const lines = readFileSync(join(root, 'gaoming-demo/cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    const went = lines.filter(({ id }) => /^(0\d|1[0-4])-/.test(id));
    expect(went).toHaveLength(14);
    expect(went.flatMap((item) => problemsOf(item).map((problem) => `${item.id} ${problem}`))).toEqual([]);
  });

  it.each(['propose', 'consult', 'deliberate', 'resolve'])('are not let through without the sheet of the step %s', (step) => {
    expect(problemsOf(withRegister({ steps: register.steps.filter((sheet) => sheet.step !== step) }))).toEqual(['discussions/step-missing /discussions/steps']);
  });

  it('are let through without the disclosure, which comes later, and hold it to its days once it is there', () => {
    const disclosure = (until: string) => withRegister({ steps: [...register.steps, { step: 'discloseDecision', date: '2026-02-27', until, supervisor: '程序完整', source: register.steps[0]?.source ?? '', motion: register.steps[0]?.motion ?? '' }] });
    // Posted on Friday; the 28th is a worked Saturday, so five working days end on 5 March.
    expect(['2026-03-04', '2026-03-05'].map((until) => problemsOf({ ...disclosure(until), submittedAt: '2026-03-09T09:30:00+08:00' }))).toEqual([['discussions/publicity-short /discussions/steps/4/until'], []]);
  });

  it('are told which meeting is before the one that it follows', () => {
    expect(problemsOf(readCase('gaoming/cases/four-discussions-order.json'))).toEqual(['discussions/out-of-order /discussions/steps/3/date']);
    expect(problemsOf(readCase('gaoming/cases/discussions-on-one-day.json'))).toEqual([]);
  });

  it('say the day of the opinions, and which sums belong together', () => {
    const opinions = station.answers['opinions'] as object;
    expect(problemsOf({ ...station, answers: { ...station.answers, opinions: { ...opinions, heldOn: undefined } } })).toEqual(['opinions/date-missing /opinions/heldOn']);
    const { totalBudget, ownFunds, amountRequested, fundingTotal, opinionTotal } = station.answers as Record<string, unknown>;
    expect(withComputedAnswers(form, station.answers)).toMatchObject({ totalBudget, ownFunds, amountRequested, fundingTotal, opinionTotal });
  });
});

describe('a scheme that extends Gaoming', () => {
  const readBase = (path: string): string | undefined => { try { return readFileSync(join(root, 'gaoming', path.replace('../gaoming/', '')), 'utf8'); } catch { return undefined; } };
  const refusedOf = (said: object): readonly string[] => {
    const text = JSON.stringify({ extends: '../gaoming', formatVersion: 1, id: 'district', version: '1.0.0', title: { 'zh-CN': '区方案' }, ...said });
    return parseScheme({ read: (path) => (path === 'scheme.json' ? text : readBase(path)) }).problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);
  };

  it('is refused nothing where it says nothing', () => {
    expect(refusedOf({})).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a requirement', { eligibility: { rules: [{ id: 'budget-balanced', remove: true }] } }, 'scheme/overlay-removes'],
    ['the pledge', { forms: [{ id: 'application', layout: { steps: [{ id: 'commitments', sections: [{ id: 'pledge', remove: true }] }] } }] }, 'scheme/overlay-removes'],
    ['the account', { forms: [{ id: 'application', layout: { steps: [{ id: 'budget', sections: [{ id: 'payee', remove: true }] }] } }] }, 'scheme/overlay-removes'],
    ['the joint review', { stages: [{ id: 'jointReview', remove: true }] }, 'scheme/overlay-removes'],
  ])('row 13: cannot take away %s', (_, said, code) => {
    expect(refusedOf(said).map((each) => each.split(' ')[0])).toContain(code);
  });

  it('row 13: changes nothing in a requirement that the text states, and words the others as it likes', () => {
    const reworded = (id: string): object => ({ eligibility: { rules: [{ id, reason: { 'zh-CN': '另一种说法。' } }] } });
    expect(refusedOf(reworded('applicant-organisation'))).toEqual(['scheme/overlay-changes /eligibility/rules/0']);
    expect(refusedOf(reworded('budget-balanced'))).toEqual([]);
  });
});

describe('a draft of the first version of the Gaoming form', () => {
  const draft: StoredDraft = {
    form: { id: 'application', version: 1, hash: 'of-version-1' },
    titles: { '/attachments': { 'zh-CN': '随申报提交的其他材料' } },
    answers: {
      projectName: '闲置公共用房改建暖心服务站', opinionDate: '2026-02-06', opinionMembers: 32, opinionResidents: 118, opinionTotal: 150, opinionSummary: '多数意见赞成改建。',
      proposedOn: '2026-02-09', consultedOn: '2026-02-10', resolvedOn: '2026-02-27', fourDiscussionsAttached: true,
      budgetLines: [{ subject: '墙面地面改造', unit: '平方米', quantity: 86, unitPrice: 650, amount: 55900 }, { subject: '桌椅' }], totalBudget: 55900, ownFunds: 9800, amountRequested: 46100, fundingTotal: 55900,
      attachments: ['photos', 'quotes'],
    },
  } as unknown as StoredDraft;

  it('opens with its answers in the records, each where the form asks for it now', () => {
    const { match, answers, aside } = openDraft(draft, form);
    expect(match).toBe('changed');
    expect(answers).toMatchObject({
      projectName: '闲置公共用房改建暖心服务站',
      opinions: { heldOn: '2026-02-06', counts: [{ group: 'members', asked: 32 }, { group: 'residents', asked: 118 }], summary: '多数意见赞成改建。' },
      discussions: { steps: [{ step: 'propose', date: '2026-02-09' }, { step: 'consult', date: '2026-02-10' }, { step: 'resolve', date: '2026-02-27' }] },
      budget: { lines: [{ item: '墙面地面改造', unit: '平方米', quantity: 86, unitPrice: 650 }, { item: '桌椅' }], own: 9800, requested: 46100 },
    });
    expect(Object.keys(answers).filter((name) => /^(opinion[MRES]|opinionDate|.*On$|budgetLines|attachments)/.test(name))).toEqual([]);
    expect(aside.map((answer) => [asideLabel(answer, 'zh-CN'), answer.value])).toEqual([
      ['四议记录是否齐全并随申报提交', true], ['随申报提交的其他材料（只勾选，没有文件）', ['photos', 'quotes']],
    ]);
  });

  it('is asked for what the first version did not ask: the votes, and who answered what', () => {
    const { answers } = openDraft(draft, form);
    const validator = createInterpreter({ formats: schemeFormats });
    const problems = validateAnswers(form, answers, { validator, evaluateCondition, facts: { parameters: parametersFact(demo), today: '2026-03-05' }, records: { calendar: chinaCalendar } });
    const at = problems.filter(({ severity }) => severity === 'error').map(({ pointer }) => pointer);
    expect(at).toEqual(expect.arrayContaining(['/opinions/counts/0/for', '/discussions/steps/1/entitled', '/discussions/steps', '/budget/lines/1/unitPrice']));
  });
});
