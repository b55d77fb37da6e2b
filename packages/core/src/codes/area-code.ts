import type { CodeCheck } from './code-check.js';
import { faulty, passes, valid } from './code-check.js';

/** First two digits of GB/T 2260: the provinces have kept theirs, unlike counties and villages. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/;

/**
 * Checks an area code: 6 digits to the county, 9 to the town, 12 to the village. Structure only, because codes change and villages merge:
 * a known province, and nothing but zeros below a level left out (`440000`, `440608101000`). A town may follow a county `00`,
 * since cities like Dongguan (4419 00) have none.
 *
 * @example checkAreaCode('440608') // { ok: true, value: '440608' }
 */
export function checkAreaCode(text: string): CodeCheck {
  if (![6, 9, 12].includes(text.length)) return faulty('length', '6, 9, 12');
  if (!/^\d+$/.test(text)) return faulty('characters');
  const belowCity = text.slice(4);
  const village = text.slice(9);
  const gapBelowProvince = text.slice(2, 4) === '00' && !isZero(belowCity);
  const gapBelowCounty = text.slice(6, 9) === '000' && !isZero(village);
  return PROVINCE.test(text) && !gapBelowProvince && !gapBelowCounty ? valid(text) : faulty('structure');
}

/** Whether a value is an area code (行政区划代码, GB/T 2260) of 6, 9 or 12 digits with a plausible structure; it need not be on today's list. */
export function isAreaCode(value: unknown): boolean {
  return passes(value, checkAreaCode);
}

function isZero(digits: string): boolean {
  return /^0*$/.test(digits);
}
