import { relative } from 'node:path';

/** A reporter of Vitest that names what passed only at the second attempt: such a test, or what it tests, is not steady. */
export default class SecondAttempts {
  #lines = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#lines.push(`${relative('.', test.module.moduleId)} > ${test.fullName}: ${test.result().errors?.[0]?.message.split('\n')[0].slice(0, 200) ?? ''}`);
  }

  onTestRunEnd() {
    for (const line of this.#lines) console.log(`Passed at the second attempt: ${line}`);
  }
}
