import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { foldCase } from './fold-case.js';
import { replayCase } from './replay-case.js';

const play = (): CasePlay => new CasePlay().submit();

describe('replayCase', () => {
  it('row 90: gives the state after each event, the last one as foldCase gives it', () => {
    const { scheme, events } = play();
    const { states, problems } = replayCase(scheme, events);

    expect(problems).toEqual([]);
    expect(states.map(({ sequence }) => sequence)).toEqual(events.map(({ sequence }) => sequence));
    events.forEach((_, index) => expect(foldCase(scheme, events.slice(0, index + 1)).state).toEqual(states[index]));
  });

  it('stops before an event that was changed and names it', () => {
    const { scheme, events } = play();
    const changed = events.map((event) => (event.sequence === events.length ? { ...event, at: '2020-01-01T00:00:00+08:00' } : event));
    const { states, problems } = replayCase(scheme, changed);

    expect(states).toHaveLength(events.length - 1);
    expect(problems).toMatchObject([{ code: 'case/broken-chain', pointer: `/${events.length - 1}` }]);
  });

  it('gives nothing of nothing', () => {
    expect(replayCase(play().scheme, [])).toEqual({ states: [], problems: [] });
  });
});
