// The policy that every contestant judges by: ten nested requirements on fifteen facts, twelve criteria, a table of amount and share of votes.
// It is written in the scheme format; contestants that have formats of their own translate it, so that nobody judges by another policy.

const text = (title) => ({ 'zh-CN': title });
const fact = (name, operator, value, path) => ({ fact: name, ...(path === undefined ? {} : { path }), operator, value });
const parameter = (key) => ({ fact: 'parameters', path: `$.${key}` });
const rule = (id, title, conditions) => ({ id, title: text(title), reason: text(title), conditions });

export const parameters = { minHouseholds: 20, smallLimit: 30000, largeLimit: 300000, maxAmount: 800000, minOwnShare: 0.1, opening: '2026-03-01', closing: '2026-11-30' };

const eligibility = {
  conditions: {
    small: fact('amount', 'lessThan', parameter('smallLimit')),
    large: fact('amount', 'greaterThanInclusive', parameter('largeLimit')),
    collective: { any: [fact('applicant', 'in', ['village', 'community'], '$.level'), { all: [fact('applicant', 'equal', 'group', '$.level'), fact('applicant', 'equal', true, '$.sponsored')] }] },
    infrastructure: fact('category', 'in', ['road', 'drainage', 'lighting', 'parking']),
  },
  rules: [
    rule('applicant', 'Village, community or sponsored group', { all: [{ condition: 'collective' }, { any: [fact('applicant', 'equal', true, '$.registered'), { condition: 'small' }] }] }),
    rule('category', 'A category that is supported', { all: [fact('category', 'notIn', ['office', 'banquet']), { any: [{ not: { condition: 'infrastructure' } }, fact('siteConfirmed', 'equal', true)] }] }),
    rule('amount', 'An amount within the limits', { all: [fact('amount', 'greaterThan', 0), fact('amount', 'lessThanInclusive', parameter('maxAmount')), { any: [{ not: { condition: 'large' } }, { condition: 'collective' }] }] }),
    rule('ownFunds', 'Own funds', { any: [{ condition: 'small' }, fact('ownShare', 'greaterThanInclusive', parameter('minOwnShare')), { all: [fact('labourDays', 'greaterThanInclusive', 60), { not: { condition: 'large' } }] }] }),
    rule('households', 'Enough households benefit', { any: [fact('households', 'greaterThanInclusive', parameter('minHouseholds')), { all: [{ condition: 'small' }, fact('households', 'greaterThanInclusive', 5)] }, fact('themes', 'contains', 'disabled')] }),
    rule('vote', 'The residents agreed', { all: [fact('voteShare', 'greaterThan', 0.5), { any: [{ not: { condition: 'large' } }, fact('voteShare', 'greaterThanInclusive', 0.6667)] }] }),
    rule('site', 'The site is free of dispute', { any: [{ not: { condition: 'infrastructure' } }, { all: [fact('siteConfirmed', 'equal', true), fact('landDispute', 'equal', false)] }] }),
    rule('time', 'Within the period', { all: [fact('startDate', 'greaterThanInclusive', parameter('opening')), fact('startDate', 'lessThanInclusive', parameter('closing')), { any: [fact('months', 'lessThanInclusive', 12), { all: [{ condition: 'large' }, fact('months', 'lessThanInclusive', 24)] }] }] }),
    rule('history', 'Earlier projects are settled', { all: [fact('overdueReports', 'equal', 0), { any: [fact('earlierProjects', 'lessThan', 3), { condition: 'small' }] }] }),
    rule('town', 'A town that takes part', { all: [fact('town', 'in', ['hecheng', 'yanghe', 'mingcheng', 'genghe', 'bijiang', 'xinan', 'leping', 'datang']), { not: { all: [fact('town', 'equal', 'datang'), fact('category', 'equal', 'parking')] } }] }),
  ],
};

/** Marks rise with the value: `steps` are the lower limits of the bands, the first band has no lower limit. */
const rising = (id, name, weight, steps, marks) => ({
  id, title: text(id), weight, maximum: 10,
  byFact: { fact: name, bands: marks.map((mark, index) => ({ mark, ...(index === 0 ? {} : { from: steps[index - 1] }), ...(index === steps.length ? {} : { below: steps[index] }) })) },
});
const named = (id, name, weight, bands, otherwise) => ({ id, title: text(id), weight, maximum: 10, byFact: { fact: name, bands: bands.map(([values, mark]) => ({ in: values, mark })), otherwise } });

const scoring = {
  criteria: [
    rising('reach', 'households', 10, [20, 50, 100, 200], [2, 4, 6, 8, 10]),
    rising('agreement', 'voteShare', 10, [0.5, 0.67, 0.8, 0.95], [0, 4, 6, 8, 10]),
    rising('own', 'ownShare', 10, [0.05, 0.1, 0.2, 0.3], [0, 3, 6, 8, 10]),
    rising('labour', 'labourDays', 10, [10, 30, 60, 120], [0, 2, 5, 8, 10]),
    rising('cost', 'amount', 10, [30000, 100000, 300000, 600000], [10, 8, 6, 4, 2]),
    rising('duration', 'months', 10, [4, 7, 13, 19], [10, 8, 6, 3, 1]),
    rising('record', 'earlierProjects', 10, [1, 2, 4], [6, 8, 10, 7]),
    rising('reports', 'overdueReports', 10, [1, 2], [10, 4, 0]),
    rising('volunteers', 'volunteers', 5, [5, 20, 50], [0, 4, 8, 10]),
    named('purpose', 'category', 5, [[['drainage', 'road'], 10], [['lighting', 'parking'], 8], [['culture', 'garden'], 6]], 2),
    named('place', 'town', 5, [[['datang', 'xinan'], 10], [['genghe', 'bijiang', 'leping'], 8]], 6),
    named('certainty', 'siteConfirmed', 5, [[[true], 10]], 4),
  ],
  rounding: { step: 0.1 },
};

const interval = (from, below) => ({ ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }) });
const amounts = [[undefined, 30000], [30000, 100000], [100000, 300000], [300000, undefined]];
const shares = [[undefined, 0.5], [0.5, 0.6667], [0.6667, undefined]];
const routes = [['refused', 'village', 'village'], ['refused', 'town', 'village'], ['refused', 'town', 'town'], ['refused', 'board', 'district']];

const route = {
  id: 'route', title: text('Who decides'), hitPolicy: 'unique',
  inputs: [{ id: 'amount', title: text('Amount'), fact: 'amount' }, { id: 'voteShare', title: text('Share of votes'), fact: 'voteShare' }],
  outputs: [{ id: 'route', title: text('Route') }],
  rows: amounts.flatMap((amount, row) => shares.map((share, column) => ({
    id: `row-${row}-${column}`, inputs: { amount: interval(...amount), voteShare: interval(...share) }, outputs: { route: routes[row][column] },
  }))),
};

export const policy = { eligibility, scoring, decisionTables: [route], parameters };
