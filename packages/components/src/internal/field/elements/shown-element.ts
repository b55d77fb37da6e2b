import type { FormElement } from '@cobuild/core';

export const isShownElement = (element: FormElement): boolean => (element.kind === 'field' ? element.node.visible : element.visible);
