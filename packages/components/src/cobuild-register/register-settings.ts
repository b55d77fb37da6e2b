import type { Grading, Scheme } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import { applicationForm } from '@cobuild/rules';

/** What a register shows and by what it is assessed. */
export interface RegisterSettings {
  /** Questions of the application form, the first one names the entry: `['/memberName', '/plateNumber']`. Default: the first four that the form's layout has. */
  readonly columns?: readonly string[];
  /** Id of the grading in `evaluation.gradings`; without it nothing is assessed. */
  readonly grading?: string;
  /** Who shares the pot of the grading: default `unit`, such as a village. */
  readonly potPer?: 'unit' | 'town' | 'all';
  /** Inputs that are entered here, such as `['village']`; all of the grading by default. */
  readonly inputs?: readonly string[];
  /** What a mark may be, both ends included; default: the limits of the grading. */
  readonly lowest?: number;
  readonly highest?: number;
  /** Id of a rule in `evaluation.pay` by which each entry is paid besides. */
  readonly pay?: string;
}

/** A mark by id of the entry and input: `{ 'household-01': { village: 95, town: 88 } }`. `null` is none. */
export type RegisterMarks = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** Settings with everything that was left to the scheme. */
export interface RegisterPlan {
  readonly scheme: Scheme;
  readonly columns: readonly string[];
  readonly grading: Grading | undefined;
  readonly inputs: NonNullable<Grading['inputs']>;
  readonly range: { readonly lowest?: number; readonly highest?: number };
  readonly potPer: 'unit' | 'town' | 'all';
  readonly pay: NonNullable<NonNullable<Scheme['evaluation']>['pay']>[number] | undefined;
}

export function planRegister(given: Scheme, settings: RegisterSettings): RegisterPlan {
  const scheme = resolveParameters(given);
  const grading = scheme.evaluation?.gradings?.find(({ id }) => id === settings.grading);
  const { minimum, maximum } = grading?.marks ?? {};
  const lowest = settings.lowest ?? (typeof minimum === 'number' ? minimum : undefined);
  const highest = settings.highest ?? (typeof maximum === 'number' ? maximum : undefined);
  return {
    scheme, grading, columns: settings.columns ?? usualColumns(scheme), potPer: settings.potPer ?? 'unit',
    inputs: (grading?.inputs ?? []).filter(({ id }) => settings.inputs === undefined || settings.inputs.includes(id)),
    range: { ...(lowest === undefined ? {} : { lowest }), ...(highest === undefined ? {} : { highest }) },
    pay: scheme.evaluation?.pay?.find(({ id }) => id === settings.pay),
  };
}

function usualColumns(scheme: Scheme): readonly string[] {
  const form = applicationForm(scheme);
  const placed = (form?.layout?.steps ?? []).flatMap(({ sections = [] }) => sections).flatMap(({ fields = [] }) => fields);
  return (placed.length > 0 ? placed : Object.keys((form?.schema['properties'] ?? {})).map((name) => `/${name}`)).slice(0, 4);
}
