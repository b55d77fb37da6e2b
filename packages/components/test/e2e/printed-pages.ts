import type { Page } from 'playwright';
import { inflateSync } from 'node:zlib';

/** A page of a PDF as Chromium writes it, in millimetres to one decimal. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** What the margins leave: the rectangle to which everything on the page is cut. */
  readonly area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** 1 where a millimetre of the page is one on paper; less where something was too wide and Chromium made all of it smaller. */
  readonly scale: number;
  /** Base lines of the text in the area, from top to bottom, counted from the upper edge of the first page. */
  readonly lines: readonly number[];
}

const MM = 25.4 / 72;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The streams of a PDF that draw, one a page, in their order. */
function drawings(pdf: Buffer): readonly string[] {
  const found: string[] = [];
  const START = /(?<!end)stream\r?\n/g;
  const whole = pdf.toString('latin1');
  for (let match = START.exec(whole); match !== null; match = START.exec(whole)) {
    const from = START.lastIndex;
    try {
      const text = inflateSync(pdf.subarray(from, whole.indexOf('endstream', from))).toString('latin1');
      if (/^[.\d]+ 0 0 -[.\d]+ 0 [.\d]+ cm\n/.test(text)) found.push(text);
    } catch {
      // An image or a font: not of this kind.
    }
  }
  return found;
}

/** Widths and heights of the pages, in whole millimetres. */
const paperOf = (pdf: Buffer): readonly (readonly [width: number, height: number])[] => [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => [Math.round(Number(width) * MM), Math.round(Number(height) * MM)]);

/** The paper on which a page is printed, also where nothing stands on it. */
export const printedPaper = async (page: Page): Promise<ReturnType<typeof paperOf>> => paperOf(await page.pdf({ preferCSSPageSize: true }));

/**
 * Prints a page as its style sheets say and measures the paper.
 *
 * @throws {Error} when Chromium writes its files in another way than this reads.
 */
export async function printedPages(page: Page): Promise<readonly PrintedPage[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const boxes = paperOf(pdf);
  const pages = drawings(pdf);
  if (pages.length !== boxes.length) throw new Error(`${boxes.length} pages, ${pages.length} drawings`);
  return pages.map((text, index) => {
    const [width, height] = boxes[index] ?? [0, 0];
    const unit = Number(/^([.\d]+)/.exec(text)?.[1]) * MM;
    const found = /\n([-.\d]+) ([-.\d]+) ([.\d]+) ([.\d]+) re\nW\*? n\nq\n([.\d]+) 0 0/.exec(text);
    if (found === null) throw new Error(`No area on page ${index + 1}`);
    const [left, top, areaWidth, areaHeight, scale] = found.slice(1).map(Number) as [number, number, number, number, number];
    // The number of the page is drawn before what stands in the area.
    const lines = [...text.slice(found.index).matchAll(/1 0 0 -1 [-.\d]+ ([-.\d]+) Tm/g)].map(([, y]) => rounded(Number(y) * scale * unit));
    return {
      width, height, scale: rounded(scale * unit / (MM * 0.75)),
      area: { left: rounded(left * unit), top: rounded(top * unit), width: rounded(areaWidth * unit), height: rounded(areaHeight * unit) },
      lines: [...new Set(lines)].sort((one, other) => one - other),
    };
  });
}
