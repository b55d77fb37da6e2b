import { describe, expect, it } from 'vitest';
import { flowBands } from './flow.js';

const part = (before: number, after: number): { name: string; before: number; after: number } => ({ name: '', before, after });

describe('flowBands', () => {
  it('fills both bars, part by part, without gap or overlap', () => {
    const parts = [part(10, 8), part(4, 7), part(6, 5)];
    const bands = flowBands({ parts, moves: [{ from: 0, to: 1, cases: 3, direction: 'worse' }, { from: 2, to: 0, cases: 1, direction: 'better' }] });

    for (const side of ['from', 'to'] as const) {
      const sorted = [...bands].sort((a, b) => a[side] - b[side]);
      let end = 0;
      for (const band of sorted) {
        expect(band[side]).toBeCloseTo(end, 10);
        end = band[side] + band.width;
      }
      expect(end).toBeCloseTo(1, 10);
    }
    expect(bands.map(({ direction, width }) => [direction, Math.round(width * 20)])).toEqual([['stays', 7], ['worse', 3], ['stays', 4], ['better', 1], ['stays', 5]]);
  });

  it('has none where there is nothing', () => {
    expect(flowBands({ parts: [part(0, 0)], moves: [] })).toEqual([]);
  });
});
