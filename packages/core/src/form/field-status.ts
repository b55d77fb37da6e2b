import type { Condition } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldSpec } from './field-spec.js';
import type { Truth } from './form-model.js';
import { own } from './json-schema.js';

/** A field as it stands with these answers. */
export interface FieldStatus {
  readonly spec: FieldSpec;
  readonly pointer: string;
  /** As filled in, also where it is hidden. */
  readonly value: unknown;
  readonly visible: boolean;
  readonly required: boolean;
  readonly children: readonly FieldStatus[];
}

/** What statuses are worked out from. */
export interface StatusInputs {
  readonly form: CompiledForm;
  /** As filled in. */
  readonly answers: unknown;
  /** As they count: without hidden answers. */
  readonly counted: unknown;
  readonly truthOf: (condition: Condition) => Truth;
}

/** A condition that is not answered yet leaves its field hidden: a question that may not apply is not asked. */
function shows(condition: Condition | undefined, inputs: StatusInputs): boolean {
  return condition === undefined || inputs.truthOf(condition) === true;
}

/** Works out the whole tree of fields for some answers. */
export function statusTree(inputs: StatusInputs): FieldStatus {
  return statusOf(inputs.form.root, '', inputs.answers, [], inputs.counted, true, inputs);
}

function statusOf(spec: FieldSpec, pointer: string, value: unknown, objects: readonly unknown[], counted: unknown, parentVisible: boolean, inputs: StatusInputs): FieldStatus {
  const { gateTests, layout } = inputs.form;
  const place = layout.places.get(spec.template);
  const visible =
    parentVisible &&
    spec.presentWhen.some((gates) => gateTests.hold(gates, objects)) &&
    shows(spec.settings.visibleWhen, inputs) &&
    shows(place?.section.visibleWhen, inputs) &&
    shows(place?.step.visibleWhen, inputs);
  const { requiredWhen } = spec.settings;
  const required =
    visible && (spec.requiredWhen.some((gates) => gateTests.hold(gates, objects)) || (requiredWhen !== undefined && inputs.truthOf(requiredWhen) === true));
  const inside = [...objects, counted];
  return { spec, pointer, value, visible, required, children: childStatuses(spec, pointer, value, objects, inside, counted, visible, inputs) };
}

function childStatuses(
  spec: FieldSpec,
  pointer: string,
  value: unknown,
  objects: readonly unknown[],
  inside: readonly unknown[],
  counted: unknown,
  visible: boolean,
  inputs: StatusInputs,
): readonly FieldStatus[] {
  const { item } = spec;
  if (item) {
    const items = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const countedItems: readonly unknown[] = Array.isArray(counted) ? (counted as readonly unknown[]) : [];
    return items.map((each, index) => statusOf(item, `${pointer}/${index}`, each, objects, countedItems[index], visible, inputs));
  }
  return spec.children.map((child) =>
    statusOf(child, `${pointer}${toPointer(child.name)}`, own(value, child.name), inside, own(counted, child.name), visible, inputs),
  );
}

/** Every status of the tree by pointer, the root (`''`) too. */
export function statusesByPointer(root: FieldStatus): ReadonlyMap<string, FieldStatus> {
  const found = new Map<string, FieldStatus>();
  const visit = (status: FieldStatus): void => {
    found.set(status.pointer, status);
    status.children.forEach(visit);
  };
  visit(root);
  return found;
}
