import { localize } from '@cobuild/core';
import type { Locale, LocalizedText } from '@cobuild/core';
import type { FindingSentences } from '../findings.js';

export type ScoringFindingCode =
  | 'scheme/weights-do-not-add-up' | 'scheme/no-criteria' | 'scheme/weight-not-positive' | 'scheme/mark-range-empty' | 'scheme/mark-step' | 'scheme/anchor-outside' | 'scheme/anchor-twice'
  | 'scheme/mark-bands-gap' | 'scheme/mark-bands-overlap' | 'scheme/mark-band-empty' | 'scheme/mark-band-both' | 'scheme/mark-band-outside' | 'scheme/mark-value-not-an-option'
  | 'scheme/mark-fact-does-not-fit' | 'scheme/not-applicable-policy-missing' | 'scheme/not-applicable-by-fact'
  | 'scheme/score-bands-gap' | 'scheme/score-bands-overlap' | 'scheme/score-band-empty' | 'scheme/rounding-step' | 'scheme/pass-mark-outside' | 'scheme/total-limits'
  | 'scheme/trimming-unused' | 'scheme/minimum-scores-too-few' | 'scheme/minimum-scores-not-positive';

type Params = Readonly<Record<string, unknown>>;
/** A value as it stands; a title in the language. */
function text(value: unknown, locale: Locale): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null && 'zh-CN' in value ? localize(value as LocalizedText, locale) : '';
}
const zh = (value: unknown): string => text(value, 'zh-CN');
const en = (value: unknown): string => text(value, 'en');

/** `[80, 90)` in words; an end that is absent is open. */
const zhRange = ({ from, below }: Params): string => [from === undefined ? '' : `${zh(from)}以上（含）`, below === undefined ? '' : `不满${zh(below)}`].filter(Boolean).join('、') || '全部';
const enRange = ({ from, below }: Params): string => [from === undefined ? '' : `${en(from)} or more`, below === undefined ? '' : `less than ${en(below)}`].filter(Boolean).join(' and ') || 'everything';

