// Generated applications: complete facts of the right types, because the other engines have no answer for what is missing. Each fact has its own
// spread, so that every rule is met by most and failed by some, and every band and row occurs.

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TOWNS = ['hecheng', 'yanghe', 'mingcheng', 'genghe', 'bijiang', 'xinan', 'leping', 'datang', 'elsewhere'];
const CATEGORIES = ['road', 'drainage', 'lighting', 'parking', 'culture', 'garden', 'school', 'sports', 'office', 'banquet'];
const THEMES = ['elderly', 'children', 'disabled', 'greening', 'safety'];
const LEVELS = ['village', 'village', 'community', 'group'];

export function applications(count, seed = 20261122) {
  const random = seeded(seed);
  const whole = (from, to) => from + Math.floor(random() * (to - from + 1));
  const one = (list) => list[whole(0, list.length - 1)];
  const chance = (share) => random() < share;
  const share = () => Math.round(random() * 100) / 100;
  // Written and read once, as applications arrive.
  return JSON.parse(JSON.stringify(Array.from({ length: count }, () => ({
    applicant: { level: one(LEVELS), registered: chance(0.9), sponsored: chance(0.5) },
    category: one(chance(0.9) ? CATEGORIES.slice(0, 8) : CATEGORIES),
    town: one(chance(0.95) ? TOWNS.slice(0, 8) : TOWNS),
    amount: Math.round(Math.exp(random() * 5 + 9)) / (chance(0.2) ? 100 : 1),
    ownShare: share() / 2,
    labourDays: whole(0, 150),
    households: Math.round(Math.exp(random() * 4 + 1.5)),
    voteShare: Math.round((0.4 + random() * 0.6) * 10000) / 10000,
    startDate: `2026-${String(chance(0.8) ? whole(3, 11) : whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`,
    months: chance(0.8) ? whole(1, 12) : whole(13, 22),
    earlierProjects: chance(0.8) ? whole(0, 2) : whole(3, 5),
    overdueReports: chance(0.9) ? 0 : whole(1, 3),
    siteConfirmed: chance(0.9),
    landDispute: chance(0.05),
    volunteers: whole(0, 60),
    themes: THEMES.filter(() => chance(0.3)),
  }))));
}
