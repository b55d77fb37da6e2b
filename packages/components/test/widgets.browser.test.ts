import { describeWidget } from './widget-suite.js';
import { codeExamples, listExamples, pickerExamples, plainExamples } from './widget-examples.js';

for (const example of [...plainExamples, ...codeExamples, ...listExamples, ...pickerExamples]) describeWidget(example);
