import type { ProjectPost, Scheme } from '@cobuild/core';
import { currentHoldings, sameHolder } from './posts.js';
import type { ProjectFault } from './project-fault.js';
import { fault } from './project-fault.js';
import type { FundedProject, PostHolder, PostHolding, ProjectAction } from './project-types.js';

type PostAction = Extract<ProjectAction, { type: 'holderAppointed' | 'holderReplaced' | 'holderReleased' }>;

/** What is wrong with an appointment, a hand-over or a leave: post, holder, order of the days. Reasons and days themselves are looked at elsewhere. */
export function postFaults(scheme: Scheme, project: FundedProject, { type, data }: PostAction, today: string): readonly ProjectFault[] {
  if (type === 'holderAppointed') {
    const post = postOf(scheme, data.post);
    if (post === undefined) return [fault('project/no-such-post', '/post')];
    const held = currentHoldings(project, post.id);
    const full = held.length >= (post.count ?? 1) ? [fault('project/post-held', '/post', { post: post.title, name: held.map(({ holder }) => holder.name) })] : [];
    return [...full, ...holderFaults(scheme, project, post, data.holder)];
  }
  const before = currentHoldings(project).find(({ id }) => id === data.holding);
  const post = before === undefined ? undefined : postOf(scheme, before.post);
  if (before === undefined || post === undefined) return [fault('project/no-such-holding', '/holding')];
  const early = before.since !== undefined && data.on < before.since && data.on <= today ? [fault('project/before-holding', '/on', { name: before.holder.name, date: before.since })] : [];
  return [...early, ...(type === 'holderReplaced' ? successorFaults(scheme, project, post, before, data.holder) : [])];
}

const postOf = ({ supervision }: Scheme, id: string): ProjectPost | undefined => supervision?.posts?.find((post) => post.id === id);

function successorFaults(scheme: Scheme, project: FundedProject, post: ProjectPost, before: PostHolding, holder: PostHolder): readonly ProjectFault[] {
  return sameHolder(before.holder, holder) ? [fault('project/same-holder', '/holder', { name: holder.name })] : holderFaults(scheme, { ...project, holdings: (project.holdings ?? []).filter((each) => each !== before) }, post, holder);
}

/** Somebody with a name, in the role of the post, who does not hold it or one that excludes it, and does not decide on the project of their own unit. */
function holderFaults(scheme: Scheme, project: FundedProject, post: ProjectPost, holder: PostHolder): readonly ProjectFault[] {
  if (typeof holder.name !== 'string' || holder.name.trim() === '') return [fault('project/holder-missing', '/holder')];
  const own = currentHoldings(project).filter((each) => sameHolder(each.holder, holder));
  const excluded = own.map((each) => postOf(scheme, each.post)).find((other) => other !== undefined && (post.notWith?.includes(other.id) === true || other.notWith?.includes(post.id) === true));
  const unit = project.applicant.unit ?? project.applicant.id;
  const decides = (post.receives ?? []).length > 0;
  return [
    ...(post.role !== undefined && holder.id !== undefined && holder.role !== post.role ? [fault('project/holder-role', '/holder', { name: holder.name, post: post.title })] : []),
    ...(own.some((each) => each.post === post.id) ? [fault('project/holds-post-already', '/holder', { name: holder.name, post: post.title })] : []),
    ...(excluded === undefined ? [] : [fault('project/posts-exclude', '/holder', { name: holder.name, post: post.title, other: excluded.title })]),
    ...(decides && (holder.unit === unit || holder.id === project.applicant.id) ? [fault('project/holder-of-unit', '/holder', { name: holder.name, post: post.title })] : []),
    ...(holder.town !== undefined && project.applicant.town !== undefined && holder.town !== project.applicant.town ? [fault('project/holder-other-town', '/holder', { name: holder.name })] : []),
  ];
}
