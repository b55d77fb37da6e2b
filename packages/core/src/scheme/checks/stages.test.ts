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
});
