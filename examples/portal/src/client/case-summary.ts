import type { Problem, Scheme } from '@cobuild/core';
import { localize } from './localize.js';
import type { CaseState, Decision } from '@cobuild/rules';
import type { CaseSummary } from '@cobuild/components';

/** A case as the server shows it to one person. */
export interface CaseView { readonly state: CaseState; readonly decision: Decision; readonly next: readonly { readonly type: string; readonly stage: string; readonly outcome?: string }[]; readonly problems: readonly Problem[] }

const ends: Readonly<Record<string, string>> = { approved: '已立项', rejected: '未通过初审', notApproved: '未通过会审', withdrawn: '已撤回' };

/** An applicant may withdraw at any time, but has something to do only when the application came back. */
const todoOf = (isDue: boolean, returned: boolean): { readonly todo?: string } => (isDue ? { todo: returned ? '请补正后重新提交' : '待办理' } : {});

/** A line of a work list; who is outside reads the public name of a stage. */
export function summarize(scheme: Scheme, { state, next }: CaseView, audience: 'applicant' | 'office'): CaseSummary {
  const stage = scheme.stages.find(({ id }) => id === state.stage);
  const stageTitle = localize((audience === 'applicant' ? stage?.publicTitle : undefined) ?? stage?.title);
  const returned = state.returned !== undefined;
  const last = state.history[state.history.length - 1];
  const title = state.answers['projectName'];
  return {
    id: state.id,
    title: typeof title === 'string' ? title : state.id,
    applicant: state.applicant.name ?? state.applicant.id,
    stage: stageTitle,
    status: state.status === 'ended' ? 'ended' : returned ? 'returned' : 'open',
    statusText: state.end !== undefined ? (ends[state.end] ?? state.end) : returned ? '退回补正' : `${stageTitle}中`,
    updatedAt: last?.at ?? state.submittedAt,
    ...todoOf(audience === 'applicant' ? returned : next.length > 0, returned),
  };
}
