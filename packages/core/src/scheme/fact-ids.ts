/** Facts stated in the texts that the example schemes follow, by source; a range stands for its whole numbers. */
const STATED: Readonly<Record<string, string>> = {
  // Gaoming, special fund
  G: '1-11 3.1-3.4 4.1-4.2 5.1-5.5 6.1',
  // Yangjiang, service centres and micro-wishes
  Y: '1-9 4.1-4.2 5.1-5.5 7.1',
  // Guangdong and Nanhai, grid and important matters
  N: '1-12 5.1 10.1',
  // Qianjiang, innovation projects
  Q: '1-14 3.1-3.3',
  // Datong, demonstration sites
  D: '1-6 5.1 6.1-6.4',
};

/** What had to be inferred beside them: `G-I1` … */
const INFERRED: Readonly<Record<string, number>> = { G: 12, Y: 8, N: 7, Q: 8, D: 6 };

/** Further texts, `S1` … `S40`: rules and reports of other districts. */
const FURTHER = 40;

/** Ids that `provenance.source` of the example schemes may name. */
export const factIds: ReadonlySet<string> = new Set([
  ...Object.entries(STATED).flatMap(([source, ranges]) => ranges.split(' ').flatMap((range) => idsOf(source, range))),
  ...Object.entries(INFERRED).flatMap(([source, count]) => numbered(1, count).map((number) => `${source}-I${number}`)),
  ...numbered(1, FURTHER).map((number) => `S${number}`),
]);

/** Whether a source is written like a fact id. Other districts name their own sources: a document number, a clause. */
export function looksLikeFactId(source: string): boolean {
  return /^[A-Z](-I)?\d+(\.\d+)?$/.test(source);
}

function idsOf(source: string, range: string): string[] {
  const [first = '', last = first] = range.split('-');
  const [group, sub] = first.split('.');
  if (sub === undefined) return numbered(Number(first), Number(last)).map((number) => `${source}${number}`);
  return numbered(Number(sub), Number(last.split('.')[1])).map((number) => `${source}${group}.${number}`);
}

function numbered(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
