// How long tests wait for what they expect to see: as long as a machine needs that does much else. Whoever waits goes on as soon as it is there.
import { vi } from 'vitest';

const LONGEST_MS = 20_000;
const waitFor = vi.waitFor.bind(vi);

/** Vitest has a setting for `expect.poll`, but none for `vi.waitFor`, which gives up after one second. */
vi.waitFor = (check, options = {}) => waitFor(check, { timeout: LONGEST_MS, ...(typeof options === 'number' ? { timeout: options } : options) });
