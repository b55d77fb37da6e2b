import type { FindingSentences } from '../findings.js';

const text = (value: unknown): string => String(value);
/** A long list helps nobody. */
const hasFew = (known: unknown): boolean => Array.isArray(known) && known.length > 0 && known.length <= 16;
const list = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(String).join(separator) : text(value));

const zhNames = (p: Readonly<Record<string, unknown>>): string => `${p['nearest'] === undefined ? '' : `是否想写“${text(p['nearest'])}”？`}${hasFew(p['known']) ? `可以写：${list(p['known'], '、')}。` : ''}` || '请核对名称。';
const enNames = (p: Readonly<Record<string, unknown>>): string => [p['nearest'] === undefined ? '' : `Did you mean "${text(p['nearest'])}"?`, hasFew(p['known']) ? `Known: ${list(p['known'], ', ')}.` : ''].filter(Boolean).join(' ') || 'Check the name.';

const zhReads: Readonly<Record<string, string>> = { requested: '申请金额', eligibleCost: '可支持费用', ownFunds: '自筹资金', raised: '筹资筹劳金额', category: '项目类别' };
const enReads: Readonly<Record<string, string>> = { requested: 'the amount asked for', eligibleCost: 'the eligible cost', ownFunds: 'the applicant’s own funds', raised: 'the money and labour raised', category: 'the category' };

