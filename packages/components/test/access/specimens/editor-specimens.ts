import { newSchemeTexts } from '@cobuild/core';
import { editedTexts } from '../../edited-scheme.js';
import type { Deed, Specimen } from '../specimen.js';

const editor = (name: string, properties: () => Readonly<Record<string, unknown>>, deeds: readonly Deed[] = []): Specimen => ({ name: `scheme-editor, ${name}`, tag: 'cobuild-scheme-editor', properties, deeds });

/** What those who make schemes use: every kind of panel, with and without mistakes. */
export const editorSpecimens: readonly Specimen[] = [
  editor('nothing open', () => ({ templates: [{ title: '村道照明资金', files: newSchemeTexts('lights', '村道照明资金') }] })),
  editor('overview', () => ({ files: editedTexts() })),
  editor('a rule', () => ({ files: editedTexts(), place: '/eligibility/rules/0' })),
  editor('a form and a field', () => ({ files: editedTexts(), place: '/forms/0' }), [['click', '.thing .link'], ['wait', '.field-panel']]),
  editor('a vote rule that is not decided', () => ({ files: editedTexts(), place: '/thresholds/0' }), [['click', '.drawer .button:nth-child(3)']]),
  editor('source', () => ({ files: editedTexts() }), [['click', '.faces .button:nth-child(2)'], ['wait', '.cm-content']]),
];
