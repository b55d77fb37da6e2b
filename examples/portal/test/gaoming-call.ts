import type { PublishedScheme } from '@cobuild/core';
import { gaomingWith } from './gaoming-way.js';

const call = { opensAt: '2026-03-01T09:00:00+08:00', closesAt: '2026-09-01T00:00:00+08:00', paperUntil: '2026-09-08T00:00:00+08:00' };

/** The demonstration of Gaoming as a district might go on with it: a call with its times. */
export const gaomingWithCall = (): PublishedScheme => gaomingWith((scheme) => ({ ...scheme, stages: scheme.stages.map((stage, index) => (index === 0 ? { ...stage, call } : stage)) }));
