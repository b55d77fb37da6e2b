import { describeWidget } from './widget-suite.js';
import { plainExamples } from './widget-examples.js';

for (const example of plainExamples) describeWidget(example);
