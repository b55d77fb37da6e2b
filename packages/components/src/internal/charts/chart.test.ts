import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { barChart } from './chart.js';

/** All that a template says, those inside it too. */
function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).join(' ');
  if (typeof part === 'string' || typeof part === 'number') return `${part}`;
  const { strings, values } = (part ?? {}) as Partial<TemplateResult>;
  return strings === undefined ? '' : strings.map((piece, index) => `${piece}${textOf(values?.[index])}`).join('');
}
const bars = (...groups: string[]): string => textOf(barChart({ label: '件数', groups, series: [{ name: '件数', values: groups.map(() => 1) }], format: String }, 'c'));

describe('the name over a bar', () => {
  it('stays whole where a phone has room for it, so that two of one beginning are told apart', () => {
    const names = ['Party committee of town 1', 'Party committee of town 12', '卫生健康系统第三党支部和妇幼保健站党支部'];
    expect(names.filter((name) => !bars(name).includes(`>${name}</text>`))).toEqual([]);
  });

  it('is cut where it would run into the figure', () => {
    expect(bars('Party committee of the development zone and its enterprises')).toContain('>Party committee of the development zone…</text>');
    expect(bars('卫生健康系统第三党支部和妇幼保健站党支部委员会')).toContain('>卫生健康系统第三党支部和妇幼保健站党支…</text>');
  });
});
