import type { Scheme } from '@cobuild/core';
import { dateInZone, findPersonalData } from '@cobuild/core';
import { personalNumbers } from '../locales/personal-numbers.js';
import type { ProjectFault } from './project-fault.js';
import { fault } from './project-fault.js';
import type { FundedProject, ProjectAction, ProjectComment, ProjectEvent } from './project-types.js';

type CommentType = 'commentMade' | 'commentReleased' | 'commentRefused' | 'commentAnswered';

const MAXIMUM_LENGTH = 300;
const PER_DAY = 20;
const LONGEST_NAME = 20;

/** Characters that a comment may have. */
export const commentLength = ({ supervision }: Pick<Scheme, 'supervision'>): number => supervision?.disclosure?.comments?.maximumLength ?? MAXIMUM_LENGTH;

/** The comments after an event. One that is refused stays, with its reason. */
export function commentsAfter(scheme: Scheme, comments: readonly ProjectComment[] = [], { type, data, at, actor: by }: Extract<ProjectEvent, { type: CommentType }>): readonly ProjectComment[] {
  if (type === 'commentMade') {
    const released = scheme.supervision?.disclosure?.comments?.release === 'atOnce';
    return [...comments, { id: `comment-${comments.length + 1}`, text: data.text, ...(data.name === undefined ? {} : { name: data.name }), at, status: released ? 'released' : 'waiting' }];
  }
  return comments.map((comment): ProjectComment => {
    if (comment.id !== data.comment) return comment;
    if (type === 'commentAnswered') return { ...comment, answer: { at, by, text: data.text } };
    return { ...comment, status: type === 'commentReleased' ? 'released' : 'refused', decision: { at, by, ...(type === 'commentRefused' ? { reason: data.reason } : {}) } };
  });
}

/** What is wrong with a comment, or with what an office does with one. What will be public holds no number of a person. */
export function commentFaults(scheme: Scheme, project: FundedProject, { type, data }: Extract<ProjectAction, { type: CommentType }>, today: string): readonly ProjectFault[] {
  const settings = scheme.supervision?.disclosure?.comments;
  if (settings === undefined) return [fault('project/no-comments')];
  if (type === 'commentMade') {
    const most = settings.perDay ?? PER_DAY;
    const full = (project.comments ?? []).filter(({ at }) => dateInZone(at) === today).length >= most;
    return [...(full ? [fault('project/comments-full', '', { most })] : []), ...textFaults(data.text, '/text', commentLength(scheme)), ...(data.name === undefined ? [] : textFaults(data.name, '/name', LONGEST_NAME))];
  }
  const comment = project.comments?.find(({ id }) => id === data.comment);
  // An office may take back what it released; what was refused stays refused.
  const inTurn = type === 'commentReleased' ? ['waiting'] : type === 'commentRefused' ? ['waiting', 'released'] : ['released'];
  if (comment === undefined || !inTurn.includes(comment.status)) return [fault('project/comment-not-in-turn', '/comment')];
  if (type === 'commentAnswered') return textFaults(data.text, '/text', 2000);
  return type === 'commentRefused' && (typeof data.reason !== 'string' || data.reason.trim() === '') ? [fault('project/text-missing', '/reason')] : [];
}

function textFaults(text: unknown, pointer: string, most: number): readonly ProjectFault[] {
  if (typeof text !== 'string' || text.trim() === '') return [fault('project/comment-empty', pointer)];
  const count = [...text].length;
  const kinds = [...new Set(findPersonalData(text).map(({ kind }) => kind))].map((kind) => personalNumbers[kind]);
  return [...(count > most ? [fault('project/comment-too-long', pointer, { most, count })] : []), ...(kinds.length === 0 ? [] : [fault('project/comment-personal-data', pointer, { kinds })])];
}
