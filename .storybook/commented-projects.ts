// A project of Gaoming on which residents commented; what they say is invented.
import type { PublicProject } from '@cobuild/rules';
import { publicProject } from '@cobuild/rules';
import { clerk } from './gaoming-states.js';
import { ProjectPlay } from './gaoming-projects.js';

const anybody = { id: 'public', role: 'public' };

/** One comment that was released and answered, one that was refused, one that waits. */
export function commentedPlay(): ProjectPlay {
  return new ProjectPlay().reported().at('2026-07-10T10:00:00+08:00')
    .act('commentMade', { text: '饮水点很方便，能不能晚上也开放？', name: '王阿姨' }, anybody).act('commentReleased', { comment: 'comment-1' }, clerk)
    .act('commentAnswered', { comment: 'comment-1', text: '已与社区商定，八月起开放到晚上九点。' }, clerk)
    .act('commentMade', { text: '与本项目无关的话。' }, anybody).act('commentRefused', { comment: 'comment-2', reason: '与项目无关' }, clerk)
    .act('commentMade', { text: '门口的台阶老人不好走，希望加个扶手。' }, anybody);
}

export function publicStation(): PublicProject {
  const { scheme, state, project } = commentedPlay();
  const view = publicProject(scheme, state, project);
  if (view === undefined) throw new Error('The scheme discloses nothing');
  return view;
}
