import { describe, expect, it } from 'vitest';
import { TurnHistory } from './turn-history.js';

describe('TurnHistory', () => {
  it('takes all places that a slider passes on one way as one step, and the next way as another', () => {
    const history = new TurnHistory();
    history.record({}, 'ratio');
    history.record({ ratio: 1 }, 'ratio');
    history.settle();
    history.record({ ratio: 2 }, 'ratio');

    expect(history.undo({ ratio: 3 })).toEqual({ ratio: 2 });
    expect(history.undo({ ratio: 2 })).toEqual({});
    expect(history.canUndo).toBe(false);
  });

  it('goes forward again what was taken back, until something else is turned', () => {
    const history = new TurnHistory();
    history.record({}, 'cap');
    expect(history.undo({ cap: 5 })).toEqual({});
    expect(history.redo({})).toEqual({ cap: 5 });
    expect(history.canRedo).toBe(false);
    history.undo({ cap: 5 });
    history.record({}, 'ratio');
    expect(history.canRedo).toBe(false);
  });

  it('stays where it is with nothing to take back', () => {
    expect(new TurnHistory().undo({ cap: 5 })).toEqual({ cap: 5 });
  });
});
