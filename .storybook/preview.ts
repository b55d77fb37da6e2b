import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';

// Stories run beside all other tests; what takes a blink alone may take seconds then.
configure({ asyncUtilTimeout: 5000 });

const preview: Preview = {
  // An accessibility violation fails the story's test. Of what is right one place for each rule is told: all of them took as long as the checks.
  parameters: { a11y: { test: 'error', options: { resultTypes: ['violations', 'incomplete'] } } },
};

export default preview;
