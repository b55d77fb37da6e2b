import type { Condition, FormDefinition, RecordSettings, Terms } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import type { Answers } from './answers.js';
import type { RecordRules } from './record-rules.js';
import type { WidgetTester } from './widgets.js';

/** Answer of a condition: an empty answer makes it unknown, not false. */
export type Truth = true | false | 'unknown';

/** Facts by name: the top-level answers and the reserved ones (`applicant`, `today`, `parameters`, …). */
export type Facts = Readonly<Record<string, unknown>>;

/** How core asks for a condition without evaluating one itself; `@cobuild/rules` supplies it. */
export type EvaluateCondition = (condition: Condition, facts: Facts) => Truth;

/**
 * What a form is made with.
 *
 * @typeParam Value - The answers. An object of answers by name unless the outermost schema describes nothing but a list or a single value: `readonly string[]`, `string | undefined`.
 */
export interface FormOptions<Value = Answers> {
  readonly validator: Validator;
  readonly evaluateCondition: EvaluateCondition;
  /**
   * Starting answers; also what `reset()` returns to. Default none. An object, wherever the outermost schema describes nothing else; the list or the single value
   * that it describes instead is `state.value` and `submission()` then, too (`createForm<readonly string[]>(…)`), and a single question that is not answered is `undefined`.
   */
  readonly value?: Value;
  /** Language of labels and messages. Default `zh-CN`. */
  readonly locale?: Locale;
  /** Words of the district in the form's own sentences, as in a scheme: `{ town: { 'zh-CN': '乡镇' } }`. */
  readonly terms?: Terms | undefined;
  /** Reserved facts for conditions: `applicant`, `today`, `parameters`, …. */
  readonly facts?: Facts;
  /** What the person decided between alternatives, as `state.choices` told it. Without it the answers show which branch is meant. */
  readonly choices?: Readonly<Record<string, number>>;
  /** Of the host: propose widgets of its own for fields, by schema and settings. */
  readonly widgetTesters?: readonly WidgetTester[];
  /**
   * How records among the answers (a budget, opinions, files, …) are checked: `{ check: checkRecords, calendar, now }`. `awaited`: the check comes later by `setRecords`, and
   * until then no record counts as right. Without it `createForm` checks what needs neither calendar nor clock, as `checkAnswers` does; a form made from parts checks none.
   */
  readonly records?: RecordRules | 'awaited';
  /** Nothing can be typed; for check-your-answers and review. */
  readonly readonly?: boolean;
}

/** What a field is drawn with. Chosen from schema and settings; a host may register others under new names. */
export type WidgetName =
  | 'text' | 'textarea' | 'number' | 'money' | 'date' | 'select' | 'radio' | 'checkboxes' | 'yesNo' | 'confirmation'
  | 'group' | 'cards' | 'table' | 'listDetail' | 'map' | 'tuple' | 'absent' | 'nothing' | 'unsupported' | (string & {});

/** One choice of a choice field. */
export interface FieldOption { readonly value: unknown; readonly label: string }

