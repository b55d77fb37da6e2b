import type { Scheme } from '@cobuild/core';
import type { CaseAction, Identity, IdentityAdapter } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import type { CaseService } from '../src/server/case-service.js';
import { ReviewerPool } from '../src/server/reviewer-pool.js';

const officer: Identity = { id: 'officer', name: '组织部', role: 'officer' };
const experts: readonly Identity[] = [{ id: 'e1', name: '专家一', role: 'expert' }, { id: 'e2', name: '专家二', role: 'expert' }];
const assign = (reviewers: readonly string[]): CaseAction => ({ type: 'reviewersAssigned', data: { stage: 'evaluation', reviewers, method: 'load' } });

/** A scheme whose experts take so many applications each, with these cases waiting to be assigned. */
function poolOf(limit: number | 'UNDECIDED', ...ids: readonly string[]) {
  const scheme = { id: 's', parameters: {}, stages: [{ id: 'evaluation', actor: { role: 'expert' }, assignment: { method: 'load', by: 'officer', reviewers: 1, limit } }] } as unknown as Scheme;
  const cases = ids.map((id) => ({ running: { scheme }, state: { id, stage: 'evaluation', status: 'open', submittedAt: '2026-03-01T09:00:00+08:00', assigned: [] as { stage: string; reviewers: readonly string[] }[] } }));
  const all = () => Promise.resolve(cases);
  const stored = (id: string) => Promise.resolve(cases.find(({ state }) => state.id === id));
  const view = (identity: Identity) => Promise.resolve({ next: identity.role === 'officer' ? [{ type: 'reviewersAssigned' }] : [] });
  const identities = { demonstrationIdentities: () => Promise.resolve(experts) };
  const pool = new ReviewerPool({ all, stored, view } as unknown as CaseService, identities as unknown as IdentityAdapter);
  const done: CaseAction[] = [];
  const give = (id: string, reviewers: readonly string[], identity = officer) => pool.assign(identity, id, assign(reviewers), 'zh-CN', async (action) => {
    await Promise.resolve();
    done.push(action);
    const found = cases.find(({ state }) => state.id === id);
    if (found !== undefined) found.state.assigned = [{ stage: 'evaluation', reviewers }];
    return { problems: undefined };
  });
  return { give, done };
}
const codes = ({ problems }: { readonly problems?: readonly { readonly code: string }[] | undefined }): readonly string[] => (problems ?? []).map(({ code }) => code);

describe('who is asked to review', () => {
  it('gives nobody more applications than the scheme allows, and says who has enough', async () => {
    const { give, done } = poolOf(2, 'a', 'b', 'c');
    expect([codes(await give('a', ['e1'])), codes(await give('b', ['e1']))]).toEqual([[], []]);

    const refused = await give('c', ['e1', 'e2']);
    expect(refused.problems).toMatchObject([{ code: 'portal/reviewer-full', params: { reviewers: ['专家一'], limit: 2 }, message: '专家一手上的申请已达到方案规定的每人 2 件。' }]);
    expect([done.length, codes(await give('c', ['e2']))]).toEqual([2, []]);
  });

  it('counts an application once, however often it is assigned anew', async () => {
    const { give } = poolOf(1, 'a');
    await give('a', ['e1']);
    expect(codes(await give('a', ['e1', 'e2']))).toEqual([]);
  });

  it('finds the last place free for one of two that are assigned at the same moment', async () => {
    const { give } = poolOf(1, 'a', 'b');
    expect((await Promise.all([give('a', ['e1']), give('b', ['e1'])])).map(codes)).toEqual([[], ['portal/reviewer-full']]);
  });

  it('counts nothing where the scheme leaves the number open', async () => {
    const { give } = poolOf('UNDECIDED', 'a', 'b');
    await give('a', ['e1']);
    expect(codes(await give('b', ['e1']))).toEqual([]);
  });

  it('leaves it to the rules to refuse whoever may not assign, and tells them nothing', async () => {
    const { give, done } = poolOf(1, 'a', 'b');
    await give('a', ['e1']);
    expect([codes(await give('b', ['e1'], experts[0])), done.length]).toEqual([[], 2]);
  });

  it('puts on record who the reviewers are, whatever the page says', async () => {
    const { give, done } = poolOf(2, 'a');
    await give('a', ['e1', 'stranger']);
    expect(done[0]?.data['people']).toEqual([{ id: 'e1', name: '专家一' }]);
  });
});
