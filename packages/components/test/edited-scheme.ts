import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts, startValue } from '@cobuild/core';

/** A scheme on its way: begun, with a question about households, a rule about them, and a vote of which nothing is decided. */
export function editedTexts(): SchemeTexts {
  const draft = createSchemeDraft(newSchemeTexts('lights', '村道照明资金'));
  draft.change([
    { kind: 'set', pointer: '/forms/0/schema/properties/households', value: { type: 'integer', minimum: 0 } },
    { kind: 'set', pointer: '/forms/0/fields/~1households', value: { title: { 'zh-CN': '受益户数', en: 'Households' } } },
    { kind: 'insert', pointer: '/forms/0/layout/steps/0/sections/0/fields', index: 1, value: '/households' },
    { kind: 'set', pointer: '/parameters', value: { minHouseholds: { title: { 'zh-CN': '最少受益户数', en: 'Fewest households' }, type: 'integer', value: 20, minimum: 0, provenance: { kind: 'invented' } } } },
    { kind: 'set', pointer: '/eligibility', value: { rules: [{
      id: 'enough-households', title: { 'zh-CN': '受益户数足够', en: 'Enough households' },
      conditions: { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } }] },
      reason: { 'zh-CN': '受益户数太少。', en: 'Too few households.' }, provenance: { kind: 'invented' },
    }] } },
  ]);
  draft.change({ kind: 'set', pointer: '/thresholds', value: [startValue(draft.document, '/thresholds/0')] });
  return draft.texts;
}