/** A node of the field tree: a question, a group of questions or a repeated group. */
export interface FormNode {
  /** JSON Pointer of the answer: `/budgetLines/0/amount`. */
  readonly pointer: string;
  /** The same with `*` for item indexes, as settings address it: `/budgetLines/* /amount` (without the space). */
  readonly template: string;
  readonly widget: WidgetName;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  readonly unit: string;
  readonly width: 'full' | 'half' | 'short';
  readonly required: boolean;
  readonly recommended: boolean;
  readonly readonly: boolean;
  /** Calculated from other answers. */
  readonly computed: boolean;
  readonly visible: boolean;
  readonly value: unknown;
  readonly options: readonly FieldOption[];
  /** Children of a group; one group per item of a repeated one. */
  readonly children: readonly FormNode[];
  /** For repeated groups and multiple choice: limits of the count. */
  readonly minItems?: number;
  readonly maxItems?: number;
  /** For text: the limit, so that a count can be shown. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The label is read out and not shown. */
  readonly labelHidden?: boolean;
  /** The `format` of its schema. */
  readonly format?: string;
  /** What the widget was told; each widget says what it understands. */
  readonly widgetOptions?: Readonly<Record<string, unknown>>;
  /** For a record (a budget, opinions, …), whose answer is one value: what it has to keep to. */
  readonly record?: RecordSettings;
  /**
   * Questions between the ways to answer this one, drawn before it: nodes with a pointer of their own (`?0/payee`) that `setValue` takes, whose value is the
   * number of a branch of the schema. None where there is one way.
   */
  readonly choosers?: readonly FormNode[];
  /** Of an item of a list: what it is called beside its number (`itemTitle` of the list); `''` while nothing of that is answered. */
  readonly itemTitle?: string;
  /** The person added it: under a name of their own to a `map`, or behind the fixed places of a `tuple`. */
  readonly added?: 'entry' | 'item';
  /** Of a `tuple`: items may be added behind its places. */
  readonly addable?: boolean;
  /** What such an item is called, where the schema says it. */
  readonly addLabel?: string;
  /** Of a group that is there because the person added it, where its schema comes back to itself; `setValue` with `undefined` takes it away. */
  readonly removable?: boolean;
  /** The problems that the person should see now (after leaving the field, live once wrong, all after submit). */
  readonly problems: readonly Problem[];
  /** Inferred or invented fields say so on the screen. */
  readonly provenance?: 'inferred' | 'invented';
}

/** What arranges the questions of a section: a question where it stands, a group under a heading or without one, tabs, a paragraph. */
export type FormElement =
  | { readonly kind: 'field'; readonly node: FormNode }
  | {
      readonly kind: 'group';
      readonly title: string;
      readonly description: string;
      /** Questions beside each other, 1 to 4, where there is room. */
      readonly columns: number;
      readonly visible: boolean;
      readonly elements: readonly FormElement[];
    }
  | { readonly kind: 'tabs'; readonly visible: boolean; readonly tabs: readonly FormTab[] }
  | { readonly kind: 'text'; readonly text: string; readonly visible: boolean };

/** One of several groups of which one is in front. All are filled in and checked, whichever that is. */
export interface FormTab {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly visible: boolean;
  /** Whether an error is shown at one of its questions. */
  readonly hasErrors: boolean;
  readonly elements: readonly FormElement[];
}

export interface FormSection {
  readonly id: string; readonly title: string; readonly description: string; readonly visible: boolean;
  /** All its questions in order. */
  readonly fields: readonly FormNode[];
  /** Questions beside each other, 1 to 4, where there is room. */
  readonly columns: number;
  /** How the questions are arranged, each of them once; missing where they stand one below the other. */
  readonly elements?: readonly FormElement[];
}

/** Required questions that a person meets, and how many of them have an answer; right or wrong. */
export interface FormProgress { readonly required: number; readonly answered: number }

/** Progress of a step: what is done, current, has errors. */
export type StepStatus = 'notStarted' | 'inProgress' | 'complete' | 'error';

export interface FormStep {
  readonly id: string; readonly title: string; readonly description: string; readonly visible: boolean;
  readonly sections: readonly FormSection[];
  readonly status: StepStatus;
  /** Whether it can be entered now; `closedBecause` says what has to be done first, and is empty where it is open. */
  readonly open: boolean;
  readonly closedBecause: string;
  /** It asks nothing and shows all answers. */
  readonly review: boolean;
  readonly progress: FormProgress;
}

/** How the steps are shown: below each other, one at a time, one at a time behind a list of all, as tabs. */
export type FormShow = 'page' | 'steps' | 'taskList' | 'tabs';

