// Property tests draw the same cases on every run, so that a failure can be repeated and a build does not fail by chance.
// FAST_CHECK_SEED=random (or a number) draws others.
import fc from 'fast-check';

const chosen = process.env['FAST_CHECK_SEED'];
fc.configureGlobal(chosen === 'random' ? {} : { seed: Number(chosen ?? 20260301) });
