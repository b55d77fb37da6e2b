import type { FindingSentences } from '../findings.js';

export type ThresholdFindingCode = 'scheme/second-key-missing' | 'scheme/second-key-unused' | 'scheme/vote-rounds-unused' | 'scheme/vote-rounds-none' | 'scheme/vote-never-passes' | 'scheme/vote-any-yes' | 'scheme/quorum-never-met' | 'scheme/quorum-always-met' | 'scheme/quorum-of-one' | 'scheme/conflict-hard-and-soft';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Which of several vote rules it is; empty where that is not known. */
const zhOwner = (p: Readonly<Record<string, unknown>>): string => (text(p['within']) === '' ? '' : `「${text(p['within'])}」：`);
const enOwner = (p: Readonly<Record<string, unknown>>): string => (text(p['within']) === '' ? '' : `"${text(p['within'])}": `);

/** Sentences about what is wrong with a vote rule. */
export const thresholdSentences: FindingSentences<ThresholdFindingCode> = {
  'zh-CN': {
    'scheme/second-key-missing': (p) => ({ message: `${zhOwner(p)}票数相等时按第二依据处理，但没有写第二依据`, remedy: '请在 "secondKey" 里写上条件，或换一种处理办法。' }),
    'scheme/second-key-unused': (p) => ({ message: `${zhOwner(p)}写了第二依据，但票数相等时不按它处理`, remedy: '请把 "tie" 写成 "secondKey"，或删去 "secondKey"。' }),
    'scheme/vote-rounds-unused': (p) => ({ message: `${zhOwner(p)}写了最多表决几轮，但票数相等时不重新投票`, remedy: '请把 "tie" 写成 "revote"，或删去 "rounds"。' }),
    'scheme/vote-rounds-none': (p) => ({ message: `${zhOwner(p)}最多表决${text(p['rounds'])}轮，至少应有1轮`, remedy: '请改正 "rounds"。' }),
    'scheme/vote-never-passes': (p) => ({ message: `${zhOwner(p)}赞成票须超过${text(p['p'])}/${text(p['q'])}，全部赞成也达不到`, remedy: '请把 "op" 写成 ">="，或改小比例。' }),
    'scheme/vote-any-yes': (p) => ({ message: `${zhOwner(p)}通过比例是${text(p['p'])}/${text(p['q'])}，只要有一张赞成票就通过，反对票再多也不起作用`, remedy: '请核对比例，过半数写成 "op": ">"、"ratio": { "p": 1, "q": 2 }。' }),
    'scheme/quorum-always-met': (p) => ({ message: `${zhOwner(p)}到会比例是${text(p['p'])}/${text(p['q'])}，无论几人到会都算达到，等于不要求到会人数`, remedy: '请核对比例；不要求到会人数的，请把 "quorum" 写成 "none"。' }),
    'scheme/quorum-of-one': (p) => ({ message: `${zhOwner(p)}到会比例写成超过${text(p['p'])}/${text(p['q'])}，到会一人就算达到`, remedy: '请核对比例，三分之二写成 { "p": 2, "q": 3 }。' }),
    'scheme/quorum-never-met': (p) => ({ message: `${zhOwner(p)}到会人数须超过${text(p['p'])}/${text(p['q'])}，全部到会也达不到`, remedy: '请把 "op" 写成 ">="，或改小比例。' }),
    'scheme/conflict-hard-and-soft': (p) => ({ message: `${zhOwner(p)}“${text(p['ground'])}”既写在须回避的关系里，又写在只登记的关系里，按须回避处理`, remedy: '请从其中一处删去。' }),
  },
  en: {
    'scheme/second-key-missing': (p) => ({ message: `${enOwner(p)}A tie goes by a second key and there is none.`, remedy: 'Write the condition in "secondKey", or choose another tie rule.' }),
    'scheme/second-key-unused': (p) => ({ message: `${enOwner(p)}There is a second key and a tie does not go by it.`, remedy: 'Make "tie" "secondKey", or remove "secondKey".' }),
    'scheme/vote-rounds-unused': (p) => ({ message: `${enOwner(p)}The number of rounds is limited and a tie is not voted on again.`, remedy: 'Make "tie" "revote", or remove "rounds".' }),
    'scheme/vote-rounds-none': (p) => ({ message: `${enOwner(p)}There are ${text(p['rounds'])} rounds of voting at most; it takes one at least.`, remedy: 'Correct "rounds".' }),
    'scheme/vote-never-passes': (p) => ({ message: `${enOwner(p)}Yes has to be more than ${text(p['p'])}/${text(p['q'])}, which not even all votes reach.`, remedy: 'Make "op" ">=", or lower the ratio.' }),
    'scheme/vote-any-yes': (p) => ({ message: `${enOwner(p)}The ratio is ${text(p['p'])}/${text(p['q'])}: one yes is enough, however many say no.`, remedy: 'Check the ratio; more than half is "op": ">" with "ratio": { "p": 1, "q": 2 }.' }),
    'scheme/quorum-always-met': (p) => ({ message: `${enOwner(p)}The share of those present is ${text(p['p'])}/${text(p['q'])}, which any number reaches; nobody has to be there.`, remedy: 'Check the ratio; where nobody has to be there, make "quorum" "none".' }),
    'scheme/quorum-of-one': (p) => ({ message: `${enOwner(p)}Those present have to be more than ${text(p['p'])}/${text(p['q'])}, which a single member reaches.`, remedy: 'Check the ratio; two thirds is { "p": 2, "q": 3 }.' }),
    'scheme/quorum-never-met': (p) => ({ message: `${enOwner(p)}Those present have to be more than ${text(p['p'])}/${text(p['q'])}, which not even all members reach.`, remedy: 'Make "op" ">=", or lower the ratio.' }),
    'scheme/conflict-hard-and-soft': (p) => ({ message: `${enOwner(p)}"${text(p['ground'])}" makes members leave and is also only put on record; they leave.`, remedy: 'Remove it from one of the two.' }),
  },
};
