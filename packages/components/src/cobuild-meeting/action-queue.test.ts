import { describe, expect, it } from 'vitest';
import type { CaseAction } from '@cobuild/rules';
import { ActionQueue } from './action-queue.js';

const signIn = (member: string): CaseAction => ({ type: 'memberSignedIn', data: { member } });

describe('ActionQueue', () => {
  it('sends the next action when the one before is done', () => {
    const sent: unknown[] = [];
    const queue = new ActionQueue(({ data }) => sent.push(data['member']));

    queue.add(signIn('a'), signIn('b'));
    expect(sent).toEqual(['a']);
    queue.done();
    expect(sent).toEqual(['a', 'b']);
    expect(queue.active).toBe(true);
    queue.done();
    expect(queue.active).toBe(false);
  });

  it('takes the same action twice as one', () => {
    const sent: unknown[] = [];
    const queue = new ActionQueue((action) => sent.push(action));
    queue.add(signIn('a'));
    queue.add(signIn('a'));
    queue.done();
    expect(sent).toHaveLength(1);
  });

  it('sends nothing more after a refusal, until something is added', () => {
    const sent: unknown[] = [];
    const queue = new ActionQueue(({ data }) => sent.push(data['member']));
    queue.add(signIn('a'), signIn('b'));
    queue.drop();
    queue.done();
    expect(sent).toEqual(['a']);
    queue.add(signIn('c'));
    expect(sent).toEqual(['a', 'c']);
  });

  it('works with a host that is done at once', () => {
    const sent: unknown[] = [];
    const queue: ActionQueue = new ActionQueue(({ data }) => {
      sent.push(data['member']);
      queue.done();
    });
    queue.add(signIn('a'), signIn('b'), signIn('c'));
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(queue.active).toBe(false);
  });
});
