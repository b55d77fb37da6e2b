import { describe, expect, it } from 'vitest';
import { valueAt } from '../problems/json-pointer.js';
import { newSchemeTexts } from './new-scheme.js';
import type { SchemeDraft } from './scheme-draft.js';
import { createSchemeDraft } from './scheme-draft.js';
import { stageInsertion, stageMethodChanges } from './stage-start.js';

const methods = ['approval', 'checklist', 'score', 'vote', 'publicVote', 'publicity', 'rule', 'record'];
const begun = (): SchemeDraft => createSchemeDraft(newSchemeTexts('lights', '村道照明资金'));
const errors = (draft: SchemeDraft): unknown => draft.loaded.problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);
const at = (draft: SchemeDraft, pointer: string): unknown => valueAt(draft.document, pointer);
const ways = (draft: SchemeDraft, pointer: string): unknown => (at(draft, `${pointer}/outcomes`) as { kind: string; to: string }[]).map(({ kind, to }) => `${kind} ${to}`);

describe('stageInsertion', () => {
  it('puts a stage at the end of the way: the review leads to it, and it leads to where the review led', () => {
    const draft = begun();
    expect(draft.change(stageInsertion(draft.document, 2))).toBe(true);
    expect([at(draft, '/stages/2/actor/role'), ways(draft, '/stages/1'), ways(draft, '/stages/2')]).toEqual(['reviewer', ['forward stage-3', 'return application', 'reject notApproved'], ['forward approved', 'return application', 'reject notApproved']]);
    expect(draft.loaded.problems).toEqual([]);
    draft.undo();
    expect(draft.changedFiles).toEqual([]);
  });

  it('puts a stage between two', () => {
    const draft = begun();
    draft.change(stageInsertion(draft.document, 1));
    expect([ways(draft, '/stages/0'), (at(draft, '/stages/1/outcomes') as { to: string }[])[0]?.to]).toEqual([['submit stage-3'], 'review']);
    expect(draft.loaded.problems).toEqual([]);
  });
});

describe('stageMethodChanges', () => {
  it.each(methods)('%s leaves nothing out without which a case would stop', (method) => {
    const draft = begun();
    draft.change(stageInsertion(draft.document, 2));
    draft.change(stageMethodChanges(draft.document, '/stages/2', method));
    expect([at(draft, '/stages/2/method'), errors(draft)]).toEqual([method, []]);
  });

  it('makes a vote rule in which nothing is decided, and takes the one that there is for the next vote', () => {
    const draft = begun();
    draft.change(stageMethodChanges(draft.document, '/stages/1', 'vote'));
    expect([at(draft, '/stages/1/threshold'), at(draft, '/thresholds')]).toEqual(['threshold-1', [expect.objectContaining({ id: 'threshold-1', base: 'UNDECIDED', ratio: 'UNDECIDED' })]]);
    draft.change(stageInsertion(draft.document, 2));
    draft.change(stageMethodChanges(draft.document, '/stages/2', 'vote'));
    expect([at(draft, '/stages/2/threshold'), (at(draft, '/thresholds') as unknown[]).length]).toEqual(['threshold-1', 1]);
  });

  it('leaves nothing behind of methods that were only passed by, and keeps what somebody has touched', () => {
    const draft = begun();
    draft.change(stageInsertion(draft.document, 2));
    for (const method of ['application', ...methods]) draft.change(stageMethodChanges(draft.document, '/stages/2', method));
    expect([at(draft, '/thresholds'), at(draft, '/publicity/notices'), at(draft, '/stages/2/threshold'), at(draft, '/stages/2/notice'), at(draft, '/stages/2/form')]).toEqual([[], [], undefined, undefined, undefined]);
    draft.change(stageMethodChanges(draft.document, '/stages/2', 'vote'));
    draft.change({ kind: 'set', pointer: '/thresholds/0/op', value: '>' });
    draft.change(stageMethodChanges(draft.document, '/stages/2', 'record'));
    expect(at(draft, '/thresholds')).toMatchObject([{ op: '>' }]);
  });

  it('keeps outcomes that fit, with their words, and the way that they lead', () => {
    const draft = begun();
    draft.change([{ kind: 'set', pointer: '/stages/1/outcomes/1/title/zh-CN', value: '请补充' }, { kind: 'set', pointer: '/stages/1/outcomes/0/to', value: 'rejected' }]);
    draft.change(stageMethodChanges(draft.document, '/stages/1', 'checklist'));
    expect(at(draft, '/stages/1/outcomes/1/title/zh-CN')).toBe('请补充');
    draft.change(stageMethodChanges(draft.document, '/stages/1', 'vote'));
    expect(ways(draft, '/stages/1')).toEqual(['passed rejected', 'failed notApproved']);
  });
});
