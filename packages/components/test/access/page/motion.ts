import { everyElement, nameOf } from './dom.js';

const seconds = (times: string): number => Math.max(...times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)));

/** WCAG 2.3.3, under reduced motion: what still moves for longer than a hundredth of a second. */
export function motions(root: ParentNode): string[] {
  return everyElement(root).flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element, part || null);
      const moves = [...(seconds(transitionDuration) > 0.01 ? ['transition'] : []), ...(animationName !== 'none' && seconds(animationDuration) > 0.01 ? ['animation'] : []), ...(scrollBehavior === 'smooth' ? ['smooth scrolling'] : [])];
      return moves.map((move) => `${move}: ${nameOf(element)}${part}`);
    }),
  );
}
