import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { Case, Scheme } from '@cobuild/core';
import { scheme } from '../../test/case-scheme.js';
import { FactsNotLoadedError } from './policy-context.js';
