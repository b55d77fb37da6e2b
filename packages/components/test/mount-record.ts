import type { FormDefinition } from '@cobuild/core';
import { expect } from 'vitest';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import { mount } from './mount.js';

/** A form of one record (see every-record.ts), drawn with its widget. An empty record is one that nobody filled in yet. */
export async function mountRecord(definition: FormDefinition, record: unknown, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> {
  const isEmpty = typeof record === 'object' && record !== null && Object.keys(record).length === 0;
  const form = await mount<CobuildForm>('cobuild-form', { definition, ...(isEmpty ? {} : { value: { projectName: '暖心服务站', record } }), ...properties });
  await expect.poll(() => form.shadowRoot?.querySelector('[data-pointer="/record"] .record') ?? null).not.toBeNull();
  // The check of records comes with the first form that has one.
  await expect.poll(() => form.model?.state.problems.some(({ code }) => code === 'form/record-awaited')).toBe(false);
  return form;
}