/** A snapshot; a new object after every change, unchanged nodes keep their identity so that a view redraws only what changed. */
export interface FormState<Value = Answers> {
  readonly value: Value;
  readonly steps: readonly FormStep[];
  /** How the definition wants them shown. */
  readonly show: FormShow;
  /** Of all steps that a person meets. */
  readonly progress: FormProgress;
  /** Every problem of the answers as they are, shown or not, sorted by place in the layout. */
  readonly problems: readonly Problem[];
  /**
   * Answers that no question shows, one `info` for each with its place and what can be done: names that the form does not ask for, or no longer, and what cannot be drawn.
   * They are kept and stand in nobody's way.
   */
  readonly unshown: readonly Problem[];
  /** Those to show in the error summary (after a submit), kept right as they are mended. */
  readonly summary: readonly Problem[];
  readonly valid: boolean;
  readonly dirty: boolean;
  readonly submitted: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What the person decided between alternatives, by the pointer of the question: to be kept beside a draft, since no answer holds it. */
  readonly choices: Readonly<Record<string, number>>;
}

/**
 * A form without a screen.
 *
 * @example
 * const form = createForm(definition, { validator: createInterpreter(), evaluateCondition });
 * form.setValue('/projectName', '暖心服务站');
 * form.state.problems // what is still missing, as sentences with the label
 */
export interface Form<Value = Answers> {
  readonly definition: FormDefinition;
  /** What is wrong with the definition as a form; places are pointers into it. Fields that cannot be drawn are warnings. In a page that loads
   * in parts, asking for them brings the part that finds warnings; until it is there the errors are told alone. */
  readonly definitionProblems: readonly Problem[];
  /** Those of them that no answer can make good. */
  readonly definitionErrors: readonly Problem[];
  readonly state: FormState<Value>;
  /**
   * Sets one answer; `undefined` empties it. Recomputes, revalidates, notifies. With the pointer of a node in `choosers` it chooses that branch: answers to
   * the other one become what their `hiddenAnswer` says, and come back when it is chosen again or by `undo`.
   */
  setValue(pointer: string, value: unknown): void;
  /**
   * Replaces all answers at once, as if a person had filled in every field anew: one change, one step of undo, `dirty` where
   * they differ from what was loaded, one notification. For answers that a browser or a draft brings back, and for what a person imports.
   *
   * Fields that the answers do not name are emptied; calculated and read-only fields keep what they have; names that neither a field
   * nor the schema knows are left out.
   *
   * @example form.replace({ projectName: '暖心服务站', households: 40 })
   */
  replace(value: Value): void;
  /** Replaces all answers without a `dirty` mark: what a host sets; `undefined` takes them back. */
  load(value: Value | undefined): void;
  /** The person left the field: its problems may be shown from now on. */
  touch(pointer: string): void;
  /** Adds an item to a list, behind the places of a tuple, or the group that an `absent` node stands for. */
  addItem(pointer: string): void;
  /** Adds a copy of an item after it. */
  copyItem(pointer: string, index: number): void;
  /** Adds an answer under a name to a `map`. Why that is not possible, or `undefined` when it was done. */
  addEntry(pointer: string, name: string): Problem | undefined;
  /** Gives an answer of a `map` another name; its place stays. */
  renameEntry(pointer: string, name: string, to: string): Problem | undefined;
  removeEntry(pointer: string, name: string): void;
  removeItem(pointer: string, index: number): void;
  moveItem(pointer: string, from: number, to: number): void;
  /** Shows every problem (of one step, when named) and answers whether there is none. */
  showProblems(stepId?: string): boolean;
  /** Problems that come from outside (the server), shown like the form's own until the field changes. */
  setExternalProblems(problems: readonly Problem[]): void;
  reset(): void;
  setLocale(locale: Locale): void;
  setFacts(facts: Facts): void;
  /** How records are checked from now on; also when the clock has gone on. */
  setRecords(records: RecordRules | 'awaited' | undefined): void;
  /**
   * Files that were given for a record and are not there yet, by name; `[]` when none is on its way any more. Until then the form is not valid and says so where it is asked about.
   *
   * @example form.setArriving('/photos', ['现场照片.jpg'])
   */
  setArriving(pointer: string, names: readonly string[]): void;
  /** The answers to submit: hidden ones left out or kept as each field's policy says, computed ones filled in; answers that the form has no question for any more left out. */
  submission(): Value;
  undo(): boolean;
  redo(): boolean;
  subscribe(listener: () => void): () => void;
}
