import type { ExampleDescription } from '@jsonforms/examples';
import * as examples from '@jsonforms/examples';

/** All examples of the package, none left out. */
export const allExamples: readonly ExampleDescription[] = examples.getExamples();
