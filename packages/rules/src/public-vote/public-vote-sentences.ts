import type { FindingSentences } from '../findings.js';

const text = (value: unknown): string => String(value);
const listed = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : '');

/** Sentences for what `checkPublicVote` finds. */
export const publicVoteSentences = {
  'zh-CN': {
    'scheme/public-vote-closes-first': (p) => ({ message: `投票结束时间${text(p['closesAt'])}不晚于开始时间${text(p['opensAt'])}，谁也投不了票`, remedy: '请改正开始或结束时间。' }),
    'scheme/public-vote-no-time': () => ({ message: '票数每天公布一次，却没有写几点公布', remedy: '请写 at，例如 "18:00"。' }),
    'scheme/public-vote-picks-both': () => ({ message: '既写了正好选几项，又写了最少或最多几项', remedy: '请只留一种写法。' }),
    'scheme/public-vote-no-picks': () => ({ message: '每张票一项也不能选', remedy: '请改正可选的项数。' }),
    'scheme/public-vote-picks-range': (p) => ({ message: `最少选${text(p['minimum'])}项多于最多选${text(p['maximum'])}项，所有选票都会无效`, remedy: '请改正其中一个。' }),
    'scheme/public-vote-too-few-candidates': (p) => ({ message: `每张票要选${text(p['number'])}项，候选只有${text(p['candidates'])}个，所有选票都会无效`, remedy: '请改小项数，或者补充候选。' }),
    'scheme/public-vote-nobody': () => ({ message: '限额为0，谁也投不了票', remedy: '请改正限额；不限制就删去它。' }),
    'scheme/public-vote-limit-unused': (p) => ({ message: `每天${text(p['perDay'])}张多于总共${text(p['total'])}张，每天的限额不起作用`, remedy: '请改正其中一个。' }),
    'scheme/public-vote-weights': (p) => ({ message: `公众投票与评委打分的权重合计${text(p['sum'])}，不是100`, remedy: '请调整权重，使合计为100。' }),
    'scheme/public-vote-weight-negative': (p) => ({ message: `权重不能是负数（${text(p['weight'])}）`, remedy: '请改正权重。' }),
    'scheme/public-vote-full-mark': () => ({ message: '评委满分须大于0', remedy: '请改正满分。' }),
    'scheme/public-vote-step': () => ({ message: '得分的取整单位须大于0', remedy: '请改正取整单位。' }),
    'scheme/public-vote-no-winners': () => ({ message: '名额为0，没有人能当选', remedy: '请改正名额。' }),
    'scheme/public-vote-places-stay-empty': (p) => ({ message: `名额${text(p['count'])}个，按候选人数和地区限额最多只能选出${text(p['most'])}个`, remedy: '请减少名额，放宽地区限额，或者补充候选。' }),
    'scheme/public-vote-no-tie-rule': () => ({ message: '没有规定票数（得分）相同而名额不够时如何定先后，遇到时须由人决定', remedy: '请写 tie；还没有定的写 "UNDECIDED"。' }),
    'scheme/public-vote-tie-key': (p) => ({ message: `相同时要比较“${text(p['key'])}”，这里没有它`, remedy: `可以比较：${listed(p['known'], '、')}。` }),
    'scheme/public-vote-unknown-category': (p) => ({ message: `候选“${text(p['candidate'])}”的类别“${text(p['category'])}”不存在`, remedy: `可以写：${listed(p['known'], '、') || '（还没有类别）'}。` }),
  },
  en: {
    'scheme/public-vote-closes-first': (p) => ({ message: `The vote closes at ${text(p['closesAt'])}, not after it opens at ${text(p['opensAt'])}; nobody can vote.`, remedy: 'Mend one of them.' }),
    'scheme/public-vote-no-time': () => ({ message: 'Totals are shown once a day, but nothing says when.', remedy: 'Write at, such as "18:00".' }),
    'scheme/public-vote-picks-both': () => ({ message: 'Both an exact number of picks and a range are given.', remedy: 'Keep one of them.' }),
    'scheme/public-vote-no-picks': () => ({ message: 'A ballot has no picks.', remedy: 'Mend the number of picks.' }),
    'scheme/public-vote-picks-range': (p) => ({ message: `At least ${text(p['minimum'])} picks are more than at most ${text(p['maximum'])}; every ballot would be void.`, remedy: 'Mend one of them.' }),
    'scheme/public-vote-too-few-candidates': (p) => ({ message: `A ballot needs ${text(p['number'])} picks and there are ${text(p['candidates'])} candidates; every ballot would be void.`, remedy: 'Lower the number, or add candidates.' }),
    'scheme/public-vote-nobody': () => ({ message: 'A limit of 0: nobody can vote.', remedy: 'Mend the limit; remove it where there is none.' }),
    'scheme/public-vote-limit-unused': (p) => ({ message: `${text(p['perDay'])} ballots a day are more than ${text(p['total'])} in all; the limit per day has no effect.`, remedy: 'Mend one of them.' }),
    'scheme/public-vote-weights': (p) => ({ message: `The weights of public and jury are ${text(p['sum'])} together, not 100.`, remedy: 'Adjust them.' }),
    'scheme/public-vote-weight-negative': (p) => ({ message: `A weight cannot be negative (${text(p['weight'])}).`, remedy: 'Mend it.' }),
    'scheme/public-vote-full-mark': () => ({ message: 'The jury’s highest mark has to be greater than 0.', remedy: 'Mend it.' }),
    'scheme/public-vote-step': () => ({ message: 'The rounding step has to be greater than 0.', remedy: 'Mend it.' }),
    'scheme/public-vote-no-winners': () => ({ message: 'With 0 places nobody can be chosen.', remedy: 'Mend the number.' }),
    'scheme/public-vote-places-stay-empty': (p) => ({ message: `There are ${text(p['count'])} places; candidates and caps per region fill at most ${text(p['most'])}.`, remedy: 'Lower the number of places, widen the cap, or add candidates.' }),
    'scheme/public-vote-no-tie-rule': () => ({ message: 'Nothing says what separates equals when places are short; somebody will have to decide.', remedy: 'Write tie; "UNDECIDED" where nobody has decided.' }),
    'scheme/public-vote-tie-key': (p) => ({ message: `Equals are to be separated by "${text(p['key'])}", which is not known here.`, remedy: `Known: ${listed(p['known'], ', ')}.` }),
    'scheme/public-vote-unknown-category': (p) => ({ message: `Category "${text(p['category'])}" of candidate "${text(p['candidate'])}" does not exist.`, remedy: `Known: ${listed(p['known'], ', ') || '(none)'}.` }),
  },
} satisfies FindingSentences;
