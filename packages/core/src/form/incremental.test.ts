import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition, validator as interpreter, open } from '../../test/form/form-fixture.js';
import { Dice, TOO_LONG, VALUES, randomAnswers, randomDefinition } from '../../test/form/random-forms.js';
import type { FormDefinition } from '../generated/types.js';
import type { Problem } from '../problems/problem.js';
import type { CompiledSchema, Validator } from '../validation/validator.js';
import { equalJson } from './answers.js';
import { ChangedNames } from './changed-names.js';
import { NO_CHOICES, choiceKey } from './choices.js';
import { compileForm } from './whole-form.js';
import { movedPointer, withAnswer } from './edit-answers.js';
import type { FieldStatus } from './field-status.js';
import type { Form, FormNode } from './form-model.js';
import type { FilledIn } from './filled-in.js';
import { evaluateFilledIn } from './filled-in.js';
import type { ConditionContext } from './truths.js';
import { ConditionReads } from './truths.js';

const RUNS = 40;
const EDITS = 60;

const compiled = new Map<string, CompiledSchema>();
/** Each fresh form has the schemas of the one before it: they are compiled once. */
const validator: Validator = {
  compile: (schema) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text) ?? interpreter.compile(schema);
    compiled.set(text, known);
    return known;
  },
};

/** Every node of a form. */
function nodesOf(form: Form): readonly FormNode[] {
  const withInner = (node: FormNode): readonly FormNode[] => [...(node.choosers ?? []), node, ...node.children.flatMap(withInner)];
  return form.state.steps.flatMap((step) => step.sections.flatMap((section) => section.fields.flatMap(withInner)));
}

/** A form that is edited at random, and what is needed to bring a fresh one to the same place. */
class EditedForm {
  readonly form: Form;
  private baseline: unknown;
  private touched = new Set<string>();
  private shown = new Set<string | undefined>();
  private locale: 'zh-CN' | 'en' = 'zh-CN';
  private facts: Record<string, unknown> = {};

  constructor(private readonly definition: FormDefinition, private readonly dice: Dice) {
    this.form = open(definition, { validator, value: randomAnswers(dice) });
    this.baseline = this.form.state.value;
  }

  /** Does something; tells what, for the message of a failure. */
  act(): string {
    const { dice, form } = this;
    const nodes = nodesOf(form);
    const node = dice.one(nodes);
    const lists = nodes.filter((each) => Array.isArray(each.value) && ['cards', 'table', 'listDetail'].includes(each.widget));
    const list = lists.length > 0 && dice.chance(3) ? dice.one(lists) : undefined;
    if (list) return this.editList(list.pointer, (list.value as unknown[]).length);
    const maps = nodes.filter((each) => each.widget === 'map');
    if (maps.length > 0 && dice.chance(4)) return this.editMap(dice.one(maps));
    if (node.pointer.startsWith('?null')) {
      const says = dice.chance(2);
      return this.tell(`null ${node.pointer} ${says}`, () => form.setValue(node.pointer, says));
    }
    if (node.pointer.startsWith('?')) return this.tell(`choose ${node.pointer}`, () => form.setValue(node.pointer, dice.one(node.options).value));
    if (['absent', 'tuple'].includes(node.widget) && (node.widget === 'absent' || node.addable) && dice.chance(2)) return this.tell(`add ${node.pointer}`, () => form.addItem(node.pointer));
    const kind = dice.roll(24);
    if (kind < 12) {
      const value = dice.chance(20) ? TOO_LONG : dice.one(VALUES);
      form.setValue(node.pointer, value);
      return `set ${node.pointer} ${JSON.stringify(value)?.slice(0, 40)}`;
    }
    if (kind < 14) return this.tell('touch', () => form.touch(node.pointer), () => this.touched.add(node.pointer));
    if (kind === 14) {
      const stepId = dice.chance(2) ? undefined : dice.one(form.state.steps).id;
      return this.tell('show', () => form.showProblems(stepId), () => this.shown.add(stepId));
    }
    if (kind < 17) return this.tell('undo', () => form.undo());
    if (kind === 17) return this.tell('redo', () => form.redo());
    if (kind === 18) return this.tell('locale', () => form.setLocale((this.locale = dice.one(['zh-CN', 'en']))));
    if (kind === 19) return this.tell('facts', () => form.setFacts((this.facts = dice.one([{}, { today: 'x' }, { today: 'y', a: 'x' }]))));
    if (kind === 20) return this.tell('outside', () => form.setExternalProblems(dice.some(nodes).slice(0, 3).map(({ pointer }) => outside(pointer)).concat(dice.chance(2) ? [outside('')] : [])));
    if (kind === 21) return this.startAgain('load', () => form.load(randomAnswers(dice)), () => { this.baseline = form.state.value; });
    if (kind === 22) return this.startAgain('reset', () => form.reset());
    return this.tell('replace', () => form.replace(randomAnswers(dice)));
  }

