import type { FindingSentences } from '../findings.js';

export type ThresholdFindingCode = 'scheme/second-key-missing' | 'scheme/second-key-unused' | 'scheme/vote-rounds-unused' | 'scheme/vote-rounds-none' | 'scheme/vote-never-passes' | 'scheme/quorum-never-met' | 'scheme/conflict-hard-and-soft';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Sentences about what is wrong with a vote rule. */
export const thresholdSentences: FindingSentences<ThresholdFindingCode> = {
  'zh-CN': {
    'scheme/second-key-missing': () => ({ message: '票数相等时按第二依据处理，但没有写第二依据', remedy: '请在 "secondKey" 里写上条件，或换一种处理办法。' }),
    'scheme/second-key-unused': () => ({ message: '写了第二依据，但票数相等时不按它处理', remedy: '请把 "tie" 写成 "secondKey"，或删去 "secondKey"。' }),
    'scheme/vote-rounds-unused': () => ({ message: '写了最多表决几轮，但票数相等时不重新投票', remedy: '请把 "tie" 写成 "revote"，或删去 "rounds"。' }),
    'scheme/vote-rounds-none': (p) => ({ message: `最多表决${text(p['rounds'])}轮，至少应有1轮`, remedy: '请改正 "rounds"。' }),
    'scheme/vote-never-passes': (p) => ({ message: `赞成票须超过${text(p['p'])}/${text(p['q'])}，全部赞成也达不到`, remedy: '请把 "op" 写成 ">="，或改小比例。' }),
    'scheme/quorum-never-met': (p) => ({ message: `到会人数须超过${text(p['p'])}/${text(p['q'])}，全部到会也达不到`, remedy: '请把 "op" 写成 ">="，或改小比例。' }),
    'scheme/conflict-hard-and-soft': (p) => ({ message: `“${text(p['ground'])}”既写在须回避的关系里，又写在只登记的关系里，按须回避处理`, remedy: '请从其中一处删去。' }),
  },
  en: {
    'scheme/second-key-missing': () => ({ message: 'A tie goes by a second key and there is none.', remedy: 'Write the condition in "secondKey", or choose another tie rule.' }),
    'scheme/second-key-unused': () => ({ message: 'There is a second key and a tie does not go by it.', remedy: 'Make "tie" "secondKey", or remove "secondKey".' }),
    'scheme/vote-rounds-unused': () => ({ message: 'The number of rounds is limited and a tie is not voted on again.', remedy: 'Make "tie" "revote", or remove "rounds".' }),
    'scheme/vote-rounds-none': (p) => ({ message: `There are ${text(p['rounds'])} rounds of voting at most; it takes one at least.`, remedy: 'Correct "rounds".' }),
    'scheme/vote-never-passes': (p) => ({ message: `Yes has to be more than ${text(p['p'])}/${text(p['q'])}, which not even all votes reach.`, remedy: 'Make "op" ">=", or lower the ratio.' }),
    'scheme/quorum-never-met': (p) => ({ message: `Those present have to be more than ${text(p['p'])}/${text(p['q'])}, which not even all members reach.`, remedy: 'Make "op" ">=", or lower the ratio.' }),
    'scheme/conflict-hard-and-soft': (p) => ({ message: `"${text(p['ground'])}" makes members leave and is also only put on record; they leave.`, remedy: 'Remove it from one of the two.' }),
  },
};
