import type { ProjectAction } from '@cobuild/rules';

/**
 * What `cobuild-action` of the elements of an approved project tells: something that a person wants done with it. The host hands `action` to
 * `appendProjectEvent()` of `@cobuild/rules`, stores the event, and sets `project` (or `problems`) again.
 */
export interface CobuildProjectActionDetail {
  /** Id of the project. */
  readonly project: string;
  readonly action: ProjectAction;
}