  private editMap(map: FormNode): string {
    const { dice, form } = this;
    const [name, to] = [dice.one(NAMES), dice.one(NAMES)];
    const kind = dice.roll(3);
    const before = form.state.value;
    if (kind === 0) return this.tell(`add ${map.pointer} ${name}`, () => form.addEntry(map.pointer, name));
    if (kind === 1) form.renameEntry(map.pointer, name, to);
    else form.removeEntry(map.pointer, name);
    const nameOf = (each: string): string | undefined => (each !== name ? each : kind === 1 ? to : undefined);
    if (form.state.value !== before) this.touched = new Set([...this.touched].flatMap((each) => movedPointer(each, map.pointer, nameOf) ?? []));
    return `${kind === 1 ? 'rename' : 'remove'} ${map.pointer} ${name} ${to}`;
  }

  private editList(pointer: string, length: number): string {
    const { dice, form } = this;
    const before = form.state.value;
    const [from, to] = [dice.roll(length + 1), dice.roll(length + 1)];
    const kind = dice.roll(4);
    if (kind === 3) {
      const later = (at: number): number => (at > from ? at + 1 : at);
      form.copyItem(pointer, from);
      if (form.state.value !== before) this.touched = new Set([...this.touched].flatMap((each) => movedPointer(each, pointer, (token) => String(later(Number(token)))) ?? []));
      return `copy ${pointer} ${from}`;
    }
    if (kind === 0) return this.tell(`add ${pointer}`, () => form.addItem(pointer));
    const remove = kind === 1;
    if (remove) form.removeItem(pointer, from);
    else form.moveItem(pointer, from, to);
    const moveOf = (at: number): number | undefined => {
      const places = Array.from({ length }, (_, index) => index);
      const [item] = places.splice(from, 1);
      if (!remove) places.splice(to, 0, item as number);
      return places.includes(at) ? places.indexOf(at) : undefined;
    };
    if (form.state.value !== before) this.touched = new Set([...this.touched].flatMap((each) => movedPointer(each, pointer, (token) => moveOf(Number(token))?.toString()) ?? []));
    return `${remove ? 'remove' : 'move'} ${pointer} ${from} ${to}`;
  }

  private tell(what: string, act: () => void, then?: () => void): string {
    act();
    then?.();
    return what;
  }

  private startAgain(what: string, act: () => void, then?: () => void): string {
    this.touched.clear();
    this.shown.clear();
    return this.tell(what, act, then);
  }

  get isDirty(): boolean {
    return !equalJson(this.form.state.value, this.baseline);
  }

  /** A form that was never anything else. */
  fresh(): Form {
    const form = open(this.definition, { validator, value: this.form.state.value, locale: this.locale, facts: this.facts, choices: this.form.state.choices });
    this.touched.forEach((pointer) => form.touch(pointer));
    this.shown.forEach((stepId) => form.showProblems(stepId));
    form.setExternalProblems(this.form.state.problems.filter(({ code }) => code === 'host/taken'));
    return form;
  }
}

