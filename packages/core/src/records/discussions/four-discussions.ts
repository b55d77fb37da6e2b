import type { DiscussionsSettings } from '../../generated/types.js';

const note = { 'zh-CN': '据公开的村级规定整理，须由本区确认', en: 'From published rules of villages; the district has to confirm it' };

/**
 * Four discussions, two disclosures (四议两公开) as published rules of villages have them: a starting point that a district confirms or changes. What those rules do not
 * say, or say differently from place to place, is left open: the majority of the consultation, and how long the disclosures stay up.
 *
 * The resolution is that of a meeting of representatives: at least two thirds of them present, more than half of those present.
 */
export const FOUR_DISCUSSIONS: DiscussionsSettings = {
  sources: [
    { id: 'members', title: { 'zh-CN': '党员群众提出', en: 'Members or residents' } },
    { id: 'cadres', title: { 'zh-CN': '村干部提出', en: 'Village cadres' } },
    { id: 'superior', title: { 'zh-CN': '上级部署', en: 'A higher level' } },
  ],
  steps: [
    { id: 'propose', title: { 'zh-CN': '党组织提议', en: 'Proposal by the party organisation' } },
    { id: 'consult', title: { 'zh-CN': '村“两委”商议', en: 'Consultation of the two committees' }, majority: { op: 'UNDECIDED', ratio: 'UNDECIDED', base: 'UNDECIDED' } },
    {
      id: 'deliberate', title: { 'zh-CN': '党员大会审议', en: 'Deliberation of all members' }, notice: { amount: 3, unit: 'calendarDay' }, officer: true,
      attendance: { op: '>=', ratio: { p: 2, q: 3 } }, majority: { op: '>=', ratio: { p: 1, q: 2 }, base: 'entitled' },
    },
    {
      id: 'resolve', title: { 'zh-CN': '村民代表会议决议', en: 'Resolution of the representatives' }, officer: true,
      attendance: { op: '>=', ratio: { p: 2, q: 3 } }, majority: { op: '>', ratio: { p: 1, q: 2 }, base: 'present' },
    },
    { id: 'discloseDecision', title: { 'zh-CN': '决议公开', en: 'Disclosure of the decision' }, kind: 'disclosure', publicity: 'UNDECIDED', supervisor: true },
    { id: 'discloseResult', title: { 'zh-CN': '实施结果公开', en: 'Disclosure of the result' }, kind: 'disclosure', publicity: 'UNDECIDED', supervisor: true, required: false },
  ],
  provenance: { kind: 'inferred', note },
};
