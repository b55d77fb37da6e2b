import { newSchemeTexts } from '@cobuild/core';
import { exampleCases, exampleScheme } from '../../../../../.storybook/examples.js';
import { editedTexts } from '../../edited-scheme.js';
import type { Deed, Specimen } from '../specimen.js';

const editor = (name: string, properties: () => Readonly<Record<string, unknown>>, deeds: readonly Deed[] = []): Specimen => ({ name: `scheme-editor, ${name}`, tag: 'cobuild-scheme-editor', properties, deeds });

const simulator = (name: string, properties: () => Readonly<Record<string, unknown>>, deeds: readonly Deed[] = []): Specimen => ({ name: `simulator, ${name}`, tag: 'cobuild-simulator', properties, deeds });
const xinan = (): Readonly<Record<string, unknown>> => ({ scheme: exampleScheme('sanshui-xinan'), cases: exampleCases('sanshui-xinan') });
const stricter: readonly Deed[] = [['wait', '.summary'], ['type', '.half:last-of-type', '1']];

/** What those who make schemes use: every kind of panel, with and without mistakes. */
export const editorSpecimens: readonly Specimen[] = [
  editor('nothing open', () => ({ templates: [{ title: '村道照明资金', files: newSchemeTexts('lights', '村道照明资金') }] })),
  editor('overview', () => ({ files: editedTexts() })),
  editor('a rule', () => ({ files: editedTexts(), place: '/eligibility/rules/0' })),
  editor('a form and a field', () => ({ files: editedTexts(), place: '/forms/0' }), [['click', '.field-row .link'], ['wait', '.field-panel']]),
  editor('a section of a form', () => ({ files: editedTexts(), place: '/forms/0' }), [['click', '.part-head .link'], ['wait', '.field-panel']]),
  editor('who sees which field', () => ({ files: editedTexts(), place: '/forms/0' }), [['click', '.views .button:nth-child(2)'], ['wait', '.sight']]),
  editor('preview', () => ({ files: editedTexts(), place: '/forms/0' }), [['click', '.faces .button:nth-child(3)'], ['wait', 'cobuild-form']]),
  editor('a vote rule that is not decided', () => ({ files: editedTexts(), place: '/thresholds/0' }), [['click', '.drawer .button:nth-child(3)']]),
  editor('source', () => ({ files: editedTexts() }), [['click', '.faces .button:nth-child(2)'], ['wait', '.cm-content']]),
  simulator('nothing loaded', () => ({ scheme: exampleScheme('sanshui-xinan'), cases: [] })),
  simulator('who flips, and why', xinan, [...stricter, ['wait', '[part=flips] tbody button'], ['click', '[part=flips] tbody button'], ['wait', '[part=explanation] .tree']]),
  simulator('a kept run', xinan, [['wait', '.summary'], ['click', '[part=picture] .actions button:enabled'], ['wait', '.run'], ['click', '.run > summary']]),
  simulator('every kind of parameter', () => ({ scheme: exampleScheme('qianjiang-innovation-demo'), cases: exampleCases('qianjiang-innovation-demo'), settings: { pools: { '*': { pool: 300_000 } } } }), [['wait', '.summary']]),
];
