import type { Scheme, Stage } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import type { AutomaticStageFindingCode } from './automatic-stage-sentences.js';
import { AGAINST, IN_FAVOUR, wayOfKind, waysOf } from './ways.js';

type Report = (code: AutomaticStageFindingCode, at: string, params?: SchemeFinding['params'], severity?: SchemeFinding['severity']) => void;

/**
 * What would leave a case standing at a stage that settles itself: an answer without an outcome, a table whose rows name none of them.
 *
 * @param scheme - With parameters resolved.
 * @returns Pointers are from the scheme.
 */
export function checkAutomaticStages(scheme: Pick<Scheme, 'stages' | 'decisionTables' | 'scoring' | 'publicVotes'>): SchemeFinding[] {
  return scheme.stages.flatMap((stage, index) => {
    const found: SchemeFinding[] = [];
    checkStage(scheme, stage, (code, at, params = {}, severity = 'error') => {
      found.push({ code, severity, pointer: `/stages/${index}${at}`, params });
    });
    return found;
  });
}

function checkStage({ decisionTables = [], scoring, publicVotes = [] }: Pick<Scheme, 'decisionTables' | 'scoring' | 'publicVotes'>, stage: Stage, report: Report): void {
  checkCount(publicVotes, stage, report);
  const { method, condition, table, output = 'outcome' } = stage;
  if (method !== 'rule') {
    for (const setting of ['condition', 'table', 'output'] as const) if (stage[setting] !== undefined) report('scheme/automatic-setting-unused', `/${setting}`, { setting }, 'warning');
    if (method === 'score' && scoring?.passMark !== undefined) checkBothWays(stage, report);
    return;
  }
  if (condition !== undefined && table !== undefined) report('scheme/rule-stage-both', '/table', {}, 'warning');
  if (condition !== undefined) {
    checkBothWays(stage, report);
    return;
  }
  const definition = decisionTables.find(({ id }) => id === table);
  if (definition === undefined) return;
  if (!definition.outputs.some(({ id }) => id === output)) {
    report('scheme/table-output-missing', stage.output === undefined ? '/table' : '/output', { output });
    return;
  }
  for (const row of Array.isArray(definition.rows) ? definition.rows : []) {
    const outcome: unknown = row.outputs[output];
    if (outcome !== 'UNDECIDED' && !waysOf(stage).some((way) => way.outcome === outcome)) report('scheme/table-outcome-unknown', '/table', { row: row.id, outcome });
  }
}

/** A stage that a vote of residents settles: the vote is there, and both of its answers lead on. */
function checkCount(votes: NonNullable<Scheme['publicVotes']>, stage: Stage, report: Report): void {
  if (stage.publicVote === undefined) return;
  if (stage.method !== 'publicVote') report('scheme/stage-vote-unused', '/publicVote', {}, 'warning');
  else if (votes.some(({ id }) => id === stage.publicVote)) checkBothWays(stage, report);
  else report('scheme/stage-vote-unknown', '/publicVote', { vote: stage.publicVote, known: votes.map(({ id }) => id) });
}

function checkBothWays(stage: Stage, report: Report): void {
  for (const [favour, kinds] of [[true, IN_FAVOUR], [false, AGAINST]] as const) {
    if (wayOfKind(waysOf(stage), kinds) === undefined) report('scheme/automatic-outcome-missing', '/outcomes', { favour });
  }
}
