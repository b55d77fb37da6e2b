import type { PublishedScheme } from '@cobuild/core';
import { hashDocument } from '@cobuild/core';
import { published } from './portal-harness.js';

/** The demonstration of Gaoming as a district might go on with it: a call with its times. */
export function gaomingWithCall(): PublishedScheme {
  const { hash: _, publishedAt: _at, ...rest } = published('gaoming-demo');
  const call = { opensAt: '2026-03-01T09:00:00+08:00', closesAt: '2026-09-01T00:00:00+08:00', paperUntil: '2026-09-08T00:00:00+08:00' };
  const document = { ...rest, scheme: { ...rest.scheme, stages: rest.scheme.stages.map((stage, index) => (index === 0 ? { ...stage, call } : stage)) } };
  return { ...document, hash: hashDocument(document) };
}
