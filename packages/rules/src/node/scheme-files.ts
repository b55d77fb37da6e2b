import type { Scheme } from '@cobuild/core';

/** Path below the scheme folder, and what stands there. */
export type SchemeFileMap = ReadonlyMap<string, unknown>;

/**
 * A merged scheme as the files of a folder: one per form and vote rule, parameters, requirements, stages and tests by themselves, each test case in its
 * own file, so that what people edit is small.
 */
export function schemeFiles(scheme: Scheme): SchemeFileMap {
  const files = new Map<string, unknown>();
  const file = (path: string, content: unknown): { readonly $file: string } => {
    files.set(path, content);
    return { $file: path };
  };
  const { parameters, forms, eligibility, stages, thresholds, decisionTables, publicity, tests, ...rest } = scheme;
  const scheme_: Record<string, unknown> = {};
  for (const key of Object.keys(scheme)) {
    switch (key) {
      case 'parameters': scheme_[key] = file('parameters.json', parameters); break;
      case 'forms': scheme_[key] = forms.map((form) => file(`forms/${form.id}.json`, form)); break;
      case 'eligibility': scheme_[key] = file('eligibility.json', eligibility); break;
      case 'stages': scheme_[key] = file('stages.json', stages); break;
      case 'thresholds': scheme_[key] = (thresholds ?? []).map((threshold) => file(`thresholds/${threshold.id}.json`, threshold)); break;
      case 'decisionTables': scheme_[key] = (decisionTables ?? []).map((table) => file(`tables/${table.id}.json`, table)); break;
      case 'publicity': scheme_[key] = file('publicity.json', publicity); break;
      case 'tests':
        // Includes are read from the file that holds them.
        scheme_[key] = file('tests.json', (tests ?? []).map((test) => (test.case === undefined ? test : { ...test, case: file(`cases/${test.id}.json`, test.case) })));
        break;
      default: scheme_[key] = rest[key as keyof typeof rest];
    }
  }
  return new Map<string, unknown>([['scheme.json', scheme_], ...files]);
}
