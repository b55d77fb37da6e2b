import type { FormNode } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';

/** The unit that stands behind a number; amounts are in yuan where nothing else is said. Empty where the title ends in it: 申请金额（元）. */
export function unitOf(node: Pick<FormNode, 'label' | 'unit' | 'widget'>, context: Pick<FieldContext, 'words'>): string {
  const unit = node.unit !== '' ? node.unit : node.widget === 'money' ? context.words.yuan : '';
  const [, inTitle = ''] = /[（(]([^（）()]*)[）)]\s*$/.exec(node.label) ?? [];
  return namesOf(node, unit).includes(inTitle.trim().toLowerCase()) ? '' : unit;
}

/** Yuan has many names; a title in one language may use that of the other. */
const YUAN: readonly string[] = ['元', '人民币', '人民币元', 'cny', 'rmb', 'yuan', '¥', '￥'];

const namesOf = ({ widget }: Pick<FormNode, 'widget'>, unit: string): readonly string[] => [...(unit === '' ? [] : [unit.toLowerCase()]), ...(widget === 'money' ? YUAN : [])];
