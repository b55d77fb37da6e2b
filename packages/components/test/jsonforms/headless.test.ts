import { describe, expect, it } from 'vitest';
import { allExamples } from './list-examples.js';
import { differences } from './headless-differences.js';
import { isUnsupported, unsupported } from './unsupported.js';

describe('the examples of JSON Forms without a screen', () => {
  it('are the 75 of the package', () => {
    expect(allExamples).toHaveLength(75);
  });

  it.each(allExamples.filter(({ name }) => !isUnsupported(name)))('$name shows the same questions and gives the same data after one edit of each', (example) => {
    expect(differences(example)).toEqual([]);
  });

  it('are all supported but five at most', () => {
    expect(unsupported.length).toBeLessThanOrEqual(5);
  });

  // This one differs on the page alone: its data are the same once the kind of a value is chosen.
  it.each(unsupported.filter(({ name }) => name !== 'json-editor'))('$name is named as unsupported because it still differs', ({ name }) => {
    const example = allExamples.find((each) => each.name === name);
    expect(example && differences(example)).not.toEqual([]);
  });
});
