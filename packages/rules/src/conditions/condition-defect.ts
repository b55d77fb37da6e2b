/**
 * Something wrong inside a condition, for the check of the scheme to say in words.
 *
 * - `malformed`: not exactly one of `all`, `any`, `not`, `condition`, `fact`, or a member of the wrong type
 * - `unknownOperator`: params `operator`
 * - `path`: params `path`, `reason`, `at` of `parsePath`
 * - `emptyInList`: an empty entry in a list of values; such a list can never be found not to hold something
 * - `objectValue`: an object as value, which no operator compares
 * - `unknownCondition`: params `condition`, `known`
 * - `conditionCycle`: params `condition`, `cycle` as names in order
 * - `tooDeep`, `tooLarge`: params `limit`
 */
export interface ConditionDefect {
  readonly code:
    | 'malformed' | 'unknownOperator' | 'path' | 'emptyInList' | 'objectValue' | 'unknownCondition' | 'conditionCycle' | 'tooDeep' | 'tooLarge';
  /** Pointer from the root of the compiled condition: `/all/1/operator`. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
}
