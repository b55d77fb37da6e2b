import type { FindingSentences } from '../findings.js';

type Params = Readonly<Record<string, unknown>>;

const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const of = (params: Params, key: string): string => word(params[key]);
const inside = (value: unknown, key: string): string => (typeof value === 'object' && value !== null ? word((value as Params)[key]) : '');
const json = (value: unknown): string => JSON.stringify(value) ?? '';
/** A sentence may begin with it. */
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const zhQuoted = (values: unknown): string => (Array.isArray(values) ? values.map((value) => `“${String(value)}”`).join('、') : '');
const enQuoted = (values: unknown): string => (Array.isArray(values) ? values.map((value) => `"${String(value)}"`).join(', ') : '');
/** A requirement with what it asks for, where that is short. */
const zhRule = (value: unknown): string => `“${inside(value, 'title')}”${inside(value, 'text') === '' ? '' : `（${inside(value, 'text')}）`}`;
const enRule = (value: unknown): string => (inside(value, 'text') === '' ? `"${inside(value, 'title')}"` : `"${inside(value, 'title')}: ${inside(value, 'text')}"`);

const zhOwner: Readonly<Record<string, string>> = { requirement: '谁都不符合这条申报条件', named: '谁都不符合这个条件', form: '它永远不起作用', part: '它永远不起作用', stage: '这个环节永远是不通过', tranche: '这一期永远不能拨付' };
const enOwner: Readonly<Record<string, string>> = { requirement: 'nobody can meet this requirement', named: 'nothing can meet this condition', form: 'it never takes effect', part: 'it never takes effect', stage: 'nothing passes this stage', tranche: 'this tranche is never paid' };
const zhNever = (p: Params): string => (p['whole'] === true ? zhOwner[of(p, 'owner')] ?? '' : '这一部分不起作用');
const enNever = (p: Params): string => (p['whole'] === true ? enOwner[of(p, 'owner')] ?? '' : 'this part has no effect');
const zhAlways = (p: Params): string => (p['owner'] === 'requirement' && p['whole'] === true ? '这条申报条件排除不了任何人' : '这一部分不起作用');
const enAlways = (p: Params): string => (p['owner'] === 'requirement' && p['whole'] === true ? 'this requirement excludes nobody' : 'this part has no effect');

const zhLimits = ({ minimum, maximum, options, perUnit }: Params): string => {
  if (Array.isArray(options)) return `只能是 ${options.map(json).join('、')}`;
  const range = minimum !== undefined && maximum !== undefined ? `在 ${word(minimum)} 到 ${word(maximum)} 之间` : minimum !== undefined ? `不小于 ${word(minimum)}` : maximum !== undefined ? `不大于 ${word(maximum)}` : '';
  return [range, perUnit === 1 ? '是整数' : perUnit === 100 ? '最多两位小数' : ''].filter((part) => part !== '').join('、');
};
const enLimits = ({ minimum, maximum, options, perUnit }: Params): string => {
  if (Array.isArray(options)) return `is one of ${options.map(json).join(', ')}`;
  const range = minimum !== undefined && maximum !== undefined ? `lies between ${word(minimum)} and ${word(maximum)}` : minimum !== undefined ? `is at least ${word(minimum)}` : maximum !== undefined ? `is at most ${word(maximum)}` : '';
  return [range, perUnit === 1 ? 'is a whole number' : perUnit === 100 ? 'has at most two decimals' : ''].filter((part) => part !== '').join(' and ');
};

