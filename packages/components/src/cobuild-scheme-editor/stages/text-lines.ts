/** How wide a sign is, in ems: figures and Latin letters are about half as wide as Chinese ones. */
const widthOf = (sign: string): number => (/[\u1100-\uffdc]|[\ud800-\udfff]/.test(sign) ? 1 : /[A-Z@%MWmw]/.test(sign) ? 0.8 : 0.58);

export const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);

/** What no line begins with. */
const CLOSING = /^[，。、；：！？）》”’,.;:!?)\]}·]/;

/** A text in lines of at most so many ems: words stay whole where they fit, and nothing is cut off. */
export function textLines(text: string, width: number): readonly string[] {
  const pieces = text.match(/[\u1100-\uffdc]|[\ud800-\udbff][\udc00-\udfff]|[^\s\u1100-\uffdc]+|\s+/g) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces.flatMap((each) => (textWidth(each) > width ? [...each] : [each]))) {
    const line = lines[lines.length - 1] ?? '';
    if (textWidth(`${line}${piece}`.trimEnd()) <= width || line === '' || CLOSING.test(piece)) lines[lines.length - 1] = line === '' ? piece.trimStart() : line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}
