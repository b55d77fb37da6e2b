import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html, svg } from 'lit';
import { filled, fillings, legend, percent } from './chart.js';

/** The same cases twice, parted the same way, and which of them went from one part to another. */
export interface FlowData {
  /** Said of the drawing as a whole; the same figures stand in a table beside it. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly parts: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  /** Places of `parts`; what is not named stayed where it was. */
  readonly moves: readonly { readonly from: number; readonly to: number; readonly cases: number; readonly direction: FlowDirection }[];
  readonly format: (value: number) => string;
}

type FlowDirection = 'better' | 'worse';

/** A band from one bar to the other: where it begins, where it ends and how wide it is, as shares of the whole. */
export interface FlowBand { readonly from: number; readonly to: number; readonly width: number; readonly direction: FlowDirection | 'stays' }

const HEIGHT = 190;
const BAR = 26;
const [TOP, BOTTOM] = [24, 140];
const GAP = BOTTOM - TOP - BAR;

/** Bands in the order of the parts on both sides, so that as few as possible cross. */
export function flowBands({ parts, moves }: Pick<FlowData, 'parts' | 'moves'>): readonly FlowBand[] {
  const all = parts.reduce((sum, { before }) => sum + before, 0);
  if (all === 0) return [];
  const startsOf = (side: 'before' | 'after'): number[] => parts.map((_, place) => parts.slice(0, place).reduce((sum, part) => sum + part[side], 0));
  const [starts, ends] = [startsOf('before'), startsOf('after')];
  const left = (from: number): number => moves.reduce((sum, move) => (move.from === from ? sum - move.cases : sum), parts[from]?.before ?? 0);
  const flows = parts.flatMap((_, from) => parts.map((__, to) => {
    const move = moves.find((each) => each.from === from && each.to === to);
    return { from, to, cases: from === to ? left(from) : (move?.cases ?? 0), direction: from === to ? ('stays' as const) : (move?.direction ?? 'worse') };
  })).filter(({ cases }) => cases > 0);
  return flows.map(({ from, to, cases, direction }) => {
    const band = { from: (starts[from] ?? 0) / all, to: (ends[to] ?? 0) / all, width: cases / all, direction };
    starts[from] = (starts[from] ?? 0) + cases;
    ends[to] = (ends[to] ?? 0) + cases;
    return band;
  });
}

/** Two bars, one above the other, and the bands between them. Widths are shares of the box; letters and edges keep their size on a phone. */
export function flowChart({ label, before, after, parts, moves, format }: FlowData, id: string): TemplateResult {
  const all = parts.reduce((sum, part) => sum + part.before, 0);
  const bar = (side: 'before' | 'after', y: number): SVGTemplateResult[] => {
    let from = 0;
    return parts.map((part, place) => {
      const width = all === 0 ? 0 : part[side] / all;
      const start = from;
      from += width;
      return filled(id, place, (fill, name) => svg`<rect class="${name} outlined" fill=${fill || 'currentColor'} x=${percent(start)} y=${y} width=${percent(width)} height=${BAR}></rect>`);
    });
  };
  const band = ({ from, to, width, direction }: FlowBand): SVGTemplateResult => {
    const [a, b, c, d] = [from, from + width, to + width, to].map((share) => Math.round(share * 100_000) / 100);
    return svg`<path class="band ${direction}" vector-effect="non-scaling-stroke" d="M${a} 0C${a} 50 ${d} 50 ${d} 100L${c} 100C${c} 50 ${b} 50 ${b} 0Z"></path>`;
  };
  const bands = flowBands({ parts, moves });
  return html`<svg class="chart flow" role="img" aria-label=${label} width="100%" height=${HEIGHT}>
    ${fillings(id)}
    <text x="0" y="16">${before}</text><text x="100%" y="16" text-anchor="end">${parts.map((part) => `${part.name} ${format(part.before)}`).join(' · ')}</text>
    ${bar('before', TOP)}
    <svg x="0" y=${TOP + BAR} width="100%" height=${GAP} viewBox="0 0 1000 100" preserveAspectRatio="none">${[...bands.filter(({ direction }) => direction === 'stays'), ...bands.filter(({ direction }) => direction !== 'stays')].map(band)}</svg>
    ${bar('after', BOTTOM)}
    <text x="0" y=${HEIGHT - 6}>${after}</text><text x="100%" y=${HEIGHT - 6} text-anchor="end">${parts.map((part) => `${part.name} ${format(part.after)}`).join(' · ')}</text>
  </svg>${legend(parts.map(({ name }) => name), id, 'bars')}`;
}
