import { words } from '../../locales/words.js';
import type { Locale } from '../../problems/problem.js';
import type { AnswerQuestion } from './answer-question.js';

/** Yuan has many names; a title in one language may use that of the other. */
const YUAN: readonly string[] = ['元', '人民币', '人民币元', 'cny', 'rmb', 'yuan', '¥', '￥'];

/** The unit that stands behind a number; amounts are in yuan where nothing else is said. Empty where the title ends in it: 申请金额（元）. */
export function answerUnit({ label, unit: own, widget }: Pick<AnswerQuestion, 'label' | 'unit' | 'widget'>, locale: Locale): string {
  const unit = own !== '' ? own : widget === 'money' ? words[locale].yuan : '';
  const [, inTitle = ''] = /[（(]([^（）()]*)[）)]\s*$/.exec(label) ?? [];
  const names = [...(unit === '' ? [] : [unit.toLowerCase()]), ...(widget === 'money' ? YUAN : [])];
  return names.includes(inTitle.trim().toLowerCase()) ? '' : unit;
}
