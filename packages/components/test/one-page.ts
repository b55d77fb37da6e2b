// Every file of browser tests is run in the same page, because loading the sources anew for each took a third of the time.
// This is run before each file and leaves the page to the next one as it was found.
import { afterAll, afterEach, vi } from 'vitest';
import { unmountAll } from './mount.js';
import './patience.js';
import './warnings.js';

// The runner's page is in English; the portals are not.
document.documentElement.lang = 'zh-CN';

const address = location.pathname + location.search;

afterEach(unmountAll);

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});
