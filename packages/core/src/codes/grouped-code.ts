/** Lengths of the groups that people read a code in; the last one repeats. */
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  'citizen-number': [6, 4, 4],
  'organisation-code': [2, 6, 9, 1],
  'bank-card': [4],
  'bank-account': [4],
};

/**
 * A stored code in groups, for reading it aloud and comparing it: `110105 1949 1231 002X`, `6222 0211 0011 8820 016`. Landline numbers have
 * their hyphen already; what is no such code comes back as it is.
 *
 * @param format - Name of the format.
 * @example groupedCode('phone', '13800138000') // '138 0013 8000'
 */
export function groupedCode(format: string, text: string): string {
  if (!/^[\dA-Z]+$/.test(text)) return text;
  if (format === 'phone') return /^1\d{10}$/.test(text) ? `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}` : text;
  const lengths = Object.prototype.hasOwnProperty.call(GROUPS, format) ? (GROUPS[format] ?? []) : [];
  if (lengths.length === 0) return text;
  const groups: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = lengths[Math.min(groups.length, lengths.length - 1)] ?? text.length;
    groups.push(text.slice(at, at + length));
    at += length;
  }
  return groups.join(' ');
}
