import type { FindingSentences } from '../findings.js';

const text = (value: unknown): string => String(value);
const listed = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : '');
const zhMember = (value: unknown): string => (value === 'reward' ? '奖补金额' : '考核加分');
const enMember = (value: unknown): string => (value === 'reward' ? 'reward' : 'bonus');

/** Sentences for what `checkEvaluation` finds in checks and gradings; those for pay stand with `checkPay`. */
export const evaluationSentences = {
  'zh-CN': {
    'scheme/check-cannot-be-met': (p) => ({ message: `一共${text(p['items'])}项，却要求至少${text(p['atLeast'])}项达到，永远无法通过`, remedy: '请改小 atLeast，或者补充检查项。' }),
    'scheme/grade-gap': (p) => ({ message: `${text(p['from'])}分到${text(p['below'])}分没有对应的等次，例如${text(p['from'])}分评不出等次`, remedy: '请让每个等次的起点（from）等于上一等次的终点（below），例如 80、90，不要写成 80–89、90–100。' }),
    'scheme/grade-overlap': (p) => ({ message: `“${text(p['grade'])}”与“${text(p['other'])}”重叠，例如${text(p['value'])}分同时属于两个等次`, remedy: '起点（from）算在本等次内，终点（below）不算；请让相邻等次首尾相接。' }),
    'scheme/grade-band-empty': (p) => ({ message: `“${text(p['grade'])}”的终点不大于起点，没有分数会落在这个等次`, remedy: '请改正起点或终点。' }),
    'scheme/grade-places-unused': (p) => ({ message: `按分数段评定，“${text(p['grade'])}”的名额不起作用`, remedy: '请删去名额，或者改为 "by": "places"。' }),
    'scheme/grade-band-unused': (p) => ({ message: `按名额评定，“${text(p['grade'])}”的分数段不起作用`, remedy: '请删去分数段；要求最低分的写 minimumScore。' }),
    'scheme/grade-no-places': (p) => ({ message: `按名额评定，“${text(p['grade'])}”却没有写名额`, remedy: '请写名额（count）、比例（share）或 "rest"；还没有定的写 "UNDECIDED"。' }),
    'scheme/grade-after-rest': (p) => ({ message: `“${text(p['rest'])}”取走其余全部，后面的“${text(p['grade'])}”永远评不到`, remedy: '请把 "rest" 放在最后。' }),
    'scheme/grade-no-tie-rule': () => ({ message: '没有规定得分相同而跨在两个等次之间时如何定先后，遇到时须由人决定', remedy: '请写 tie，例如先比较某一项得分，再由委员会决定；还没有定的写 "UNDECIDED"。' }),
    'scheme/grade-places-run-out': (p) => ({ message: `名额不够：参评达到${text(p['projects'])}个时，有${text(p['without'])}个没有等次`, remedy: '如果不是有意这样，请把最后一个等次写成 "rest"。' }),
    'scheme/grade-brings-less': (p) => ({ message: `“${text(p['grade'])}”的${zhMember(p['member'])}${text(p['worse'])}高于更好的“${text(p['before'])}”的${text(p['better'])}`, remedy: '请核对金额和加分，等次应从好到差排列。' }),
    'scheme/grade-over-pot': (p) => ({ message: `名额评满时奖补合计${text(p['total'])}元，超出资金总额${text(p['pot'])}元${text(p['over'])}元`, remedy: '请减少名额或金额，或者增加资金总额。' }),
    'scheme/grade-over-pot-from': (p) => ({ message: `参评达到${text(p['projects'])}个时，奖补合计${text(p['total'])}元，超出资金总额${text(p['pot'])}元`, remedy: '参评更多时请先调整金额。' }),
    'scheme/grade-weights': (p) => ({ message: `各项权重合计${text(p['sum'])}，不是100`, remedy: '请调整权重，使合计为100。' }),
    'scheme/grade-weight-negative': (p) => ({ message: `权重不能是负数（${text(p['weight'])}）`, remedy: '请改正权重。' }),
    'scheme/grade-step': (p) => ({ message: `得分不能按${text(p['step'])}取整`, remedy: '取整单位须大于0。' }),
    'scheme/grade-on-missing': () => ({ message: '得分要取整，却没有写按取整前还是取整后的得分评定', remedy: '请写 gradeOn：unrounded（取整前）或 rounded（取整后）。' }),
    'scheme/grade-mark-limits': (p) => ({ message: `最低分${text(p['minimum'])}高于最高分${text(p['maximum'])}`, remedy: '请改正其中一个。' }),
    'scheme/grade-tie-unused': () => ({ message: '按分数段评定没有先后之分，tie 不起作用', remedy: '请删去 tie。' }),
    'scheme/grade-tie-key': (p) => ({ message: `得分相同时要比较“${text(p['key'])}”，但各项得分里没有它`, remedy: `请写 { "by": "key", "key": { "by": "fact", "fact": "…" } }，可以写：${listed(p['known'], '、')}。` }),
  },
  en: {
    'scheme/check-cannot-be-met': (p) => ({ message: `There are ${text(p['items'])} items and at least ${text(p['atLeast'])} have to be met; it can never be passed.`, remedy: 'Lower atLeast, or add items.' }),
    'scheme/grade-gap': (p) => ({ message: `From ${text(p['from'])} to ${text(p['below'])} there is no grade; ${text(p['from'])} points get none.`, remedy: 'Let each grade begin (from) where the one below it ends (below): 80, 90 rather than 80–89, 90–100.' }),
    'scheme/grade-overlap': (p) => ({ message: `"${text(p['grade'])}" and "${text(p['other'])}" overlap; ${text(p['value'])} points belong to both.`, remedy: '`from` belongs to the grade, `below` does not; let the grades meet.' }),
    'scheme/grade-band-empty': (p) => ({ message: `"${text(p['grade'])}" ends at or before its beginning; no mark falls in it.`, remedy: 'Mend one of its limits.' }),
    'scheme/grade-places-unused': (p) => ({ message: `Grades go by marks; the places of "${text(p['grade'])}" have no effect.`, remedy: 'Remove them, or make it "by": "places".' }),
    'scheme/grade-band-unused': (p) => ({ message: `Grades go by places; the band of "${text(p['grade'])}" has no effect.`, remedy: 'Remove it; a lowest mark is minimumScore.' }),
    'scheme/grade-no-places': (p) => ({ message: `Grades go by places, but "${text(p['grade'])}" has none.`, remedy: 'Write count, share or "rest"; "UNDECIDED" where nobody has decided.' }),
    'scheme/grade-after-rest': (p) => ({ message: `"${text(p['rest'])}" takes all the rest; nobody can get "${text(p['grade'])}".`, remedy: 'Put "rest" last.' }),
    'scheme/grade-no-tie-rule': () => ({ message: 'Nothing says what separates equal marks across the border of two grades; somebody will have to decide.', remedy: 'Write tie, such as a further mark and then the committee; "UNDECIDED" where nobody has decided.' }),
    'scheme/grade-places-run-out': (p) => ({ message: `Places run out: of ${text(p['projects'])} projects ${text(p['without'])} get no grade.`, remedy: 'Unless this is meant, make the last grade "rest".' }),
    'scheme/grade-brings-less': (p) => ({ message: `The ${enMember(p['member'])} of "${text(p['grade'])}", ${text(p['worse'])}, is more than that of the better "${text(p['before'])}", ${text(p['better'])}.`, remedy: 'Check amounts and points; grades stand from best to worst.' }),
    'scheme/grade-over-pot': (p) => ({ message: `With all places filled the rewards are ${text(p['total'])} yuan, ${text(p['over'])} more than the pot of ${text(p['pot'])} yuan.`, remedy: 'Lower places or amounts, or raise the pot.' }),
    'scheme/grade-over-pot-from': (p) => ({ message: `From ${text(p['projects'])} projects on the rewards, ${text(p['total'])} yuan, exceed the pot of ${text(p['pot'])} yuan.`, remedy: 'With more projects adjust the amounts first.' }),
    'scheme/grade-weights': (p) => ({ message: `The weights are ${text(p['sum'])} together, not 100.`, remedy: 'Adjust them.' }),
    'scheme/grade-weight-negative': (p) => ({ message: `A weight cannot be negative (${text(p['weight'])}).`, remedy: 'Mend it.' }),
    'scheme/grade-step': (p) => ({ message: `Marks cannot be rounded to ${text(p['step'])}.`, remedy: 'The step is greater than 0.' }),
    'scheme/grade-on-missing': () => ({ message: 'Marks are rounded, but nothing says whether grades go by the mark before or after.', remedy: 'Write gradeOn: unrounded or rounded.' }),
    'scheme/grade-mark-limits': (p) => ({ message: `The lowest mark ${text(p['minimum'])} is above the highest, ${text(p['maximum'])}.`, remedy: 'Mend one of them.' }),
    'scheme/grade-tie-unused': () => ({ message: 'Grades by marks have no order; tie has no effect.', remedy: 'Remove tie.' }),
    'scheme/grade-tie-key': (p) => ({ message: `Equals are to be separated by "${text(p['key'])}", which is no input.`, remedy: `Write { "by": "key", "key": { "by": "fact", "fact": "…" } }; known: ${listed(p['known'], ', ')}.` }),
  },
} satisfies FindingSentences;
