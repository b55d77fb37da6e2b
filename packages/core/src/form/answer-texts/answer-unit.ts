import { words } from '../../locales/words.js';
import type { Locale } from '../../problems/problem.js';
import type { AnswerQuestion } from './answer-question.js';

/** Yuan has many names; a title in one language may use that of the other. */
const YUAN: readonly string[] = ['元', '人民币', '人民币元', 'cny', 'rmb', 'yuan', '¥', '￥'];

const PERCENT: readonly string[] = ['%', '％', '百分比', '百分数', 'per cent', 'percent'];
/** Only Chinese has the word. */
const WAN: readonly string[] = ['万元', '万'];

type UnitQuestion = Pick<AnswerQuestion, 'label' | 'unit' | 'widget' | 'widgetOptions'>;

/** Whether an amount is told and typed in ten thousands (`widgetOptions.unit: "wan"`); the answer is in yuan all the same. English has no word for 万: there it is in yuan. */
export const countsInWan = ({ widget, widgetOptions }: Pick<AnswerQuestion, 'widget' | 'widgetOptions'>, locale: Locale): boolean => widget === 'money' && locale === 'zh-CN' && widgetOptions?.['unit'] === 'wan';

/** The unit that stands behind a number; amounts are in yuan where nothing else is said. Empty where the title ends in it: 申请金额（元）. */
export function answerUnit(question: UnitQuestion, locale: Locale): string {
  const { label, unit: own, widget } = question;
  const isWan = countsInWan(question, locale);
  const usual = widget === 'percent' ? '%' : widget !== 'money' ? '' : isWan ? (WAN[0] as string) : words[locale].yuan;
  // In English there is one word for it, whatever a form calls it.
  const isYuan = widget === 'money' && locale === 'en' && YUAN.includes(own.toLowerCase());
  const unit = own !== '' && !isYuan ? own : usual;
  const [, inTitle = ''] = /[（(]([^（）()]*)[）)]\s*$/.exec(label) ?? [];
  const others = isWan ? WAN : widget === 'money' ? YUAN : widget === 'percent' ? PERCENT : [];
  return [...(unit === '' ? [] : [unit.toLowerCase()]), ...others].includes(inTitle.trim().toLowerCase()) ? '' : unit;
}