/** Sentences of what reasoning about conditions and stages finds. */
export const logicSentences = {
  'zh-CN': {
    'scheme/never-true': (p) => ({ message: `${of(p, 'subject')}永远不会成立，${zhNever(p)}`, remedy: p['whole'] === true ? '请改正其中的数或比较方式。' : '请改正或删去它。' }),
    'scheme/always-true': (p) => ({
      message: `${of(p, 'subject')}${p['byParameter'] === true ? '在参数取现在的值时' : ''}永远成立，${zhAlways(p)}`,
      remedy: p['byParameter'] === true ? '如果本来就是“不设限制”的意思，可以不改；否则请改参数的值。' : '请改正或删去它。',
    }),
    'scheme/beyond-form-limits': (p) => ({
      message: p['holds'] === 'never' ? `${of(p, 'subject')}永远不会成立：表单里的答案${zhLimits(p)}；${zhNever(p)}` : `${of(p, 'subject')}永远成立：表单里的答案${zhLimits(p)}；${zhAlways(p)}`,
      remedy: '请改正这里的数，或者改表单的限制。',
    }),
    'scheme/parts-contradict': (p) => ({ message: `${of(p, 'subject')}与前面的${of(p, 'against')}互相矛盾，不可能同时成立；${zhNever(p)}`, remedy: '请删去其中一个；本意是“任一成立即可”的，请把这一组的 all 改成 any。' }),
    'scheme/part-redundant': (p) => ({
      message: p['other'] === undefined ? `${of(p, 'subject')}不起作用：旁边几个条件合起来已经说明了它` : `${of(p, 'subject')}不起作用：旁边已有${of(p, 'against')}`,
      remedy: '请删去它；两个条件里写错了一个的，请改正。',
    }),
    'scheme/rules-contradict': (p) => ({
      message: `申报条件${zhRule(p['second'])}与${zhRule(p['first'])}互相矛盾，谁都不能同时符合，也就谁都不能申报`,
      remedy: '请改正其中一条。',
    }),
    'scheme/rules-exclude-all': (p) => ({ message: `申报条件${zhQuoted(p['rules'])}合在一起，谁都不能同时符合，也就谁都不能申报`, remedy: '请改正其中一条。' }),
    'scheme/rules-same': (p) => ({ message: `申报条件“${inside(p['rule'], 'title')}”与“${inside(p['by'], 'title')}”是同一个意思，不符合的人会看到两条理由`, remedy: '请删去其中一条。' }),
    'scheme/rule-implied': (p) => ({ message: `符合“${inside(p['by'], 'title')}”的必然符合“${inside(p['rule'], 'title')}”，这条申报条件不会单独排除谁`, remedy: '想分别给出理由的，可以保留；否则可以删去。' }),
    'scheme/fact-of-other-form': (p) => ({ message: `“${of(p, 'fact')}”是“${of(p, 'form')}”这张表里的字段，判断申报条件时还没有人填`, remedy: '申报条件只能用申报表里的字段、参数和单位信息；请把这一项移到申报表，或者在填那张表的环节判断。' }),
    'scheme/hidden-field-needed': (p) => ({ message: `“${of(p, 'fact')}”在有些情况下不显示，而申报条件“${of(p, 'rule')}”那时仍要看它，这样的申报永远得不出结论`, remedy: '请在条件里先排除不显示的情况，例如用 any 把显示的前提反过来写上；或者让这一项一直显示。' }),
    'scheme/answer-may-be-missing': (p) => ({ message: `“${of(p, 'fact')}”可以不填，不填时申报条件“${of(p, 'rule')}”得不出结论`, remedy: '必须判断的，请在表单里设为必填。' }),
    'scheme/parameter-value-blocks': (p) => ({ message: `参数“${of(p, 'parameter')}”允许取 ${json(p['value'])}，但取这个值时谁都不能申报（申报条件：${zhQuoted(p['rules'])}）`, remedy: '请收窄参数的范围。' }),
    'scheme/parameter-value-idle': (p) => ({ message: `参数“${of(p, 'parameter')}”允许取 ${json(p['value'])}，取这个值时申报条件${zhQuoted(p['rules'])}排除不了任何人`, remedy: '如果本来就是“不设限制”的意思，可以不改；否则请收窄参数的范围。' }),
    'scheme/outcome-never-taken': (p) => ({ message: `结果“${of(p, 'outcome')}”永远不会用到：同类的结果只取第一个“${of(p, 'first')}”`, remedy: '请删去它，或者改成别的类别（kind）。' }),
    'scheme/no-way-out': (p) => ({ message: `到了“${of(p, 'stage')}”这个环节就再也不能办结：从这里走不到任何终点`, remedy: '请让其中一个结果的 to 通向 approved、rejected、notApproved 或 withdrawn，或者通向能到终点的环节。' }),
  },
  en: {
    'scheme/never-true': (p) => ({ message: `${upper(of(p, 'subject'))} never holds; ${enNever(p)}.`, remedy: p['whole'] === true ? 'Mend the number or the operator.' : 'Mend or remove it.' }),
    'scheme/always-true': (p) => ({
      message: `${upper(of(p, 'subject'))} always holds${p['byParameter'] === true ? ' with the parameters as they are' : ''}; ${enAlways(p)}.`,
      remedy: p['byParameter'] === true ? 'Leave it where no limit is meant; otherwise change the value of the parameter.' : 'Mend or remove it.',
    }),
    'scheme/beyond-form-limits': (p) => ({ message: `${upper(of(p, 'subject'))} ${p['holds'] === 'never' ? 'never' : 'always'} holds: the answer in the form ${enLimits(p)}; ${p['holds'] === 'never' ? enNever(p) : enAlways(p)}.`, remedy: 'Mend the number here, or the limits of the form.' }),
    'scheme/parts-contradict': (p) => ({ message: `${upper(of(p, 'subject'))} contradicts ${of(p, 'against')} before it: they cannot both hold; ${enNever(p)}.`, remedy: 'Remove one of them, or use "any" where one of them is enough.' }),
    'scheme/part-redundant': (p) => ({ message: p['other'] === undefined ? `${upper(of(p, 'subject'))} has no effect beside the other parts.` : `${upper(of(p, 'subject'))} has no effect beside ${of(p, 'against')}.`, remedy: 'Remove it; where one of the two is a slip, mend that one.' }),
    'scheme/rules-contradict': (p) => ({
      message: `The requirement ${enRule(p['second'])} contradicts ${enRule(p['first'])}: nobody can meet both, so nobody can apply.`,
      remedy: 'Mend one of the two.',
    }),
    'scheme/rules-exclude-all': (p) => ({ message: `Nobody can meet the requirements ${enQuoted(p['rules'])} together, so nobody can apply.`, remedy: 'Mend one of them.' }),
    'scheme/rules-same': (p) => ({ message: `The requirements "${inside(p['rule'], 'title')}" and "${inside(p['by'], 'title')}" say the same; whoever misses them is told two reasons.`, remedy: 'Remove one of them.' }),
    'scheme/rule-implied': (p) => ({ message: `Whoever meets "${inside(p['by'], 'title')}" meets "${inside(p['rule'], 'title')}" too; this requirement excludes nobody by itself.`, remedy: 'Keep it where a reason of its own is wanted; otherwise it can go.' }),
    'scheme/fact-of-other-form': (p) => ({ message: `"${of(p, 'fact')}" is a field of the form "${of(p, 'form')}", which nobody has filled in when the requirements are checked.`, remedy: 'Requirements read the application form, parameters and the applicant; move the field there, or judge it at the stage of that form.' }),
    'scheme/hidden-field-needed': (p) => ({ message: `"${of(p, 'fact')}" is not always shown, and the requirement "${of(p, 'rule')}" asks for it even then; such an application stays undetermined for ever.`, remedy: 'Except the cases in which it is hidden, for instance with "any" and the opposite of what shows it; or always show it.' }),
    'scheme/answer-may-be-missing': (p) => ({ message: `"${of(p, 'fact')}" may be left empty, and then the requirement "${of(p, 'rule')}" stays undetermined.`, remedy: 'Make it required in the form where it has to be judged.' }),
    'scheme/parameter-value-blocks': (p) => ({ message: `The parameter "${of(p, 'parameter')}" may be ${json(p['value'])}, and then nobody can apply (requirements: ${enQuoted(p['rules'])}).`, remedy: 'Narrow the range of the parameter.' }),
    'scheme/parameter-value-idle': (p) => ({ message: `The parameter "${of(p, 'parameter')}" may be ${json(p['value'])}, and then the requirement ${enQuoted(p['rules'])} excludes nobody.`, remedy: 'Leave it where no limit is meant; otherwise narrow the range of the parameter.' }),
    'scheme/outcome-never-taken': (p) => ({ message: `The outcome "${of(p, 'outcome')}" is never taken: of its kind only the first is, "${of(p, 'first')}".`, remedy: 'Remove it, or give it another kind.' }),
    'scheme/no-way-out': (p) => ({ message: `A case that comes to the stage "${of(p, 'stage')}" never ends: no way leads from there to an end.`, remedy: 'Let one of its outcomes lead to approved, rejected, notApproved or withdrawn, or to a stage that comes to an end.' }),
  },
} satisfies FindingSentences;
