import type { FormDefinition } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { sheetForm } from './sheet-form.js';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
const form = (...steps: readonly (readonly [step: string, ...sections: string[]])[]): FormDefinition => ({
  id: 'f', title: text('登记表'), schema: { type: 'object' }, layout: { steps: steps.map(([title, ...sections], index) => ({ id: `s${index}`, title: text(title), sections: sections.map((name, at) => ({ id: `s${index}-${at}`, title: text(name) })) })) },
});
const headings = ({ layout }: FormDefinition): unknown => (layout?.steps ?? []).map(({ title, sections = [] }) => [title, ...sections.map((section) => section.title)].map((each) => (each === undefined ? '' : (each as { 'zh-CN': string })['zh-CN'])));

describe('sheetForm', () => {
  it.each([
    ['an only step with one section has no heading', form(['记录', '会议记录']), [['', '']]],
    ['an only step with two sections keeps theirs', form(['记录', '会议', '公开']), [['', '会议', '公开']]],
    ['several steps keep theirs', form(['议题', '登记'], ['意见', '提议前']), [['议题', '登记'], ['意见', '提议前']]],
  ])('%s', (_, definition, expected) => {
    expect(headings(sheetForm(definition))).toEqual(expected);
  });

  it('gives the same form for the same definition, and one without a layout as it is', () => {
    const definition = form(['记录', '会议记录']);
    expect(sheetForm(definition)).toBe(sheetForm(definition));
    const { layout: _layout, ...plain } = definition;
    expect(sheetForm(plain)).toBe(plain);
  });
});
