import type { FindingSentences } from '../findings.js';

export type AutomaticStageFindingCode = 'scheme/rule-stage-both' | 'scheme/automatic-outcome-missing' | 'scheme/table-output-missing' | 'scheme/table-outcome-unknown' | 'scheme/automatic-setting-unused' | 'scheme/stage-vote-unknown' | 'scheme/stage-vote-unused';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Sentences about stages that settle themselves. */
export const automaticStageSentences: FindingSentences<AutomaticStageFindingCode> = {
  'zh-CN': {
    'scheme/rule-stage-both': () => ({ message: '这个环节既写了条件又写了决策表，只按条件办理', remedy: '请删去其中一项。' }),
    'scheme/automatic-outcome-missing': (p) => ({ message: p['favour'] === true ? '这个环节自动得出结果，但没有符合时的办理结果' : '这个环节自动得出结果，但没有不符合时的办理结果', remedy: p['favour'] === true ? '请在 "outcomes" 里补上种类为 "forward" 或 "passed" 的结果。' : '请在 "outcomes" 里补上种类为 "reject" 或 "failed" 的结果，否则不符合的申报会停在这里。' }),
    'scheme/table-output-missing': (p) => ({ message: `决策表没有名为“${text(p['output'])}”的输出`, remedy: '请在 "output" 里写上决策表的输出名。' }),
    'scheme/table-outcome-unknown': (p) => ({ message: `决策表第“${text(p['row'])}”行的结果“${text(p['outcome'])}”不是这个环节的办理结果`, remedy: '请与这个环节的 "outcomes" 核对。' }),
    'scheme/automatic-setting-unused': (p) => ({ message: `“${text(p['setting'])}”只用于自动办理的环节（method 为 "rule"）`, remedy: '请改正办理方式，或删去这一项。' }),
    'scheme/stage-vote-unknown': (p) => ({ message: `方案没有编号为“${text(p['vote'])}”的群众投票`, remedy: '请与方案的 "publicVotes" 核对。' }),
    'scheme/stage-vote-unused': () => ({ message: '只有群众投票的环节（method 为 "publicVote"）才由投票的计票结果决定', remedy: '请改正办理方式，或删去 "publicVote"。' }),
  },
  en: {
    'scheme/rule-stage-both': () => ({ message: 'The stage has a condition and a table; only the condition is read.', remedy: 'Remove one of the two.' }),
    'scheme/automatic-outcome-missing': (p) => ({ message: p['favour'] === true ? 'The stage settles itself and has no outcome for what fits.' : 'The stage settles itself and has no outcome for what does not fit.', remedy: p['favour'] === true ? 'Add an outcome of the kind "forward" or "passed".' : 'Add an outcome of the kind "reject" or "failed"; without it such a case stops here.' }),
    'scheme/table-output-missing': (p) => ({ message: `The table has no output "${text(p['output'])}".`, remedy: 'Name an output of the table in "output".' }),
    'scheme/table-outcome-unknown': (p) => ({ message: `Row "${text(p['row'])}" of the table gives "${text(p['outcome'])}", which is no outcome of this stage.`, remedy: 'Compare it with the "outcomes" of the stage.' }),
    'scheme/automatic-setting-unused': (p) => ({ message: `"${text(p['setting'])}" is read at stages of the method "rule" only.`, remedy: 'Correct the method, or remove it.' }),
    'scheme/stage-vote-unknown': (p) => ({ message: `The scheme has no public vote "${text(p['vote'])}".`, remedy: 'Compare it with "publicVotes" of the scheme.' }),
    'scheme/stage-vote-unused': () => ({ message: 'Only a stage of the method "publicVote" is settled by the count of a vote.', remedy: 'Correct the method, or remove "publicVote".' }),
  },
};
