import type { WorkCheck } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { explainWorkCheck } from '../explanation/explain-work-check.js';
import { checkWork } from './check-work.js';

const title = (text: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': text, en: text });
const acceptance: WorkCheck = {
  id: 'acceptance', title: title('验收'), kind: 'acceptance', atLeast: 3,
  items: [{ id: 'place', title: title('场所达标') }, { id: 'records', title: title('档案齐全') }, { id: 'service', title: title('服务项目'), required: false }, { id: 'team', title: title('志愿队伍'), required: false }],
};
const met = (...ids: string[]): Record<string, { met: boolean }> => Object.fromEntries(ids.map((id) => [id, { met: true }]));

describe('row 85: mid-term check and acceptance', () => {
  it.each([
    ['all required and enough in all', met('place', 'records', 'team'), 'met'],
    ['one required not met', { ...met('place', 'service', 'team'), records: { met: false } }, 'notMet'],
    ['one required not looked at', met('place', 'service', 'team'), 'incomplete'],
    ['too few in all, the rest open', met('place', 'records'), 'incomplete'],
    ['too few in all, the rest not met', { ...met('place', 'records'), service: { met: false }, team: { met: false } }, 'notMet'],
    ['nothing looked at', {}, 'incomplete'],
  ])('%s', (_, findings, outcome) => {
    expect(checkWork(acceptance, findings).outcome).toBe(outcome);
  });

  it('is undecided while the number is, unless a required item is not met', () => {
    const open: WorkCheck = { ...acceptance, atLeast: 'UNDECIDED' };
    expect(checkWork(open, met('place', 'records', 'team'))).toMatchObject({ outcome: 'undecided', holes: ['/atLeast'] });
    expect(checkWork(open, { place: { met: false } })).toMatchObject({ outcome: 'notMet', failed: ['place'] });
  });

  it('reads own findings only and gives neither mark nor grade', () => {
    const odd: WorkCheck = { ...acceptance, atLeast: 0, items: [{ id: 'constructor', title: title('x') }] };
    const result = checkWork(odd, {});
    expect(result.outcome).toBe('incomplete');
    expect(Object.keys(result)).not.toContain('grade');
  });

  it('is told item by item', () => {
    const node = explainWorkCheck(checkWork(acceptance, { ...met('place', 'team'), records: { met: false, note: '缺合同' } }), acceptance, 'zh-CN');
    expect([node.text, node.status, ...(node.children ?? []).map(({ text }) => text)]).toEqual(['验收：没有通过。', 'notMet', '场所达标：达到', '档案齐全：没有达到（必须达到）（缺合同）', '服务项目：还没有检查', '志愿队伍：达到', '共须至少3项达到，实际2项。']);
    expect(explainWorkCheck(checkWork(acceptance, met('place', 'records', 'team')), acceptance, 'en').text).toBe('验收: 3 items met, passed.');
  });
});
