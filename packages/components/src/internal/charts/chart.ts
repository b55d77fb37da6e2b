import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html, svg } from 'lit';

/** Figures of some groups, one row of values for each series. */
export interface ChartData {
  /** Said of the drawing as a whole; the same figures stand in a table beside it. */
  readonly label: string;
  readonly groups: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly format: (value: number) => string;
}

/** More series than this cannot be told apart. */
export const MOST_SERIES = 6;
const ROW = 52;
/** Room for a name over its bar and for one under a line, in Latin letters: a phone has room for these. A Chinese character takes the room of two. */
const OVER_BAR = 40;
const UNDER_LINE = 24;

const roomOf = (letter: string): number => (letter > '\u2e7f' ? 2 : 1);

/** The name, cut where it would run into what stands beside it. */
function shortened(text: string, room: number): string {
  const letters = Array.from(text);
  if (letters.reduce((sum, letter) => sum + roomOf(letter), 0) <= room) return text;
  let taken = 0;
  return `${letters.filter((letter) => (taken += roomOf(letter)) < room).join('').trimEnd()}…`;
}
const share = (value: number, most: number): number => (most > 0 ? Math.max(0, value) / most : 0);
export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

/** Fillings of series, told apart without colour: full, lines, empty, dots, lines the other way, squares. */
export function fillings(id: string): SVGTemplateResult {
  const pattern = (index: number, body: SVGTemplateResult): SVGTemplateResult => svg`<pattern id="${id}-${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="paper" width="8" height="8"></rect>${body}</pattern>`;
  return svg`<defs>
    ${pattern(1, svg`<path class="edge" d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke-width="2.4"></path>`)}
    ${pattern(2, svg``)}
    ${pattern(3, svg`<circle class="ink" cx="4" cy="4" r="1.8"></circle>`)}
    ${pattern(4, svg`<path class="edge" d="M0 0l8 8M-2 6l4 4M6-2l4 4" stroke-width="1.2"></path>`)}
    ${pattern(5, svg`<path class="edge" d="M0 4h8M4 0v8" stroke-width="1.2"></path>`)}
  </defs>`;
}

export const filled = (id: string, index: number, shape: (fill: string, name: string) => SVGTemplateResult): SVGTemplateResult => (index === 0 ? shape('', 'ink') : shape(`url(#${id}-${index})`, 'edge'));

/** Bars from side to side, one for each group, parted by series. Widths are shares of the box, so that letters keep their size on a phone. */
export function barChart({ label, groups, series, format }: ChartData, id: string): TemplateResult {
  const totals = groups.map((_, index) => series.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0));
  const most = totals.reduce((high, total) => Math.max(high, total), 0);
  const bar = (index: number): SVGTemplateResult[] => {
    let from = 0;
    return series.map(({ values }, place) => {
      const width = share(values[index] ?? 0, most);
      const start = from;
      from += width;
      return filled(id, place, (fill, name) => svg`<rect class=${name} fill=${fill || 'currentColor'} x=${percent(start)} y=${index * ROW + 22} width=${percent(width)} height="18"></rect>`);
    });
  };
  return html`<svg class="chart" role="img" aria-label=${label} width="100%" height=${groups.length * ROW}>
    ${fillings(id)}
    ${groups.map((group, index) => svg`<text x="0" y=${index * ROW + 15}>${shortened(group, OVER_BAR)}</text><text x="100%" y=${index * ROW + 15} text-anchor="end">${format(totals[index] ?? 0)}</text><rect class="track" x="0" y=${index * ROW + 22} width="100%" height="18"></rect>${bar(index)}`)}
  </svg>${legend(series.map(({ name }) => name), id, 'bars')}`;
}

const HEIGHT = 240;
const TOP = 24;
const BOTTOM = 208;
const DASHES = ['none', '8 5', '2 4', '12 4 2 4', '4 4', '16 6'];

/** Lines over time; each series has its dash and its mark. */
export function lineChart({ label, groups, series, format }: ChartData, id: string): TemplateResult {
  const most = roundedUp(series.reduce((high, { values }) => values.reduce((highest, value) => Math.max(highest, value), high), 0));
  const x = (index: number): string => percent((index + 0.5) / groups.length);
  const y = (value: number): number => Math.round(BOTTOM - share(value, most) * (BOTTOM - TOP));
  // Four names have room on a phone.
  const every = Math.ceil(groups.length / 4);
  return html`<svg class="chart" role="img" aria-label=${label} width="100%" height=${HEIGHT}>
    ${[0, 0.5, 1].map((part) => svg`<line class="grid" x1="0" x2="100%" y1=${y(most * part)} y2=${y(most * part)}></line><text class="tick" x="0" y=${y(most * part) - 5}>${format(most * part)}</text>`)}
    ${groups.map((group, index) => (index % every === 0 ? svg`<text class="tick" x=${x(index)} y=${BOTTOM + 22} text-anchor="middle">${shortened(group, UNDER_LINE)}</text>` : ''))}
    ${series.map(({ values }, place) => svg`${values.slice(1).map((value, index) => svg`<line class="stroke" stroke-dasharray=${DASHES[place] ?? 'none'} x1=${x(index)} y1=${y(values[index] ?? 0)} x2=${x(index + 1)} y2=${y(value)}></line>`)}${values.map((value, index) => svg`<circle class=${place === 0 ? 'ink' : 'paper edge'} cx=${x(index)} cy=${y(value)} r=${place === 0 ? 4 : 4.5}></circle>`)}`)}
  </svg>${legend(series.map(({ name }) => name), id, 'lines')}`;
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundedUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

export function legend(names: readonly string[], id: string, kind: 'bars' | 'lines'): TemplateResult {
  if (names.length < 2) return html``;
  const sample = (place: number): SVGTemplateResult => (kind === 'bars' ? filled(id, place, (fill, name) => svg`<rect class=${name} fill=${fill || 'currentColor'} x="1" y="1" width="26" height="12"></rect>`) : svg`<line class="stroke" stroke-dasharray=${DASHES[place] ?? 'none'} x1="0" x2="28" y1="7" y2="7"></line>`);
  return html`<ul class="legend">${names.map((name, place) => html`<li><svg class="chart" aria-hidden="true" viewBox="0 0 28 14">${sample(place)}</svg>${name}</li>`)}</ul>`;
}
