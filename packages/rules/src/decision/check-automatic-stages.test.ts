import type { Stage } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { amountTable, branching, branchingScheme, factCard, schemeWith } from '../../test/stage-scheme.js';
import { residentsScheme, residentsStage } from '../../test/panel-scheme.js';
import { automaticStageSentences } from './automatic-stage-sentences.js';
import { checkAutomaticStages } from './check-automatic-stages.js';

const [route, quick, vote, rating] = branching;
if (route === undefined || quick === undefined || vote === undefined || rating === undefined) throw new Error('no stages');
const found = (stage: Stage): string[] => checkAutomaticStages(schemeWith([stage], { decisionTables: [amountTable], scoring: factCard })).map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
const without = (stage: Stage, id: string): Stage => ({ ...stage, outcomes: stage.outcomes.filter((outcome) => outcome.id !== id) });

describe('checkAutomaticStages', () => {
  it.each<[string, Stage, string[]]>([
    ['a condition with a way out for no other answer', without(quick, 'no'), ['error scheme/automatic-outcome-missing /stages/1/outcomes']],
    ['a condition without a way on', without(quick, 'ok'), ['error scheme/automatic-outcome-missing /stages/1/outcomes']],
    ['a pass mark without a way out below it', without(rating, 'fail'), ['error scheme/automatic-outcome-missing /stages/1/outcomes']],
    ['a table whose row names no outcome', without(route, 'large'), ['error scheme/table-outcome-unknown /stages/1/table']],
    ['an output that the table lacks', { ...route, output: 'way' }, ['error scheme/table-output-missing /stages/1/output']],
    ['condition and table', { ...quick, table: 'routes' }, ['warning scheme/rule-stage-both /stages/1/table']],
    ['settings of a rule at another stage', { ...vote, table: 'routes' }, ['warning scheme/automatic-setting-unused /stages/1/table']],
  ])('finds %s', (_, stage, expected) => {
    expect(found(stage)).toEqual(expected);
  });

  it.each<[string, Partial<Stage>, string[]]>([
    ['nothing at a stage that its vote settles', {}, []],
    ['a vote that the scheme does not have', { publicVote: 'other' }, ['error scheme/stage-vote-unknown /stages/1/publicVote']],
    ['a stage of another method', { method: 'checklist' }, ['warning scheme/stage-vote-unused /stages/1/publicVote']],
    ['a stage without a way out for those not chosen', { outcomes: residentsStage.outcomes.filter(({ kind }) => kind === 'passed') }, ['error scheme/automatic-outcome-missing /stages/1/outcomes']],
  ])('with a vote of residents finds %s', (_, stage, expected) => {
    expect(checkAutomaticStages(residentsScheme({}, stage)).map(({ code, severity = 'error', pointer }) => `${severity} ${code} ${pointer}`)).toEqual(expected);
  });

  it('finds nothing in a sound scheme', () => {
    expect(checkAutomaticStages(branchingScheme)).toEqual([]);
  });

  it('has a sentence for every finding in both languages', () => {
    expect(Object.keys(automaticStageSentences.en)).toEqual(Object.keys(automaticStageSentences['zh-CN']));
    for (const table of Object.values(automaticStageSentences)) for (const say of Object.values(table)) expect(JSON.stringify(say({}))).not.toMatch(/undefined|NaN/);
  });
});
