/** Numbers from 0 to 1, the same ones for the same seed in every engine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What people, other programs and accidents put into answers. */
const STRANGE: readonly unknown[] = [
  null, true, false, '', ' ', '服务站', '𠮷野家', 'a\u0301', '2026-02-29', '2028-02-29', '2026-03-05', '09:30:00+08:00', '11010519491231002X', '110105194912310021', '91350100M000100Y43', '13800138000', 'lin@example.com', 'https://example.com/a', '440608001', '#1a4f8b',
  0, -0, 1, -1, 10, 0.1, 0.30000000000000004, 12.345, 70000, 99999999999999.98, 1e21, 9007199254740992, 5e-324, [], {}, [null], { __proto__: null, constructor: 1 }, ['service'], [['x']], '好'.repeat(400),
];

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Answers with up to four places changed: taken away, doubled, replaced by something strange, by the answer to another question or by a number. */
export function randomAnswers(right: Readonly<Record<string, unknown>>, random: () => number): Record<string, unknown> {
  const answers = structuredClone(right) as Record<string, unknown>;
  for (let changes = Math.floor(random() * 5); changes > 0; changes -= 1) changeOne(answers, random);
  return answers;
}

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

function changeOne(tree: Tree, random: () => number): void {
  const key = pick(Object.keys(tree), random);
  if (key === undefined) return;
  const place = tree as Record<string, unknown>;
  const inside = place[key];
  if (isTree(inside) && random() < 0.7 && Object.keys(inside).length > 0) return changeOne(inside, random);
  const kind = random();
  if (kind < 0.2 && Array.isArray(tree)) tree.splice(Number(key), 1);
  else if (kind < 0.2) delete place[key];
  else if (kind < 0.3 && Array.isArray(tree)) tree.push(structuredClone(inside));
  else if (kind < 0.75) place[key] = structuredClone(pick(STRANGE, random));
  else if (kind < 0.85) place[key] = structuredClone(place[pick(Object.keys(tree), random) ?? key]);
  else place[key] = Math.round((random() - 0.2) * 10 ** Math.floor(random() * 12)) / 10 ** Math.floor(random() * 4);
}