/** Sentences about what is wrong with a score card. */
export const scoringSentences: FindingSentences<ScoringFindingCode> = {
  'zh-CN': {
    'scheme/weights-do-not-add-up': (p) => ({ message: `各评分项的权重合计${zh(p['sum'])}，应为${zh(p['outOf'])}`, remedy: '请调整权重；加分项和扣分项写明 kind，不计入合计。' }),
    'scheme/no-criteria': () => ({ message: '评分表里没有评分项', remedy: '请添加评分项。' }),
    'scheme/weight-not-positive': (p) => ({ message: `“${zh(p['criterion'])}”的权重是${zh(p['weight'])}，应大于0`, remedy: '扣分项的权重也写正数，并写 "kind": "deduction"。' }),
    'scheme/mark-range-empty': (p) => ({ message: `“${zh(p['criterion'])}”的最低分${zh(p['minimum'])}不小于最高分${zh(p['maximum'])}，或者最高分不大于0`, remedy: '请改正最低分和最高分。' }),
    'scheme/mark-step': (p) => ({ message: `“${zh(p['criterion'])}”按${zh(p['step'])}分一档打分，从${zh(p['minimum'])}分起打不到最高分${zh(p['maximum'])}`, remedy: '请改正 step：须大于0，最低分加若干档正好是最高分。' }),
    'scheme/anchor-outside': (p) => ({ message: `“${zh(p['criterion'])}”说明了${zh(p['mark'])}分，但打不出这个分数`, remedy: '请核对最低分、最高分和 step。' }),
    'scheme/anchor-twice': (p) => ({ message: `“${zh(p['criterion'])}”的${zh(p['mark'])}分说明了两次`, remedy: '请删去一条。' }),
    'scheme/mark-bands-gap': (p) => ({ message: `“${zh(p['criterion'])}”的计分档有缺口：${zhRange(p)}没有分数`, remedy: '请补上缺少的一档，或者写 otherwise。' }),
    'scheme/mark-bands-overlap': (p) => ({ message: `“${zh(p['criterion'])}”的计分档有重叠：${p['value'] === undefined ? zhRange(p) : `“${zh(p['value'])}”`}同时落在两档`, remedy: '请改正范围：上一档的 below 等于下一档的 from。' }),
    'scheme/mark-band-empty': (p) => ({ message: `“${zh(p['criterion'])}”有一档里没有任何值`, remedy: 'from 须小于 below，in 须写上值。' }),
    'scheme/mark-band-both': (p) => ({ message: `“${zh(p['criterion'])}”的一档既写了 in 又写了 from 或 below`, remedy: '请分成两档。' }),
    'scheme/mark-band-outside': (p) => ({ message: `“${zh(p['criterion'])}”的一档给${zh(p['mark'])}分，应在${zh(p['minimum'])}到${zh(p['maximum'])}分之间`, remedy: '请改正分数。' }),
    'scheme/mark-value-not-an-option': (p) => ({ message: `“${zh(p['criterion'])}”的一档写了“${zh(p['value'])}”，它不在表单的选项里`, remedy: '请与表单的选项核对。' }),
    'scheme/mark-fact-does-not-fit': (p) => ({ message: `“${zh(p['criterion'])}”按数字分档，但“${zh(p['fact'])}”不是数字`, remedy: '请换一个字段，或者用 in 列出各个值。' }),
    'scheme/not-applicable-policy-missing': (p) => ({ message: `“${zh(p['criterion'])}”可以填“不适用”，但没有写明填了怎么算`, remedy: '请写 notApplicable：rescale、zero 或 block。' }),
    'scheme/not-applicable-by-fact': (p) => ({ message: `“${zh(p['criterion'])}”按申报内容计分，不会有人填“不适用”`, remedy: '请删去 mayBeNotApplicable。' }),
    'scheme/score-bands-gap': (p) => ({ message: `等次有缺口：${zhRange(p)}的分数没有等次`, remedy: '请使上一等次的 below 等于下一等次的 from。' }),
    'scheme/score-bands-overlap': (p) => ({ message: `等次有重叠：${zhRange(p)}的分数同时属于${zh(p['first'])}和${zh(p['second'])}`, remedy: '请使上一等次的 below 等于下一等次的 from。' }),
    'scheme/score-band-empty': (p) => ({ message: `等次${zh(p['band'])}里没有任何分数`, remedy: 'from 须小于 below。' }),
    'scheme/rounding-step': (p) => ({ message: `取舍的单位是${zh(p['step'])}，应大于0`, remedy: '保留两位小数写 0.01，取整写 1。' }),
    'scheme/pass-mark-outside': (p) => ({ message: `及格分${zh(p['passMark'])}高于可能得到的最高分${zh(p['most'])}`, remedy: '请改正及格分。' }),
    'scheme/total-limits': (p) => ({ message: `总分的下限${zh(p['minimum'])}不小于上限${zh(p['maximum'])}`, remedy: '请改正 totalMinimum 和 totalMaximum。' }),
    'scheme/trimming-unused': () => ({ message: '写了去掉几个最高分、最低分，但均分方式不是 trimmed，它不起作用', remedy: '请写 "mean": "trimmed"，或者删去。' }),
    'scheme/minimum-scores-too-few': (p) => ({ message: `至少${zh(p['minimum'])}个分数，去掉${zh(p['dropped'])}个以后一个也不剩`, remedy: '请提高 minimumScores，或者少去掉几个。' }),
    'scheme/minimum-scores-not-positive': () => ({ message: '至少需要的分数个数应大于0', remedy: '请改正 minimumScores。' }),
  },
  en: {
    'scheme/weights-do-not-add-up': (p) => ({ message: `The weights add up to ${en(p['sum'])}, not ${en(p['outOf'])}.`, remedy: 'Change the weights; bonus and deductions say so in kind and stay outside the sum.' }),
    'scheme/no-criteria': () => ({ message: 'The score card has no criteria.', remedy: 'Add criteria.' }),
    'scheme/weight-not-positive': (p) => ({ message: `The weight of "${en(p['criterion'])}" is ${en(p['weight'])}; it has to be more than 0.`, remedy: 'Write the weight of a deduction as a positive number too, with "kind": "deduction".' }),
    'scheme/mark-range-empty': (p) => ({ message: `The lowest mark ${en(p['minimum'])} of "${en(p['criterion'])}" is not below the highest ${en(p['maximum'])}, or that is not above 0.`, remedy: 'Mend minimum and maximum.' }),
    'scheme/mark-step': (p) => ({ message: `Marks of "${en(p['criterion'])}" in steps of ${en(p['step'])} from ${en(p['minimum'])} do not reach the highest, ${en(p['maximum'])}.`, remedy: 'Mend step: more than 0, and a number of steps leads from minimum to maximum.' }),
    'scheme/anchor-outside': (p) => ({ message: `"${en(p['criterion'])}" says what ${en(p['mark'])} means, but nobody can give that mark.`, remedy: 'Compare with minimum, maximum and step.' }),
    'scheme/anchor-twice': (p) => ({ message: `"${en(p['criterion'])}" says twice what ${en(p['mark'])} means.`, remedy: 'Take one out.' }),
    'scheme/mark-bands-gap': (p) => ({ message: `The bands of "${en(p['criterion'])}" leave a gap: no mark for ${enRange(p)}.`, remedy: 'Add the band that is missing, or otherwise.' }),
    'scheme/mark-bands-overlap': (p) => ({ message: `The bands of "${en(p['criterion'])}" overlap: ${p['value'] === undefined ? enRange(p) : `"${en(p['value'])}"`} lies in two.`, remedy: 'Let below of one band be from of the next.' }),
    'scheme/mark-band-empty': (p) => ({ message: `A band of "${en(p['criterion'])}" holds nothing.`, remedy: 'from has to be less than below, and in has to name values.' }),
    'scheme/mark-band-both': (p) => ({ message: `A band of "${en(p['criterion'])}" has in as well as from or below.`, remedy: 'Make two bands of it.' }),
    'scheme/mark-band-outside': (p) => ({ message: `A band of "${en(p['criterion'])}" gives ${en(p['mark'])}; it has to lie between ${en(p['minimum'])} and ${en(p['maximum'])}.`, remedy: 'Mend the mark.' }),
    'scheme/mark-value-not-an-option': (p) => ({ message: `A band of "${en(p['criterion'])}" names "${en(p['value'])}", which is not an option of the form.`, remedy: 'Compare with the options of the form.' }),
    'scheme/mark-fact-does-not-fit': (p) => ({ message: `"${en(p['criterion'])}" has bands of numbers, but "${en(p['fact'])}" is not a number.`, remedy: 'Take another field, or list the values with in.' }),
    'scheme/not-applicable-policy-missing': (p) => ({ message: `"${en(p['criterion'])}" may be marked not applicable, but nothing says what that does.`, remedy: 'Write notApplicable: rescale, zero or block.' }),
    'scheme/not-applicable-by-fact': (p) => ({ message: `"${en(p['criterion'])}" is scored by a fact, so nobody marks it not applicable.`, remedy: 'Take mayBeNotApplicable out.' }),
    'scheme/score-bands-gap': (p) => ({ message: `The grades leave a gap: no grade for ${enRange(p)}.`, remedy: 'Let below of one grade be from of the next.' }),
    'scheme/score-bands-overlap': (p) => ({ message: `The grades overlap: ${enRange(p)} is both ${en(p['first'])} and ${en(p['second'])}.`, remedy: 'Let below of one grade be from of the next.' }),
    'scheme/score-band-empty': (p) => ({ message: `No score lies in grade ${en(p['band'])}.`, remedy: 'from has to be less than below.' }),
    'scheme/rounding-step': (p) => ({ message: `The rounding step is ${en(p['step'])}; it has to be more than 0.`, remedy: 'Write 0.01 for two decimals, 1 for whole points.' }),
    'scheme/pass-mark-outside': (p) => ({ message: `The pass mark ${en(p['passMark'])} is above the highest score that can be had, ${en(p['most'])}.`, remedy: 'Mend the pass mark.' }),
    'scheme/total-limits': (p) => ({ message: `The least total ${en(p['minimum'])} is not below the greatest ${en(p['maximum'])}.`, remedy: 'Mend totalMinimum and totalMaximum.' }),
    'scheme/trimming-unused': () => ({ message: 'It says how many of the highest and lowest are dropped, but the mean is not trimmed, so it does nothing.', remedy: 'Write "mean": "trimmed", or take it out.' }),
    'scheme/minimum-scores-too-few': (p) => ({ message: `With at least ${en(p['minimum'])} scores, none is left once ${en(p['dropped'])} are dropped.`, remedy: 'Raise minimumScores, or drop fewer.' }),
    'scheme/minimum-scores-not-positive': () => ({ message: 'The number of scores needed has to be more than 0.', remedy: 'Mend minimumScores.' }),
  },
};
