// The measurements themselves, for Node and for a page alike: nothing here but the language and performance.now.
import { cases, scheme, sweeps, tableOptions } from './simulation-cases.mjs';

const { performance } = globalThis;
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** @param rules - The built package, or its bundle. */
export function measureChanges(rules, count) {
  const table = rules.loadCases(scheme, cases(count), tableOptions);
  // As in a page that has been open for a while: every kind of change has been tried before.
  for (const { parameter, values } of sweeps) for (const value of values.slice(0, 10)) rules.simulate(table, { parameters: { [parameter]: value } });
  return sweeps.map(({ parameter, values }) => {
    const times = [];
    let flips = 0;
    for (const value of values) {
      const before = performance.now();
      const result = rules.simulate(table, { parameters: { [parameter]: value } });
      times.push(performance.now() - before);
      flips += result.flips.total;
    }
    return { parameter, milliseconds: median(times), slowest: Math.max(...times), flips: Math.round(flips / values.length) };
  });
}

/**
 * From plain objects to the outcome of every case, with totals, towns and categories.
 *
 * @param tidyUp - Collects what making the cases has left behind, which is no part of loading them.
 */
export function measureLoading(rules, count, rounds, tidyUp = () => undefined) {
  const times = [];
  const past = cases(count, 1000);
  for (let round = 0; round < rounds; round += 1) {
    tidyUp();
    const before = performance.now();
    const result = rules.simulate(rules.loadCases(scheme, past, tableOptions), {});
    times.push(performance.now() - before);
    if (result.cases !== count) throw new Error(`${count - result.cases} cases were left out`);
  }
  return { milliseconds: median(times), first: times[0] };
}

/** Before anything is timed: the same verdicts as case by case, under the policy as it is and under changes. */
export function checkSameVerdicts(rules, count) {
  const past = cases(count);
  const table = rules.loadCases(scheme, past, tableOptions);
  const parameters = { minHouseholds: 35, largeLimit: 250000, passMark: 66.6, passRatio: { p: 3, q: 5 } };
  const run = rules.simulateRun(table, { parameters });
  const text = ({ outcome, stage, eligibility, score, vote, grade, reasons }) => JSON.stringify({ outcome, stage, eligibility, score, vote, grade, reasons });
  past.forEach((caseData, row) => {
    const { before, after } = run.verdicts(row);
    for (const [found, set] of [[before, {}], [after, parameters]]) {
      const expected = text(rules.decide(scheme, caseData, { calendar: rules.chinaCalendar, parameters: set }));
      if (text(found) !== expected) throw new Error(`${caseData.id}: ${text(found)} in place of ${expected}`);
    }
  });
}
