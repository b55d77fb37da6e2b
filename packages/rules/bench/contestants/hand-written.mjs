// The floor: what a programmer writes by hand for this one policy and these complete facts. No unknown answers, no explanation, nothing configurable.

export const name = 'hand-written';

const INFRASTRUCTURE = new Set(['road', 'drainage', 'lighting', 'parking']);
const TOWNS = new Set(['hecheng', 'yanghe', 'mingcheng', 'genghe', 'bijiang', 'xinan', 'leping', 'datang']);

export function judge(facts) {
  const { applicant, category, town, amount, ownShare, labourDays, households, voteShare, startDate, months, earlierProjects, overdueReports, siteConfirmed, landDispute, volunteers, themes } = facts;
  const small = amount < 30000;
  const large = amount >= 300000;
  const collective = applicant.level === 'village' || applicant.level === 'community' || (applicant.level === 'group' && applicant.sponsored === true);
  const infrastructure = INFRASTRUCTURE.has(category);

  const unmet = [];
  if (!(collective && (applicant.registered === true || small))) unmet.push('applicant');
  if (!(category !== 'office' && category !== 'banquet' && (!infrastructure || siteConfirmed === true))) unmet.push('category');
  if (!(amount > 0 && amount <= 800000 && (!large || collective))) unmet.push('amount');
  if (!(small || ownShare >= 0.1 || (labourDays >= 60 && !large))) unmet.push('ownFunds');
  if (!(households >= 20 || (small && households >= 5) || themes.includes('disabled'))) unmet.push('households');
  if (!(voteShare > 0.5 && (!large || voteShare >= 0.6667))) unmet.push('vote');
  if (!(!infrastructure || (siteConfirmed === true && landDispute === false))) unmet.push('site');
  if (!(startDate >= '2026-03-01' && startDate <= '2026-11-30' && (months <= 12 || (large && months <= 24)))) unmet.push('time');
  if (!(overdueReports === 0 && (earlierProjects < 3 || small))) unmet.push('history');
  if (!(TOWNS.has(town) && !(town === 'datang' && category === 'parking'))) unmet.push('town');

  let score = 0;
  score += households < 20 ? 2 : households < 50 ? 4 : households < 100 ? 6 : households < 200 ? 8 : 10;
  score += voteShare < 0.5 ? 0 : voteShare < 0.67 ? 4 : voteShare < 0.8 ? 6 : voteShare < 0.95 ? 8 : 10;
  score += ownShare < 0.05 ? 0 : ownShare < 0.1 ? 3 : ownShare < 0.2 ? 6 : ownShare < 0.3 ? 8 : 10;
  score += labourDays < 10 ? 0 : labourDays < 30 ? 2 : labourDays < 60 ? 5 : labourDays < 120 ? 8 : 10;
  score += amount < 30000 ? 10 : amount < 100000 ? 8 : amount < 300000 ? 6 : amount < 600000 ? 4 : 2;
  score += months < 4 ? 10 : months < 7 ? 8 : months < 13 ? 6 : months < 19 ? 3 : 1;
  score += earlierProjects < 1 ? 6 : earlierProjects < 2 ? 8 : earlierProjects < 4 ? 10 : 7;
  score += overdueReports < 1 ? 10 : overdueReports < 2 ? 4 : 0;
  score += volunteers < 5 ? 0 : volunteers < 20 ? 2 : volunteers < 50 ? 4 : 5;
  score += category === 'drainage' || category === 'road' ? 5 : category === 'lighting' || category === 'parking' ? 4 : category === 'culture' || category === 'garden' ? 3 : 1;
  score += town === 'datang' || town === 'xinan' ? 5 : town === 'genghe' || town === 'bijiang' || town === 'leping' ? 4 : 3;
  score += siteConfirmed === true ? 5 : 2;
  score = Math.round(score * 10) / 10;

  const route = voteShare < 0.5 ? 'refused'
    : amount < 30000 ? 'village'
      : amount < 100000 ? (voteShare < 0.6667 ? 'town' : 'village')
        : amount < 300000 ? 'town'
          : voteShare < 0.6667 ? 'board' : 'district';
  return { eligible: unmet.length === 0, unmet, score, route };
}
