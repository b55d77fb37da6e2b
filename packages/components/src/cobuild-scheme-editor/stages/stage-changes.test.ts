import { createSchemeDraft, newSchemeTexts, parseScheme, stageInsertion, valueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { mentionsOf, outcomeAdded, stageRemoved, targetWithout } from './stage-changes.js';
import { stageGraph } from './stage-graph.js';
import { textLines, textWidth } from './text-lines.js';

const begun = (): ReturnType<typeof createSchemeDraft> => createSchemeDraft(newSchemeTexts('lights', '村道照明资金'));
const errors = (draft: ReturnType<typeof createSchemeDraft>): readonly string[] => parseScheme({ read: (path) => draft.texts[path] }).problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);

describe('changes of stages', () => {
  it('puts a stage between one and where that one led, so that every stage is still reached', () => {
    const draft = begun();
    const before = valueAt(draft.document, '/stages') as readonly unknown[];
    const led = valueAt(draft.document, '/stages/0/outcomes/0/to');
    draft.change(stageInsertion(draft.document, 1));
    expect(valueAt(draft.document, '/stages')).toHaveLength(before.length + 1);
    expect(valueAt(draft.document, '/stages/0/outcomes/0/to')).toBe(valueAt(draft.document, '/stages/1/id'));
    expect(valueAt(draft.document, '/stages/1/outcomes/0/to')).toBe(led);
    expect(errors(draft)).toEqual([]);
    draft.undo();
    expect(draft.changedFiles).toEqual([]);
  });

  it('takes a stage away with what names it', () => {
    const draft = begun();
    draft.change(stageInsertion(draft.document, 1));
    const id = valueAt(draft.document, '/stages/1/id');
    draft.change(stageInsertion(draft.document, 2));
    draft.change([{ kind: 'set', pointer: '/stages/2/requires', value: [{ id: 'first', title: { 'zh-CN': '先审核' }, stage: id }] }, { kind: 'set', pointer: '/stages/2/survivesReturn', value: [id] }]);
    const mentions = mentionsOf(draft.document, 1);
    expect(mentions).toMatchObject({ outcomes: ['/stages/0/outcomes/0/to'], others: [], tests: 0 });
    expect(mentions.entries).toHaveLength(2);
    const target = targetWithout(draft.document, 1);
    expect(target).toBe(valueAt(draft.document, '/stages/2/id'));
    expect(draft.change(stageRemoved(1, mentions, target))).toBe(true);
    expect(JSON.stringify(draft.document)).not.toContain(`"${String(id)}"`);
    expect(valueAt(draft.document, '/stages/0/outcomes/0/to')).toBe(target);
    expect(errors(draft)).toEqual([]);
  });

  it('adds the way out that a stage has not yet', () => {
    const draft = begun();
    draft.change(stageInsertion(draft.document, 1));
    draft.change({ kind: 'remove', pointer: '/stages/1/outcomes/1' });
    draft.change(outcomeAdded(draft.document, '/stages/1'));
    expect(valueAt(draft.document, '/stages/1/outcomes/2')).toMatchObject({ kind: 'return', to: valueAt(draft.document, '/stages/0/id') });
    expect(errors(draft)).toEqual([]);
  });

  it('counts tests that name a stage', () => {
    const document = { stages: [{ id: 'a', outcomes: [] }, { id: 'b', outcomes: [] }], tests: [{ id: 't', case: { reviews: [{ stage: 'b' }] } }, { id: 'u', case: {} }] };
    expect(mentionsOf(document, 1).tests).toBe(1);
  });
});

describe('stageGraph', () => {
  it('tells returns and endings from the way on, and shows what nobody has written', () => {
    const stage = (id: string, outcomes: readonly object[], more: object = {}): object => ({ id, title: { 'zh-CN': id }, actor: { role: 'clerk' }, method: 'approval', outcomes, ...more });
    const { nodes, edges } = stageGraph({ stages: [
      stage('a', [{ id: 'on', title: { 'zh-CN': '通过' }, kind: 'forward', to: 'b' }, { id: 'no', title: { 'zh-CN': '不通过' }, kind: 'reject', to: 'rejected' }]),
      stage('b', [{ id: 'back', title: { 'zh-CN': '退回' }, kind: 'return', to: 'a' }, { id: 'on', title: { 'zh-CN': '通过' }, kind: 'confirmed', to: 'nowhere' }], { method: 'publicity', approvals: { minimum: 2, order: 'parallel' } }),
    ] }, 'zh-CN');
    expect(nodes.map(({ id, kind, isStacked }) => [id, kind, isStacked])).toEqual([['a', 'stage', false], ['b', 'wait', true], ['rejected', 'end', false], ['nowhere', 'missing', false]]);
    expect(edges.map(({ pointer, line }) => [pointer, line])).toEqual([['/stages/0/outcomes/0', 'onward'], ['/stages/0/outcomes/1', 'ending'], ['/stages/1/outcomes/0', 'return'], ['/stages/1/outcomes/1', 'onward']]);
  });

  it.each([undefined, null, {}, { stages: 3 }, { stages: [null, 'x', {}] }])('draws what it can of %j', (document) => expect(() => stageGraph(document, 'zh-CN')).not.toThrow());
});

describe('textLines', () => {
  it('loses nothing, and keeps lines within their width', () => {
    for (const text of ['区级会审（联席会议）表决通过后公示，公示期满立项', 'Joint review of the district office and the town', 'Donaudampfschifffahrtsgesellschaft', '短']) {
      const lines = textLines(text, 8);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      // A closing mark may hang over the edge, so that no line begins with it.
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(9);
    }
  });
});
