// One policy, 20,000 applications, every contestant: first the same verdicts, then the time each takes for one.
import { applications } from './applications.mjs';
import * as cobuild from './contestants/cobuild.mjs';
import * as handWritten from './contestants/hand-written.mjs';
import * as jsonLogic from './contestants/json-logic.mjs';
import * as jsonRulesEngine from './contestants/json-rules-engine.mjs';
import * as zen from './contestants/zen.mjs';
import { interleave } from './interleave.mjs';
import { readTrace } from './read-trace.mjs';

const COUNT = 20_000;
// The slow ones take a few hundred applications a round, other ones each time.
const SLOW_SHARE = 400;

export async function measure({ quick, say }) {
  const cases = applications(COUNT);
  const engines = [cobuild, jsonLogic, zen, jsonRulesEngine];
  await checkSameVerdicts(engines, quick ? cases.slice(0, 1000) : cases, say);
  const all = COUNT;
  const times = await interleave([
    { name: handWritten.name, judge: handWritten.judge, share: all },
    { name: cobuild.name, judge: cobuild.judge, share: all },
    { name: jsonLogic.name, judge: jsonLogic.judge, share: all },
    { name: 'trace', judge: (facts) => readTrace(cobuild.trace(facts)), share: 4000 },
    { name: 'trace as text', judge: (facts) => JSON.stringify(cobuild.trace(facts)), share: 1000 },
    { name: zen.name, judge: zen.judge, share: SLOW_SHARE },
    { name: jsonRulesEngine.name, judge: jsonRulesEngine.judge, share: SLOW_SHARE },
  ], cases, quick ? 5 : 21);
  return rowsOf(times);
}

async function checkSameVerdicts(engines, cases, say) {
  for (const { name, judge } of engines) {
    say(`  the same ${cases.length} verdicts: ${name}`);
    for (const [index, facts] of cases.entries()) {
      const [expected, found] = [text(handWritten.judge(facts)), text(await judge(facts))];
      if (expected !== found) throw new Error(`${name} judges application ${index} otherwise: ${found} in place of ${expected}`);
    }
  }
}

/** json-rules-engine lists what is not met in the order in which it found out. */
const text = ({ eligible, unmet, score, route }) => JSON.stringify({ eligible, unmet: [...unmet].sort(), score, route });

function rowsOf(times) {
  const of = (name) => times.get(name);
  const [own, floor, compiled, jre, trace] = [of(cobuild.name), of(handWritten.name), of(jsonLogic.name), of(jsonRulesEngine.name), of('trace')];
  const micro = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} µs`;
  const times10 = (value) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ×`;
  return [
    { what: 'verdict: hand-written function', measured: micro(floor) },
    { what: 'verdict: json-logic-engine, compiled', measured: micro(compiled) },
    { what: 'verdict: @gorules/zen-engine', measured: micro(of(zen.name)) },
    { what: 'verdict: json-rules-engine', measured: micro(jre) },
    { what: 'verdict: CoBuild', measured: micro(own) },
    { what: '  faster than json-rules-engine', measured: times10(jre / own), target: '>= 300 ×', reached: jre / own >= 300 },
    { what: '  faster than json-logic-engine, compiled', measured: times10(compiled / own), target: '> 1 ×', reached: own < compiled },
    { what: '  of the hand-written function’s time', measured: times10(own / floor), target: '<= 4 ×', reached: own / floor <= 4 },
    { what: 'full trace, read once: CoBuild', measured: micro(trace) },
    { what: '  faster than json-rules-engine without trace', measured: times10(jre / trace), target: '>= 100 ×', reached: jre / trace >= 100 },
    { what: 'full trace as JSON text: CoBuild', measured: micro(of('trace as text')) },
  ];
}