/** Sentences for what `checkAllocation`, `checkSmallCaps` and `checkSupervision` find. */
export const allocationSentences = {
  'zh-CN': {
    'scheme/fund-minimum-above-maximum': (p) => ({ message: `年度资金下限${text(p['minimum'])}元高于上限${text(p['maximum'])}元`, remedy: '请改正其中一个。' }),
    'scheme/cap-never-binds': (p) => ({ message: `上限${text(p['amount'])}元高于全年资金上限${text(p['other'])}元，不起作用`, remedy: '如果不是有意这样，请调低。' }),
    'scheme/rounding-unit': (p) => ({ message: `资助金额不能按${text(p['unit'])}元取整`, remedy: '取整单位须大于0，最多两位小数，例如1、100、1000。' }),
    'scheme/rounding-leaves-nothing': (p) => ({ message: `取整单位${text(p['unit'])}元大于单个项目上限${text(p['cap'])}元，向下取整后谁都得不到资金`, remedy: '请调小取整单位。' }),
    'scheme/part-fund-consent': () => ({ message: '资金不足时部分资助，但没有写明是否需要申报单位同意', remedy: '请填写 partFund.consent：required 需要，notRequired 不需要。没有写明时按需要处理。' }),
    'scheme/part-fund-unused': () => ({ message: '资金不足时不作部分资助，这一项不起作用', remedy: '请删去 partFund，或者把 whenShort 改为 partFund。' }),
    'scheme/allocation-no-ranking': () => ({ message: '没有写明按什么排先后，资金不够时谁都不能确定', remedy: '请填写 ranking，例如按得分或赞成票数。' }),
    'scheme/allocation-no-tie-rule': () => ({ message: '没有写明名次相同怎样办，相同的项目恰在资金线上时要另行决定', remedy: '请填写 ties，例如抽签。' }),
    'scheme/share-above-one': (p) => ({ message: `比例${text(p['p'])}/${text(p['q'])}大于一`, remedy: '请改为不大于一的比例。' }),
    'scheme/source-parts-not-whole': (p) => ({ message: `“${text(p['source'])}”各方分担的比例合计不等于一`, remedy: '请改正各方的比例。' }),
    'scheme/sources-above-whole': () => ({ message: '各资金来源的比例合计大于一', remedy: '请改正各来源的比例。' }),
    'scheme/source-unknown': (p) => ({ message: `没有资金来源“${text(p['fund'])}”`, remedy: `可以写：${list(p['known'], '、')}。` }),
    'scheme/cap-without-amount': (p) => ({ message: `上限“${text(p['cap'])}”没有写金额或比例`, remedy: '请填写 amount、share 或 values。' }),
    'scheme/cap-amount-and-share': (p) => ({ message: `上限“${text(p['cap'])}”同时写了金额和比例`, remedy: '请只留一个；两者都要限制时，写成两条上限。' }),
    'scheme/cap-share-of-one-project': (p) => ({ message: `上限“${text(p['cap'])}”由几个项目共用，不能按单个项目的金额算比例`, remedy: 'of 请改为 pool 或 yearFund，或者把 per 改为 project。' }),
    'scheme/cap-without-answer': (p) => ({ message: `上限“${text(p['cap'])}”按某一栏的答案计算，但没有写是哪一栏`, remedy: '请填写 answer，例如 /workKind。' }),
    'scheme/cap-unknown-category': (p) => ({ message: `上限“${text(p['cap'])}”写的“${text(p['category'])}”不在表单的选项里，永远不起作用`, remedy: zhNames(p) }),
    'scheme/allocation-unknown-answer': (p) => ({ message: `申报表里没有“${text(p['answer'])}”这一栏`, remedy: zhNames(p) }),
    'scheme/allocation-default-answer': (p) => ({
      message: `计算资助金额要用到${zhReads[text(p['read'])] ?? ''}，但没有写明看申报表的哪一栏；默认的“${text(p['default']).slice(1)}”申报表里没有，每个项目的金额都定不下来`,
      remedy: `${p['nearest'] === undefined ? '' : `是否想用“${text(p['nearest'])}”？`}请在资金分配（allocation）的 "reads" 里写明，例如 "reads": { "${text(p['read'])}": "${text(p['nearest'] ?? '/…')}" }。`,
    }),
    'scheme/allocation-answer-does-not-fit': (p) => ({ message: `“${text(p['answer'])}”这一栏不是${p['wanted'] === 'number' ? '数字，不能作为金额' : '文字，不能作为类别'}`, remedy: `请改为填写${p['wanted'] === 'number' ? '金额' : '类别'}的那一栏。` }),
    'scheme/rank-key-without-fact': () => ({ message: '按某一栏排先后，但没有写是哪一栏', remedy: '请填写 fact，例如 households。' }),
    'scheme/rank-fact-does-not-fit': (p) => ({ message: `“${text(p['fact'])}”不是数字或日期，排不出先后`, remedy: '请改为数字或日期的一栏。' }),
    'scheme/tranche-step': (p) => ({ message: `分期拨付不能按${text(p['step'])}元取整`, remedy: '取整单位须大于0，最小0.01元。' }),
    'scheme/tranches-not-whole': (p) => ({ message: `各期拨付比例${list(p['shares'], '、')}合计不等于一，一笔都不能拨付`, remedy: '请改正各期比例，使合计等于一。' }),
    'scheme/tranche-condition': (p) => ({ message: `“${text(p['tranche'])}”的拨付条件没有写完整（${text(p['kind'])}）`, remedy: 'date 须写日期，condition 须写条件。' }),
    'scheme/tranche-report': (p) => ({ message: `“${text(p['tranche'])}”要等的报告“${text(p['report'])}”不在监管的报告里`, remedy: `可以写：${list(p['known'], '、')}。` }),
    'scheme/small-cap-nothing': (p) => ({ message: `“${text(p['cap'])}”的上限是0元，什么都不能支付`, remedy: '请填写大于0的金额，或者删去这一条。' }),
    'scheme/small-cap-hidden': (p) => ({ message: `“${text(p['cap'])}”不起作用：“${text(p['other'])}”的上限更低，范围包括它`, remedy: '请核对两个金额。' }),
    'scheme/change-rule-decider': (p) => ({ message: `变更规则“${text(p['rule'])}”须写明由谁批准，或者只作备案，二者取一`, remedy: '请填写 decidedBy 或 noticeOnly 中的一个。' }),
    'scheme/change-rule-measure': (p) => ({ message: `变更规则“${text(p['rule'])}”的标准不适用于这类变更`, remedy: '推迟时间用 days 或 share，资金用 amount 或 share，更换收款单位和实施单位不设标准。' }),
    'scheme/post-duty': (p) => ({ message: `岗位“${text(p['post'])}”的报告“${text(p['duty'])}”不在监管的报告里`, remedy: `可以写：${list(p['known'], '、')}。` }),
    'scheme/post-duty-twice': (p) => ({ message: `报告“${text(p['duty'])}”已经归岗位“${text(p['other'])}”，不能再归“${text(p['post'])}”`, remedy: '一种报告只归一个岗位，请删去一处。' }),
    'scheme/post-not-with': (p) => ({ message: `岗位“${text(p['post'])}”不能兼任的“${text(p['other'])}”不是另一个岗位`, remedy: `可以写：${list(p['known'], '、')}。` }),
    'scheme/change-rule-order': (p) => ({ message: `变更规则“${text(p['rule'])}”的标准不高于前一条“${text(p['before'])}”，前一条永远不起作用`, remedy: '请按从低到高排列。' }),
  },
  en: {
    'scheme/fund-minimum-above-maximum': (p) => ({ message: `The fund’s minimum of ${text(p['minimum'])} yuan is above its maximum of ${text(p['maximum'])} yuan.`, remedy: 'Mend one of them.' }),
    'scheme/cap-never-binds': (p) => ({ message: `The cap of ${text(p['amount'])} yuan is above the ${text(p['other'])} yuan of the whole year and never binds.`, remedy: 'Unless this is meant, lower it.' }),
    'scheme/rounding-unit': (p) => ({ message: `Awards cannot be rounded to ${text(p['unit'])} yuan.`, remedy: 'The unit is more than 0 with at most two decimals, such as 1, 100, 1000.' }),
    'scheme/rounding-leaves-nothing': (p) => ({ message: `The unit of ${text(p['unit'])} yuan is larger than the cap per project of ${text(p['cap'])} yuan; rounded down, nobody gets anything.`, remedy: 'Use a smaller unit.' }),
    'scheme/part-fund-consent': () => ({ message: 'Projects are part-funded when money is short, but it is not said whether the applicant has to agree.', remedy: 'Set partFund.consent to required or notRequired; without it consent is required.' }),
    'scheme/part-fund-unused': () => ({ message: 'Nothing is part-funded when money is short; this setting has no effect.', remedy: 'Remove partFund, or set whenShort to partFund.' }),
    'scheme/allocation-no-ranking': () => ({ message: 'It is not said what the order goes by; when money is short, nobody’s award can be told.', remedy: 'Set ranking, by score or votes for example.' }),
    'scheme/allocation-no-tie-rule': () => ({ message: 'It is not said what separates equals; where they stand at the funding line, somebody has to decide.', remedy: 'Set ties, drawing lots for example.' }),
    'scheme/share-above-one': (p) => ({ message: `The share ${text(p['p'])}/${text(p['q'])} is more than one.`, remedy: 'Use a share of at most one.' }),
    'scheme/source-parts-not-whole': (p) => ({ message: `The shares of those who pay "${text(p['source'])}" do not add up to one.`, remedy: 'Mend the shares.' }),
    'scheme/sources-above-whole': () => ({ message: 'The shares of the sources add up to more than one.', remedy: 'Mend the shares.' }),
    'scheme/source-unknown': (p) => ({ message: `There is no source "${text(p['fund'])}".`, remedy: `Known: ${list(p['known'], ', ')}.` }),
    'scheme/cap-without-amount': (p) => ({ message: `The cap "${text(p['cap'])}" has no amount and no share.`, remedy: 'Set amount, share or values.' }),
    'scheme/cap-amount-and-share': (p) => ({ message: `The cap "${text(p['cap'])}" has an amount and a share.`, remedy: 'Keep one; where both limit, write two caps.' }),
    'scheme/cap-share-of-one-project': (p) => ({ message: `Several projects share the cap "${text(p['cap'])}"; it cannot be a share of one project’s amount.`, remedy: 'Set of to pool or yearFund, or per to project.' }),
    'scheme/cap-without-answer': (p) => ({ message: `The cap "${text(p['cap'])}" goes by an answer and does not say which.`, remedy: 'Set answer, such as /workKind.' }),
    'scheme/cap-unknown-category': (p) => ({ message: `"${text(p['category'])}" in the cap "${text(p['cap'])}" is not among the options of the form and never counts.`, remedy: enNames(p) }),
    'scheme/allocation-unknown-answer': (p) => ({ message: `The application form has no answer "${text(p['answer'])}".`, remedy: enNames(p) }),
    'scheme/allocation-default-answer': (p) => ({
      message: `Awards need ${enReads[text(p['read'])] ?? ''}, and it is not said which answer that is; the application form has no "${text(p['default']).slice(1)}", which is taken then, so every award stays undecided.`,
      remedy: `${p['nearest'] === undefined ? '' : `Did you mean "${text(p['nearest'])}"? `}Name the answer in "allocation": "reads": { "${text(p['read'])}": "${text(p['nearest'] ?? '/…')}" }.`,
    }),
    'scheme/allocation-answer-does-not-fit': (p) => ({ message: `The answer "${text(p['answer'])}" is no ${p['wanted'] === 'number' ? 'number and cannot be an amount' : 'text and cannot be a category'}.`, remedy: `Name the field that holds the ${p['wanted'] === 'number' ? 'amount' : 'category'}.` }),
    'scheme/rank-key-without-fact': () => ({ message: 'The order goes by an answer, and it is not said which.', remedy: 'Set fact, such as households.' }),
    'scheme/rank-fact-does-not-fit': (p) => ({ message: `"${text(p['fact'])}" is no number and no date and puts nobody in order.`, remedy: 'Name a field that holds a number or a date.' }),
    'scheme/tranche-step': (p) => ({ message: `Tranches cannot be rounded to ${text(p['step'])} yuan.`, remedy: 'The step is more than 0, the smallest is 0.01 yuan.' }),
    'scheme/tranches-not-whole': (p) => ({ message: `The shares of the tranches, ${list(p['shares'], ', ')}, do not add up to one; nothing can be paid.`, remedy: 'Mend the shares so that they make one whole.' }),
    'scheme/tranche-condition': (p) => ({ message: `What "${text(p['tranche'])}" waits for is incomplete (${text(p['kind'])}).`, remedy: '`date` needs a date, `condition` a condition.' }),
    'scheme/tranche-report': (p) => ({ message: `The report "${text(p['report'])}" that "${text(p['tranche'])}" waits for is no report of the scheme.`, remedy: `Known: ${list(p['known'], ', ')}.` }),
    'scheme/small-cap-nothing': (p) => ({ message: `"${text(p['cap'])}" is a cap of 0 yuan; nothing can be paid.`, remedy: 'Set an amount, or remove the cap.' }),
    'scheme/small-cap-hidden': (p) => ({ message: `"${text(p['cap'])}" has no effect: "${text(p['other'])}" is lower and covers it.`, remedy: 'Check both amounts.' }),
    'scheme/post-duty': (p) => ({ message: `The report "${text(p['duty'])}" of the post "${text(p['post'])}" is none of the supervision.`, remedy: `Known: ${list(p['known'], ', ')}.` }),
    'scheme/post-duty-twice': (p) => ({ message: `The report "${text(p['duty'])}" belongs to the post "${text(p['other'])}" and cannot belong to "${text(p['post'])}" as well.`, remedy: 'One report belongs to one post; delete one of the two.' }),
    'scheme/post-not-with': (p) => ({ message: `"${text(p['other'])}", which the post "${text(p['post'])}" is not held together with, is no other post.`, remedy: `Known: ${list(p['known'], ', ')}.` }),
    'scheme/change-rule-decider': (p) => ({ message: `The change rule "${text(p['rule'])}" has to name who decides, or to be a notice only; one of the two.`, remedy: 'Set decidedBy or noticeOnly.' }),
    'scheme/change-rule-measure': (p) => ({ message: `The threshold of the change rule "${text(p['rule'])}" does not fit changes of its kind.`, remedy: 'Use days or share for time, amount or share for money; changes of payee and executor have no threshold.' }),
    'scheme/change-rule-order': (p) => ({ message: `The threshold of the change rule "${text(p['rule'])}" is not above that of "${text(p['before'])}" before it, which therefore never counts.`, remedy: 'Let thresholds rise.' }),
  },
} satisfies FindingSentences;
