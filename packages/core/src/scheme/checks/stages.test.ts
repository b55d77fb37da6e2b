import { describe, expect, it } from 'vitest';
import { filesOf, soundScheme } from '../../../test/scheme-files.js';
import { parseScheme } from '../parse-scheme.js';

const [apply, vote] = soundScheme.stages;
const found = (...stages: readonly unknown[]): string[] =>
  parseScheme(filesOf({ 'scheme.json': { ...soundScheme, stages } })).problems.map(({ code, pointer, params }) => [code, pointer, params['kind']].filter(Boolean).join(' '));
const without = (stage: typeof vote, kind: string): object => ({ ...stage, outcomes: stage?.outcomes.filter((outcome) => outcome.kind !== kind) });

describe('the stages of a scheme', () => {
  it('have a way out for either result of a vote', () => {
    expect(found(apply, vote)).toEqual([]);
    expect(found(apply, without(vote, 'failed'))).toEqual(['scheme/stage-needs-outcome /stages/1/outcomes failed']);
    expect(found(apply, without(vote, 'passed'))).toEqual(['scheme/stage-needs-outcome /stages/1/outcomes passed']);
  });

  it('let an application be submitted', () => {
    const forward = { ...apply, outcomes: [{ ...apply?.outcomes[0], kind: 'forward' }] };
    expect(found(forward, vote)).toEqual(['scheme/stage-needs-outcome /stages/0/outcomes submit']);
  });

  it('begin with the application', () => {
    expect(found({ ...apply, method: 'approval' }, vote)).toContain('scheme/first-stage /stages/0/method');
    expect(found(vote, apply)).toContain('scheme/first-stage /stages/0/method');
  });

  it('lead on: only a return goes back to a stage that a case has passed', () => {
    const [, voting] = [apply, vote];
    const to = (target: string, kind = 'failed'): object => ({ ...voting, outcomes: voting?.outcomes.map((outcome) => (outcome.kind === 'failed' ? { ...outcome, to: target, kind } : outcome)) });
    const first = String(apply?.id);
    const second = String(vote?.id);
    expect(found(apply, to(first))).toEqual(['scheme/outcome-circle /stages/1/outcomes/1/to']);
    expect(found(apply, to(second))).toEqual(['scheme/outcome-circle /stages/1/outcomes/1/to']);
    expect(found(apply, { ...vote, outcomes: [...(vote?.outcomes ?? []), { id: 'back', title: vote?.title, kind: 'return', to: first }] })).toEqual([]);
  });

  it('may go to a stage that stands earlier in the document, as long as no case has passed it', () => {
    const last = { id: 'last', title: vote?.title, actor: vote?.actor, method: 'approval', outcomes: [{ id: 'ok', title: vote?.title, kind: 'forward', to: 'approved' }] };
    const toLast = { ...vote, outcomes: vote?.outcomes.map((outcome) => (outcome.kind === 'passed' ? { ...outcome, to: 'last' } : outcome)) };
    expect(found(apply, last, toLast)).toEqual([]);
  });

  it('ask for roles, stages and tables that exist, and for no more approvals than people', () => {
    const extra = (more: object): string[] => found(apply, { ...vote, ...more });
    const role = vote?.actor.role;
    expect(extra({ approvals: { minimum: 2, order: 'sequence', by: [{ role }, { role: 'nobody' }] } })).toEqual(['scheme/unknown-role /stages/1/approvals/by/1/role']);
    expect(extra({ approvals: { minimum: 3, order: 'parallel', of: 2 } })).toEqual(['scheme/approvals-unreachable /stages/1/approvals/minimum']);
    expect(extra({ approvals: { minimum: 2, order: 'parallel', by: [{ role }] } })).toEqual(['scheme/approvals-unreachable /stages/1/approvals/minimum']);
    expect(extra({ approvals: { minimum: 2, order: 'parallel', of: 2 } })).toEqual([]);
    expect(extra({ survivesReturn: [apply?.id, 'nowhere'] })).toEqual(['scheme/unknown-stage /stages/1/survivesReturn/1']);
    expect(extra({ requires: [{ id: 'prior', title: vote?.title, stage: 'nowhere' }] })).toEqual(['scheme/unknown-stage /stages/1/requires/0/stage']);
    expect(extra({ table: 'nowhere' })).toEqual(['scheme/unknown-table /stages/1/table']);
    expect(extra({ override: { confirmedBy: 'nobody' } })).toEqual(['scheme/unknown-role /stages/1/override/confirmedBy']);
  });
});

describe('an outcome that begins a project', () => {
  const opening = (more: object, part = 'supervision'): string[] => {
    const last = { id: 'last', title: vote?.title, actor: vote?.actor, method: 'approval', outcomes: [{ id: 'ok', title: vote?.title, kind: 'forward', to: 'approved' }] };
    const first = { ...vote, outcomes: vote?.outcomes.map((outcome) => (outcome.kind === 'passed' ? { ...outcome, to: 'last', opensProject: true, ...more } : outcome)) };
    const { supervision: _, ...rest } = { supervision: {}, ...soundScheme };
    return parseScheme(filesOf({ 'scheme.json': { ...rest, [part]: {}, stages: [apply, first, last] } })).problems.map(({ code, pointer }) => `${code} ${pointer}`).filter((line) => line.includes('opens-no-project'));
  };

  it('leads on to a later stage of a scheme that watches over projects', () => {
    const wrong = ['scheme/opens-no-project /stages/1/outcomes/0/opensProject'];
    expect(opening({})).toEqual([]);
    expect(opening({ to: 'approved' })).toEqual(wrong);
    expect(opening({ kind: 'reject' })).toEqual(wrong);
    expect(opening({}, 'x-other')).toEqual(wrong);
  });
});

describe('the source of a mark', () => {
  const grading = (from: object): string[] => {
    const evaluation = { gradings: [{ id: 'final', title: vote?.title, by: 'places', inputs: [{ id: 'site', title: vote?.title, weight: 100, from }], grades: [{ id: 'a', title: vote?.title, places: 'rest' }] }] };
    return parseScheme(filesOf({ 'scheme.json': { ...soundScheme, evaluation } })).problems.map(({ code, pointer }) => `${code} ${pointer.replace('/evaluation/gradings/0/inputs/0', '')}`).filter((line) => line.includes('/from'));
  };

  it('is a stage that scores, or a number that the form of a stage asks for', () => {
    expect(grading({ stage: 'nowhere' })).toEqual(['scheme/unknown-stage /from/stage']);
    expect(grading({ stage: vote?.id })).toEqual(['scheme/mark-without-score /from/stage']);
    expect(grading({ stage: apply?.id, answer: '/nothing' })).toEqual(['scheme/mark-not-asked /from/answer']);
  });
});
