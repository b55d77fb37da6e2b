export interface EvaluationBundle {
  readonly code: string;
  readonly gzipBytes: number;
  /** Modules that are in it, with the length of their text before minifying. */
  readonly modules: readonly { readonly id: string; readonly renderedLength: number }[];
  /** Names of what it must not hold but does. */
  readonly forbidden: readonly string[];
}

export function bundleOf(name: 'compilePolicy' | 'compileCondition'): Promise<EvaluationBundle>;
