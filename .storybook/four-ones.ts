// Projects of Gaoming under a scheme that asks for the four ones (四个一); the people are invented.
import type { Scheme } from '@cobuild/core';
import type { PostHolder } from '@cobuild/rules';
import { openProject } from '@cobuild/rules';
import { clerk } from './gaoming-states.js';
import { ProjectPlay } from './gaoming-projects.js';
import { gaomingDemo } from './gaoming.js';

export const fourOnes: Scheme = {
  ...gaomingDemo,
  supervision: {
    ...gaomingDemo.supervision, appointedBy: 'committeeClerk',
    posts: [
      { id: 'leader', title: { 'zh-CN': '包抓领导', en: 'Leader in charge' }, role: 'departmentLeader', notWith: ['contact'] },
      { id: 'secretary', title: { 'zh-CN': '牵头书记', en: 'Leading secretary' }, role: 'villageSecretary', actsForUnit: true },
      { id: 'contact', title: { 'zh-CN': '联系干部', en: 'Contact' }, role: 'contactCadre' },
      { id: 'team', title: { 'zh-CN': '工作队', en: 'Work team' }, holder: 'team' },
    ],
  },
};

export const people: readonly PostHolder[] = [
  { id: 'l1', name: '龚志远', role: 'departmentLeader' }, { id: 'l2', name: '汪素兰', role: 'departmentLeader' },
  { id: 'secretary-heshun', name: '梁惠仪', role: 'villageSecretary', unit: 'heshun' }, { id: 's2', name: '区志明', role: 'villageSecretary', unit: 'heshun' },
  { id: 'k1', name: '关小敏', role: 'contactCadre' },
];
const person = (id: string): PostHolder => people.find((each) => each.id === id) ?? { name: id };

/** A project whose secretary and team are those of the application, whose leader changed once, and whose contact is vacant. */
export function responsiblePlay(id?: string, title?: string): ProjectPlay {
  const play = new ProjectPlay(fourOnes);
  const { opening } = play.project;
  play.project = openProject({ ...opening, ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }), holders: [{ post: 'secretary', holder: { name: '梁惠仪' } }, { post: 'team', holder: { name: '党员先锋队' } }] });
  return play.act('holderReplaced', { holding: 'holding-1', holder: person('secretary-heshun'), on: '2026-03-20', reason: '立项后落实到人' }, clerk)
    .act('holderAppointed', { post: 'leader', holder: person('l1'), on: '2026-03-20' }, clerk)
    .found().at('2026-06-19T10:00:00+08:00').act('holderReplaced', { holding: 'holding-4', holder: person('l2'), on: '2026-06-19', reason: '龚志远调离' }, clerk);
}
