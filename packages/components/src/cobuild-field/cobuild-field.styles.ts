import { css } from 'lit';

export const fieldElementStyles = css`
  :host {
    display: block;
  }

  /* The page shows the label itself; readers of the question still hear it. */
  .named-outside [data-pointer='/value'] > :is(.label, .label-line) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
