import type { CaseEvent, Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { panelSheets, scoringAt, stateFacts, visibleSheets } from '@cobuild/rules';

/**
 * A case without the score sheets that somebody may not see yet: those of others before all are in, and of a blind panel all but one's own. Neither the state nor its log names
 * a mark of them.
 */
export function withSeenSheets(given: Scheme, state: CaseState, viewer: string): CaseState {
  const scheme = resolveParameters(given);
  const { scoring } = scheme;
  if (scoring === undefined || state.scoring === undefined) return state;
  const facts = stateFacts(scheme, state);
  const hidden = new Set(state.scoring.flatMap(({ stage }) => {
    const found = scoringAt(state, stage);
    const reviewers = state.assigned?.find((item) => item.stage === stage)?.reviewers.map((id) => ({ id }));
    const { sheets } = visibleSheets(scoring, panelSheets(found), { item: state.id, stage, applicant: state.applicant, facts, viewer, closed: found.phase === 'closed', ...(reviewers === undefined ? {} : { reviewers }) });
    const seen = new Set(sheets.map(({ reviewer }) => reviewer));
    return found.sheets.filter(({ reviewer }) => !seen.has(reviewer)).map(({ reviewer }) => `${stage} ${reviewer}`);
  }));
  if (hidden.size === 0) return state;
  return {
    ...state,
    // That a sheet is in is known to all; what stands in it is not.
    scoring: state.scoring.map((panel) => ({ ...panel, sheets: panel.sheets.map((sheet) => (hidden.has(`${panel.stage} ${sheet.reviewer}`) ? { ...sheet, marks: [], comment: '' } : sheet)) })),
    history: state.history.map((event): CaseEvent => (event.type === 'scoreSubmitted' && hidden.has(`${event.data.stage} ${event.data.reviewer}`) ? { ...event, data: { stage: event.data.stage, reviewer: event.data.reviewer, marks: [] } } : event)),
  };
}
