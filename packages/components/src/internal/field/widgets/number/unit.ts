import type { FormNode } from '@cobuild/core';
import { answerUnit } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';

/** The unit that stands behind a number; amounts are in yuan where nothing else is said. Empty where the title ends in it: 申请金额（元）. */
export const unitOf = (node: Pick<FormNode, 'label' | 'unit' | 'widget' | 'widgetOptions'>, { locale }: Pick<FieldContext, 'locale'>): string => answerUnit(node, locale);
