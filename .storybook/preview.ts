import type { Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';

// Stories run beside all other tests; what takes a blink alone may take seconds then.
configure({ asyncUtilTimeout: 5000 });

const preview: Preview = {
  // An accessibility violation fails the story's test.
  parameters: { a11y: { test: 'error' } },
};

export default preview;