/** Names to give; the last one is nobody's business to set on an object. */
const NAMES = ['p', 'x', 'k1', 'k/2', '10', '__proto__'];

const outside = (pointer: string): Problem => ({ code: 'host/taken', severity: 'error', document: 'answers', pointer, params: {}, message: '已有同名项目' });

describe('a form after any edits', () => {
  it('is in the state of a fresh form with the same answers, and keeps the nodes that say the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        compiled.clear();
        const dice = new Dice(seed);
        const edited = new EditedForm(randomDefinition(dice), dice);
        const { form } = edited;
        for (let edit = 0; edit < EDITS; edit += 1) {
          const before = nodesOf(form);
          const what = edited.act();
          const told = `edit ${edit}: ${what}`;
          const { dirty, submitted, canUndo, canRedo, ...state } = form.state;
          expect(dirty, told).toBe(edited.isDirty);
          const fresh = edited.fresh();
          // Answers that are cleared when they are hidden are taken away once for each edit; a fresh form may take more away.
          if (equalJson(fresh.state.value, state.value)) {
            compared += 1;
            const { dirty: _, submitted: __, canUndo: ___, canRedo: ____, ...wanted } = fresh.state;
            if (!equalJson(state, wanted)) expect(state, told).toEqual(wanted);
            if (!equalJson(form.submission(), fresh.submission())) expect(form.submission(), told).toEqual(fresh.submission());
          }
          if (/^(load|reset|replace|outside)/.test(what)) continue; // other objects were handed in
          const now = new Map(nodesOf(form).map((node) => [node.pointer, node]));
          for (const node of before) {
            const after = now.get(node.pointer);
            if (after && after !== node && after.value === node.value && equalJson(after, node)) throw new Error(`${told}: ${node.pointer} says the same and is another object`);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS * EDITS * 0.9);
  }, 240_000);
});

const marksOf = ({ pointer, value, visible, required, locked, withheld, chosen, plan, children }: FieldStatus): unknown => ({ pointer, value, visible, required, locked, withheld, chosen, schema: plan.spec.schema, children: children.map(marksOf) });

describe('evaluateFilledIn', () => {
  it('makes of an earlier evaluation what it makes of nothing, also where conditions chase each other', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = new Dice(seed);
        const form = compileForm(randomDefinition(dice), validator);
        const contextOf = (facts: ConditionContext['facts']): ConditionContext => ({ evaluateCondition, facts, reads: new ConditionReads() });
        let context = contextOf({});
        let before: FilledIn | undefined;
        let answers: FilledIn['answers'] = randomAnswers(dice);
        for (let edit = 0; edit < EDITS; edit += 1) {
          const names = new ChangedNames();
          if (before) answers = dice.chance(6) ? randomAnswers(dice) : withAnswer({ root: form.plan.root, status: before.root, answers: before.answers, names }, somewhere(dice, before.root), dice.chance(20) ? TOO_LONG : dice.one(VALUES));
          if (dice.chance(6)) context = { ...context, choices: { ...NO_CHOICES, branches: new Map([[choiceKey(before ? somewhere(dice, before.root) : '', 0), dice.roll(3)]]) } };
          if (dice.chance(9)) context = { ...context, facts: dice.one([{}, { today: 'x' }, { today: 'y', b: 'x' }]) };
          const next = evaluateFilledIn(form, answers, context, before, names);
          const whole = evaluateFilledIn(form, answers, { ...contextOf(context.facts), choices: context.choices });
          const [found, wanted] = [next, whole].map(({ answers: filled, counted, present, limits, root }) => ({ filled, counted, present, limits, root: marksOf(root) }));
          if (!equalJson(found, wanted)) expect(found).toEqual(wanted);
          before = next;
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

function somewhere(dice: Dice, status: FieldStatus): string {
  return status.children.length > 0 && (status.pointer === '' || dice.chance(2)) ? somewhere(dice, dice.one(status.children)) : status.pointer;
}
